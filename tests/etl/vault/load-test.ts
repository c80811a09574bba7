import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asi } from '../../../data/instruments/asi.ts'
import type { Instrument, InterviewKind } from '../../../data/instruments/definition.ts'
import { instruments } from '../../../data/instruments/index.ts'
import { asiClients } from '../../../data/sample/asi-clients.ts'
import type { ClientRow, ClientsWanted } from '../../../data/sample/clients.ts'
import { ubuClients } from '../../../data/sample/ubu-clients.ts'
import { type Database, rowsOf } from '../../../data/store/duckdb.ts'
import { listExtracts, openVault, withdraw } from '../../../data/store/vault.ts'
import { personValue, personView } from '../../../data/store/vault-persons.ts'
import * as asiSource from '../../../etl/sources/asi.ts'
import { storeSample } from '../../../etl/sources/extract.ts'
import * as ubuSource from '../../../etl/sources/ubu.ts'
import { csvOf } from '../../fixtures/extracts.ts'

const folder = mkdtempSync(join(tmpdir(), 'vault-'))
afterAll(() => rmSync(folder, { recursive: true }))

let vault: Database
let path: string
let opened = 0
beforeEach(async () => {
  opened += 1
  path = join(folder, `vault-${opened}.duckdb`)
  vault = await openVault(path)
})
afterEach(() => vault.close())

let written = 0
function file(rows: Iterable<ClientRow>): string {
  written += 1
  const name = join(folder, `extract-${written}.csv`)
  writeFileSync(name, csvOf(rows))
  return name
}

const clients = (wanted: Partial<ClientsWanted>): ClientRow[] => [
  ...asiClients({ seed: 5, municipalities: ['0184'], years: [2023], perYear: 12, ...wanted }),
]

async function content(table = 'asi'): Promise<unknown[]> {
  return rowsOf(vault.connection, `SELECT * EXCLUDE (extract) FROM ${table} ORDER BY ALL`)
}

const load = async (rows: Iterable<ClientRow>) => asiSource.load([file(rows)], {}, vault)

