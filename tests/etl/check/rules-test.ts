import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { asiClients } from '../../../data/sample/asi-clients.ts'
import type { ClientRow } from '../../../data/sample/clients.ts'
import { ubuClients } from '../../../data/sample/ubu-clients.ts'
import type { CheckOptions } from '../../../etl/check/extract.ts'
import { RULES } from '../../../etl/check/rules.ts'
import { speak } from '../../../etl/language.ts'
import * as asi from '../../../etl/sources/asi.ts'
import * as ubu from '../../../etl/sources/ubu.ts'
import { csvOf } from '../../fixtures/extracts.ts'

const folder = mkdtempSync(join(tmpdir(), 'rules-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => speak('sv'))

const wanted = { seed: 11, municipalities: ['0184'], years: [2023], perYear: 8 }
const interviews = [...asiClients(wanted)].filter((row) => row.intervju === 'grund')
const followUps = [...ubuClients(wanted)]

let written = 0
function file(content: string | Buffer | ClientRow[]): string {
  written += 1
  const path = join(folder, `${written}.csv`)
  writeFileSync(path, Array.isArray(content) ? csvOf(content) : content)
  return path
}

const check = (content: string | ClientRow[], options: CheckOptions = {}) => asi.check([file(content)], options)

/** The errors after the second row was changed. */
async function errorsAfter(change: ClientRow, source = asi, rows: ClientRow[] = interviews) {
  const changed = rows.map((row, i) => (i === 1 ? { ...row, ...change } : row))
  const { findings } = await source.check([file(changed)], {})
  return findings.filter(({ severity }) => severity === 'error').map(({ row, column, rule }) => [row, column, rule])
}

describe('a cell', () => {
  it.each([
    ['alkohol_dagar', '31', 'out-of-range'],
    ['alkohol_dagar', '-1', 'out-of-range'],
    ['alkohol_dagar', '2,5', 'not-whole'],
    ['alkohol_dagar', 'ofta', 'not-a-number'],
    ['arbete_nettolon', '12.500', 'two-readings'],
    ['alkohol_oro', '5', 'out-of-range'],
    ['alkohol_skattning', '10', 'out-of-range'],
    ['konflikt_mor', '2', 'out-of-range'],
    ['arbete_nettolon', '-5', 'out-of-range'],
    ['boende', 'slott', 'unknown-code'],
    ['kon', 'kvinnna', 'unknown-code'],
    ['kon', 'X', 'required-missing'],
    ['kon', '', 'required-missing'],
    ['aldersgrupp', '37', 'unknown-code'],
    ['aldersgrupp', '13-14', 'unknown-code'],
    ['kommun', '0100', 'unknown-municipality'],
    ['manad', '2023-13', 'month-form'],
    ['manad', '202301', 'month-form'],
    ['manad', '2099-01', 'month-out-of-range'],
    ['manad', '2023-01-05', 'exact-date'],
    ['pseudo_id', 'a-b', 'pseudonym-form'],
    ['pseudo_id', 'åäöåäö', 'pseudonym-form'],
    ['pseudo_id', 'x'.repeat(65), 'pseudonym-form'],
    ['boende', 'bor hos sin faster', 'free-text'],
    ['alkohol_dagar', 'a1'.repeat(400_000), 'free-text'],
    ['alkohol_dagar', 'nästan varje dag', 'free-text'],
  ])('%s = %j breaks %s', async (column, value, rule) => {
    expect(await errorsAfter({ [column]: value })).toEqual([[3, column, rule]])
  })

  it.each([
    ['dominerande_preparat', 'ANDRA_OPIOIDER'],
    ['insats', 'Öppenvård'],
    ['insats', 'öppenvård'],
    ['insats', 'lakemedelsbehandling'],
    ['boende', 'hemlös'],
    ['aldersgrupp', '25–34'],
    ['kommun', '184'],
    ['arbete_nettolon', '12500,50'],
    ['arbete_nettolon', '12500.50'],
    ['alkohol_dagar', '7.0'],
    ['alkohol_dagar', 'x'],
    ['alkohol_dagar', 'N'],
    ['alkohol_dagar', ''],
    ['kon', ' Kvinna '],
  ])('%s = %j is taken', async (column, value) => {
    expect(await errorsAfter({ [column]: value })).toEqual([])
  })
})

describe('a row', () => {
  it('of a child under 7 has no answers of its own', async () => {
    const small = { aldersgrupp: '4-6', barn_trygghet: 4, barn_skola: 'X', barn_trivsel: 2 }
    const others = Object.fromEntries(
      ['delaktighet', 'halsa', 'familjekontakt', 'maluppfyllelse'].map((r) => [`barn_${r}`, 'N']),
    )
    expect(await errorsAfter({ ...small, ...others }, ubu, followUps)).toEqual([
      [3, 'barn_trygghet', 'child-under-seven'],
      [3, 'barn_trivsel', 'child-under-seven'],
    ])
    expect(await errorsAfter({ ...small, ...others, aldersgrupp: '7-9' }, ubu, followUps)).toEqual([])
  })

  it('belongs to the municipality that submits', async () => {
    const { counts } = await check(interviews, { municipality: '0139' })
    expect(counts['foreign-municipality']).toBe(interviews.length)
    expect((await check(interviews, { municipality: '0184' })).ok).toBe(true)
  })

  it('has a composite score beyond its scale: kept, and flagged', async () => {
    const all = {
      alkohol_anvandning_dagar: 30,
      alkohol_berusning_dagar: 30,
      alkohol_dagar: 30,
      alkohol_oro: 4,
      alkohol_hjalpbehov: 4,
    }
    const report = await check([{ ...interviews[0], ...all, alkohol_kostnad: 999_999 }])
    expect(report.ok).toBe(true)
    expect(report.findings.find(({ rule }) => rule === 'score-beyond-scale')).toMatchObject({
      row: 2,
      column: 'alkohol_sammanvagt',
    })
  })
})

describe('rows of the same person', () => {
  const one = interviews[0] as ClientRow
  const row = (manad: string, intervju: string): ClientRow => ({ ...one, manad, intervju })
  const found = async (...rows: ClientRow[]) =>
    (await check(rows)).findings
      .filter(({ rule }) => rule in RULES && /baseline|followup/.test(rule))
      .map(({ row, rule }) => [row, rule])

  it('are one baseline a month', async () => {
    expect(await found(row('2023-02', 'grund'), row('2023-03', 'grund'), row('2023-02', 'grund'))).toEqual([
      [4, 'duplicate-baseline'],
    ])
  })

  it('in any order have the follow-up after the baseline', async () => {
    expect(await found(row('2023-08', 'uppfoljning'), row('2023-02', 'grund'))).toEqual([])
    expect(await found(row('2023-02', 'uppfoljning'), row('2023-08', 'grund'))).toEqual([
      [2, 'followup-before-baseline'],
    ])
    expect(await found(row('2023-08', 'uppfoljning'), row('2023-08', 'grund'))).toEqual([
      [2, 'followup-without-baseline'],
    ])
    expect(await found(row('2023-02', 'uppfoljning'))).toEqual([[2, 'followup-without-baseline']])
  })

  it('are another person in another municipality', async () => {
    expect(await found(row('2023-02', 'grund'), { ...row('2023-02', 'grund'), kommun: '0139' })).toEqual([])
  })

  it('are told apart among many', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `person-${i};0184;2023-0${(i % 9) + 1};man;18-24;grund`)
    const text = ['pseudo_id;kommun;manad;kon;aldersgrupp;intervju', ...many, many[17], ''].join('\n')
    const { counts, rows } = await check(text)
    expect({ counts, rows }).toEqual({ counts: { 'duplicate-baseline': 1 }, rows: 30_001 })
  })
})

