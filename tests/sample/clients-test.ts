import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { AREAS } from '../../data/instruments/asi-columns.ts'
import { asiClients } from '../../data/sample/asi-clients.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { ubuClients } from '../../data/sample/ubu-clients.ts'
import * as asi from '../../etl/sources/asi.ts'
import * as ubu from '../../etl/sources/ubu.ts'
import { csvOf } from '../fixtures/extracts.ts'

const folder = mkdtempSync(join(tmpdir(), 'clients-'))
afterAll(() => rmSync(folder, { recursive: true }))

const WANTED = { seed: 7, municipalities: ['0184', '0139'], years: [2021, 2022, 2023], perYear: 60 }

const column = (rows: ClientRow[], id: string): number[] =>
  rows.map((row) => row[id]).filter((value) => typeof value === 'number')
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

describe.each([
  { name: 'asi', make: asiClients, check: asi.check },
  { name: 'ubu', make: ubuClients, check: ubu.check },
])('invented $name clients', ({ name, make, check }) => {
  it('pass the checks with no error', async () => {
    const path = join(folder, `${name}.csv`)
    writeFileSync(path, csvOf(make(WANTED)))
    const report = await check([path], {})
    expect(report.findings.filter((finding) => finding.severity === 'error')).toEqual([])
    expect(report.ok).toBe(true)
    expect(report.rows).toBeGreaterThan(300)
  })

  it('are the same for the same seed, and others for another', () => {
    expect([...make(WANTED)]).toEqual([...make(WANTED)])
    expect([...make({ ...WANTED, seed: 8 })]).not.toEqual([...make(WANTED)])
  })

  it('are as many as wanted, in a small municipality too', () => {
    const perYear = (code: string): number => (code === '0139' ? 4 : 30)
    const rows = [...make({ ...WANTED, perYear })].filter((row) => row.intervju !== 'uppfoljning')
    expect(rows.filter((row) => row.kommun === '0139')).toHaveLength(12)
    expect(rows.filter((row) => row.kommun === '0184')).toHaveLength(90)
  })
})

describe('invented ASI clients', () => {
  const rows = [...asiClients({ ...WANTED, perYear: 300 })]
  const baselines = rows.filter((row) => row.intervju === 'grund')
  const followUps = rows.filter((row) => row.intervju === 'uppfoljning')

  it('have areas that hang together, and get better without all doing so', () => {
    const complete = baselines.filter((row) => row.psykisk_skattning !== null && row.familj_skattning !== null)
    const heavy = complete.filter((row) => Number(row.psykisk_skattning) >= 6)
    const light = complete.filter((row) => Number(row.psykisk_skattning) <= 2)
    expect(mean(column(heavy, 'familj_skattning'))).toBeGreaterThan(mean(column(light, 'familj_skattning')) + 0.8)
    expect(mean(column(followUps, 'alkohol_skattning'))).toBeLessThan(mean(column(baselines, 'alkohol_skattning')))
  })

  it('are followed up in part, and leave a few answers out', () => {
    expect(followUps.length / baselines.length).toBeGreaterThan(0.35)
    expect(followUps.length / baselines.length).toBeLessThan(0.7)
    for (const { id } of AREAS) {
      const answered = column(rows, `${id}_skattning`).length / rows.length
      expect(answered).toBeGreaterThan(0.9)
      expect(answered).toBeLessThan(1)
    }
  })
})