describe('an extract in the vault', () => {
  it('has every answer, missing and not applicable told apart, and the scores', async () => {
    const rows = clients({})
    const { stored } = await load(rows)
    expect(stored?.parts).toEqual([{ municipality: '0184', year: 2023, rows: rows.length }])
    const [first] = await rowsOf<Record<string, unknown>>(vault.connection, 'SELECT * FROM asi WHERE "row" = 2')
    const given = rows[0] as ClientRow
    expect(first).toMatchObject({ municipality: '0184', year: 2023, month: given.manad, pseudo_id: given.pseudo_id })
    for (const { id } of asi.columns.filter(({ content }) => content.kind === 'whole')) {
      expect(first?.[id]).toBe(given[id] === 'N' ? null : given[id])
    }
    expect(first?.not_applicable).toEqual(asi.columns.map(({ id }) => id).filter((id) => given[id] === 'N'))
    const { fysisk_dagar: days, fysisk_oro: worry, fysisk_hjalpbehov: wish } = given
    expect(first?.fysisk_sammanvagt).toBeCloseTo(Number(days) / 90 + (Number(worry) + Number(wish)) / 12, 6)
  })

  it('loaded twice is loaded once', async () => {
    const rows = clients({})
    const first = await load(rows)
    const before = await content()
    const again = await load(rows)
    expect(first.stored?.unchanged).toBe(false)
    expect(again.stored).toMatchObject({ unchanged: true, extract: first.stored?.extract })
    expect(await content()).toEqual(before)
    expect(await listExtracts(vault.connection)).toHaveLength(1)
  })

  it('takes the place of the same year of the same municipality, and of nothing else', async () => {
    await load(clients({ years: [2022, 2023], municipalities: ['0184', '0139'] }))
    await load(clients({ seed: 6, perYear: 3 }))
    const counts = await rowsOf(
      vault.connection,
      `SELECT municipality, year, CAST(count(DISTINCT extract) AS INTEGER) AS extracts, CAST(count(DISTINCT pseudo_id) AS INTEGER) AS persons
       FROM asi WHERE intervju = 'grund' GROUP BY ALL ORDER BY ALL`,
    )
    expect(counts).toEqual([
      { municipality: '0139', year: 2022, extracts: 1, persons: 12 },
      { municipality: '0139', year: 2023, extracts: 1, persons: 12 },
      { municipality: '0184', year: 2022, extracts: 1, persons: 12 },
      { municipality: '0184', year: 2023, extracts: 1, persons: 3 },
    ])
    expect((await listExtracts(vault.connection)).flatMap(({ parts }) => parts)).toHaveLength(4)
  })

  it('in several files is one extract, in whatever order', async () => {
    const rows = clients({})
    const [a, b] = [file(rows.slice(0, 5)), file(rows.slice(5))]
    const first = await asiSource.load([a, b], {}, vault)
    const again = await asiSource.load([b, a], {}, vault)
    expect(first.stored?.parts[0]?.rows).toBe(rows.length)
    expect(again.stored?.unchanged).toBe(true)
  })

  it('is left out whole when one of its files is refused', async () => {
    await load(clients({}))
    const before = await content()
    const bad = clients({ seed: 9 }).map((row, i) => (i === 3 ? { ...row, alkohol_oro: 5 } : row))
    const report = await asiSource.load([file(clients({ seed: 8, years: [2022] })), file(bad)], {}, vault)
    expect(report).toMatchObject({ ok: false, stored: null, counts: { 'out-of-range': 1 } })
    expect(report.findings[0]).toMatchObject({ file: 2, row: 5, column: 'alkohol_oro' })
    expect(await content()).toEqual(before)
  })

  it('can be withdrawn, and leaves nothing', async () => {
    const kept = await load(clients({ municipalities: ['0139'] }))
    const { stored } = await load(clients({}))
    const parts = await withdraw(vault.connection, stored?.extract as string)
    expect(parts).toEqual(stored?.parts)
    expect(await rowsOf(vault.connection, 'SELECT DISTINCT municipality FROM asi')).toEqual([{ municipality: '0139' }])
    expect((await listExtracts(vault.connection)).map(({ id }) => id)).toEqual([kept.stored?.extract])
    await expect(withdraw(vault.connection, stored?.extract as string)).rejects.toThrow('finns inte')
  })

  it('that is real takes the sample away', async () => {
    await storeSample(asiClients({ seed: 1, municipalities: ['0184', '0139'], years: [2022], perYear: 5 }), asi, vault)
    const { stored } = await load(clients({}))
    expect(stored?.sampleEmptied).toBe(true)
    expect(await rowsOf(vault.connection, 'SELECT DISTINCT municipality, year FROM asi')).toEqual([
      { municipality: '0184', year: 2023 },
    ])
  })

  it('is there again after the vault was closed', async () => {
    await load(clients({}))
    const before = await content()
    vault.close()
    vault = await openVault(path)
    expect(await content()).toEqual(before)
  })

  it('of UBU stands in its own table', async () => {
    const rows = [...ubuClients({ seed: 5, municipalities: ['0184'], years: [2023], perYear: 12 })]
    const report = await ubuSource.load([file(rows)], {}, vault)
    expect(report.stored?.parts).toEqual([{ municipality: '0184', year: 2023, rows: 12 }])
    expect(await content('asi')).toEqual([])
  })
})

describe('a follow-up and the stored baselines', () => {
  const [baseline] = clients({ perYear: 1 })
  const row = (month: string, kind: string): ClientRow => ({ ...baseline, manad: month, intervju: kind })
  const rules = async (rows: ClientRow[]): Promise<Record<string, number>> => {
    const { counts } = await load(rows)
    return Object.fromEntries(Object.entries(counts).filter(([rule]) => /baseline/.test(rule)))
  }

  it('belongs to a baseline of an earlier year that the vault holds', async () => {
    expect(await rules([row('2022-03', 'grund')])).toEqual({})
    expect(await rules([row('2023-01', 'uppfoljning'), row('2023-06', 'grund')])).toEqual({})
  })

  it('is before its baseline, or without any, where the vault holds none', async () => {
    expect(await rules([row('2023-01', 'uppfoljning'), row('2023-06', 'grund')])).toEqual({
      'followup-before-baseline': 1,
    })
    expect(await rules([row('2023-01', 'uppfoljning')])).toEqual({ 'followup-without-baseline': 1 })
  })

  it('does not belong to a baseline that the extract itself replaces', async () => {
    await load([row('2023-01', 'grund')])
    expect(await rules([row('2023-04', 'uppfoljning')])).toEqual({ 'followup-without-baseline': 1 })
  })
})