describe('a column', () => {
  it('that is required must be there, once', async () => {
    const without = interviews.map(({ intervju: _, ...row }) => row)
    expect((await check(without)).findings[0]).toMatchObject({ row: 1, column: 'intervju', rule: 'column-missing' })
    expect((await check(csvOf(interviews).replace('boende', 'kon'))).counts).toMatchObject({ 'column-twice': 1 })
  })

  it('that is not required may lack', async () => {
    const few = interviews.map(({ pseudo_id, kommun, manad, kon, aldersgrupp, intervju }) => ({
      pseudo_id,
      kommun,
      manad,
      kon,
      aldersgrupp,
      intervju,
    }))
    expect(await check(few as ClientRow[])).toMatchObject({ ok: true, counts: {} })
  })

  it('is warned of when much is missing, or when it says 30 days for everyone', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => ({ ...interviews[i % 3], pseudo_id: `person${i}` }) as ClientRow)
    const changed = rows.map((row, i) => ({
      ...row,
      fysisk_oro: i < 3 ? 'X' : 2,
      konflikt_mor: 'N',
      alkohol_dagar: 30,
    }))
    const { findings, ok } = await check(changed)
    const warned = findings.filter(({ row }) => row === null).map(({ column, rule }) => [column, rule])
    expect(ok).toBe(true)
    expect(warned).toContainEqual(['fysisk_oro', 'many-missing'])
    expect(warned).toContainEqual(['alkohol_dagar', 'same-for-everyone'])
    expect(warned).not.toContainEqual(['konflikt_mor', 'many-missing'])
  })
})

describe('a report', () => {
  it('lists the first thousand findings, errors first, and counts all', async () => {
    const lines = Array.from(
      { length: 1500 },
      (_, i) => `person-${i};0184;2023-01;man;18-24;uppfoljning;${i % 2 ? 99 : 1}`,
    )
    const text = ['pseudo_id;kommun;manad;kon;aldersgrupp;intervju;alkohol_dagar', ...lines].join('\n')
    const { findings, counts } = await check(text)
    expect(counts).toMatchObject({ 'out-of-range': 750, 'followup-without-baseline': 1500 })
    expect(findings).toHaveLength(1000)
    expect(findings.slice(0, 750).every(({ severity }) => severity === 'error')).toBe(true)
  })

  it('tells of a file that cannot be read', async () => {
    const [empty, cut] = [file(''), file(gzipSync(csvOf(interviews)).subarray(0, 200))]
    const report = await asi.check([empty, cut, join(folder, 'nowhere.csv')], {})
    expect(report.findings.map(({ file, rule }) => [file, rule])).toEqual([
      [1, 'file-empty'],
      [2, 'file-damaged'],
      [3, 'file-missing'],
    ])
  })

  it('speaks both languages, and never fills in a value', async () => {
    const rows = interviews.map((row) => ({ ...row, boende: 'slott' }))
    expect((await check(rows)).findings[0]?.message).toContain('Okänd kod. Tillåtna: eget, andrahand')
    speak('en')
    const { findings } = await check(rows)
    expect(findings[0]?.message).toContain('Unknown code. Allowed: eget, andrahand')
    expect(JSON.stringify(findings)).not.toContain('slott')
  })

  it('counts on while it reads', async () => {
    const seen: number[] = []
    const lines = Array.from({ length: 12_000 }, (_, i) => `person-${i};0184;2023-01;man;18-24;grund`)
    await check(['pseudo_id;kommun;manad;kon;aldersgrupp;intervju', ...lines].join('\n'), {
      onRows: (rows) => seen.push(rows),
    })
    expect(seen).toEqual([5000, 10_000])
  })
})