describe('the last extract', () => {
  it('is compared with: other codes, and months that would be lost, are warned of', async () => {
    const rows = clients({ perYear: 80 })
    await load(rows)
    const baselines = rows.filter((row) => row.intervju === 'grund' && String(row.manad) >= '2023-03')
    const report = await load(baselines.map((row) => ({ ...row, boende: 'hemlos' })))
    expect(report.counts).toMatchObject({ 'unlike-last-extract': 1, 'replaces-other-months': 1 })
    expect(report.findings.find(({ rule }) => rule === 'unlike-last-extract')?.column).toBe('boende')
    expect(report.ok).toBe(true)
  })
})

describe('persons of the vault', () => {
  const [one] = clients({ perYear: 1 })
  const row = (month: string, kind: string, rating: number, id = 'person-1'): ClientRow => ({
    ...one,
    pseudo_id: id,
    manad: month,
    intervju: kind,
    alkohol_skattning: rating,
  })

  it('are spoken for by the last interview of the year, and paired with the nearest earlier baseline', async () => {
    await load([
      row('2022-02', 'grund', 8),
      row('2022-09', 'uppfoljning', 5),
      row('2022-11', 'grund', 7),
      row('2023-04', 'uppfoljning', 3),
      row('2023-08', 'uppfoljning', 2),
      row('2022-05', 'grund', 6, 'person-2'),
    ])
    const baselines = await rowsOf(
      vault.connection,
      'SELECT year, month, pseudo_id, alkohol_skattning AS rating, followed_up FROM asi_baseline ORDER BY pseudo_id',
    )
    expect(baselines).toEqual([
      { year: 2022, month: '2022-11', pseudo_id: 'person-1', rating: 7, followed_up: 1 },
      { year: 2022, month: '2022-05', pseudo_id: 'person-2', rating: 6, followed_up: 0 },
    ])
    const change =
      'SELECT year, alkohol_skattning AS before, after_alkohol_skattning AS after, after_month FROM asi_change'
    expect(await rowsOf(vault.connection, change)).toEqual([
      { year: 2022, before: 7, after: 2, after_month: '2023-08' },
    ])
    expect(
      await rowsOf(vault.connection, 'SELECT year, alkohol_skattning AS r FROM asi_followup ORDER BY year'),
    ).toEqual([
      { year: 2022, r: 5 },
      { year: 2023, r: 2 },
    ])
  })

  it('have a value of every measure, within its scale', async () => {
    await load(clients({ perYear: 40 }))
    await ubuSource.load(
      [file(ubuClients({ seed: 5, municipalities: ['0184'], years: [2023], perYear: 60 }))],
      {},
      vault,
    )
    for (const instrument of instruments) for (const { id } of instrument.kinds) await expectWithinScale(instrument, id)
  })
})

async function expectWithinScale(instrument: Instrument, kind: InterviewKind): Promise<void> {
  const measures = instrument.measures.filter(({ interview }) => interview === kind)
  const columns = measures.map((measure) => {
    const value = personValue(measure)
    return `[CAST(count(${value}) AS DOUBLE), min(${value}), max(${value})] AS ${measure.id}`
  })
  const [found] = await rowsOf<Record<string, unknown>>(
    vault.connection,
    `SELECT ${columns.join(', ')} FROM ${personView(instrument, kind)}`,
  )
  for (const measure of measures) {
    const [n, low, high] = rangeOf(found?.[measure.id])
    const scale = measure.kind === 'share' ? { min: 0, max: 1 } : measure.scale
    expect(n, measure.id).toBeGreaterThan(0)
    expect(low, measure.id).toBeGreaterThanOrEqual(scale.min)
    if (!measure.id.includes('sammanvagt')) expect(high, measure.id).toBeLessThanOrEqual(scale.max)
  }
}

const rangeOf = (value: unknown): [number, number, number] => value as [number, number, number]
