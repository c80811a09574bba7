import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { features } from '../../api/features/index.ts'
import { formats } from '../../api/formats/index.ts'
import type { CompareRow } from '../../data/model/answers/compare.ts'
import { openWritable, rowsOf } from '../../data/store/duckdb.ts'
import { asking } from './asking.ts'

const { ask, answer, release } = asking()

const QUESTION = '/compare?indicator=U30452&period=2021&reference=all'
const bytes = async (path: string) => Buffer.from(await (await ask(`/api/v1${path}`)).arrayBuffer())

type Text = Record<string, string>
const csv = (text: string, delimiter: string): Text[] => parse(text, { delimiter, bom: true, columns: true })

/** Reads a Parquet file with a DuckDB of its own. */
async function parquet(file: Buffer): Promise<Record<string, unknown>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jamsides-test-'))
  const database = await openWritable(':memory:', 256)
  try {
    const path = join(folder, 'answer.parquet')
    writeFileSync(path, file)
    return await rowsOf(database.connection, `SELECT * FROM read_parquet('${path}')`)
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
}

describe('every format holds the figures of the JSON', () => {
  const same = (rows: Record<string, unknown>[], expected: CompareRow[]) => {
    expect(rows).toHaveLength(290)
    for (const [index, row] of rows.entries()) {
      const { municipality, name, value, status, n, lower, upper, rank, rankLower, band, comparison } = expected[index]!
      const wanted = { municipality, name, value, status, n, lower, upper, rank, rankLower, band, comparison }
      expect(row).toMatchObject({ ...wanted, source: 'Kolada', release: release(), sample: false })
    }
  }

  test('arrow, as an IPC stream', async () => {
    const { rows } = await answer(QUESTION)
    const file = await bytes(`${QUESTION}&format=arrow`)
    expect(file.subarray(0, 4).toString('hex')).toBe('ffffffff')
    same(
      tableFromIPC(file)
        .toArray()
        .map((row) => row.toJSON()),
      rows,
    )
  })

  test('parquet', async () => {
    const { rows } = await answer(QUESTION)
    same(await parquet(await bytes(`${QUESTION}&format=parquet`)), rows)
  })

  test('xlsx, with titles in the language and a sheet that says where they come from', async () => {
    const { rows } = await answer(QUESTION)
    const book = read(await bytes(`${QUESTION}&format=xlsx`))
    expect(book.SheetNames).toEqual(['Uppgifter', 'Om uppgifterna'])
    const sheet = utils.sheet_to_json<Record<string, unknown>>(book.Sheets.Uppgifter!, { defval: null })
    expect(sheet.map((row) => row.Värde)).toEqual(rows.map((row: CompareRow) => row.value))
    expect(sheet.map((row) => row.Kommunkod)).toEqual(rows.map((row: CompareRow) => row.municipality))
    const about = utils.sheet_to_json<string[]>(book.Sheets['Om uppgifterna']!, { header: 1 })
    expect(Object.fromEntries(about)).toMatchObject({
      Källa: 'Kolada',
      Utgåva: release(),
      'Påhittade exempeldata': 'Nej',
      Bearbetning: expect.stringMatching(/^Egen bearbetning/),
    })
  })

  test('csv, in Swedish with semicolon and decimal comma, in English with comma and point', async () => {
    const { rows } = await answer(QUESTION)
    const swedish = (await bytes(`${QUESTION}&format=csv`)).toString()
    const english = (await bytes(`${QUESTION}&format=csv&lang=en`)).toString()
    for (const text of [swedish, english]) expect(text.codePointAt(0)).toBe(0xfeff)
    expect(swedish.split('\r\n')[0]).toMatch(/^\uFEFFindicator;title;unit;period;sex;municipality;name;value;status;/)
    const number = (text: string | undefined) => (text === '' ? null : Number(text!.replace(',', '.')))
    const wanted = rows.map(({ value, lower, municipality }: CompareRow) => [municipality, value, lower])
    expect(csv(swedish, ';').map((row) => [row.municipality, number(row.value), number(row.lower)])).toEqual(wanted)
    expect(csv(english, ',').map((row) => [row.municipality, number(row.value), number(row.lower)])).toEqual(wanted)
    expect(swedish).toMatch(/;\d+,\d+;/)
    expect(english).toMatch(/,\d+\.\d+,/)
  })
})

describe('no cell begins a formula', () => {
  test('a title that would is quoted; a negative number stays a number', async () => {
    const [local] = csv((await bytes('/compare?indicator=LOKAL_1&municipalities=0114&format=csv')).toString(), ';')
    expect(local!.title).toBe("'=SUM(A1) egen indikator")
    const [negative] = csv((await bytes('/compare?indicator=N30101&municipalities=2584&format=csv')).toString(), ';')
    expect(negative!.value).toBe('-12,25')
  })

  test('in a workbook it is text, not a formula', async () => {
    const book = read(await bytes('/compare?indicator=LOKAL_1&municipalities=0114&format=xlsx'), { cellFormula: true })
    const cells = Object.values(book.Sheets.Uppgifter!) as { v?: unknown; f?: string }[]
    expect(cells.some(({ v }) => v === '=SUM(A1) egen indikator')).toBe(true)
    expect(cells.every(({ f }) => f === undefined)).toBe(true)
  })
})

const QUESTIONS: Record<string, string> = {
  '/municipalities': '',
  '/groups': '?kind=fou',
  '/indicators': '?area=missbruk',
  '/compare': '?indicator=N30101&group=fou-nordvast',
  '/units': '?indicator=U30452&municipality=0184',
  '/trend': '?indicator=U30452&municipalities=0184',
  '/profile': '?municipality=0184',
  '/matrix': '?group=fou-nordvast&area=ifo',
  '/relation': '?x=N30101&y=U30452&group=county-01',
  '/similar': '?municipality=0184&indicators=N30101,U30452&count=3',
  '/standout': '?municipality=0184',
  '/funnel': '?indicator=U30452&reference=county-01',
  '/releases': '',
  '/revisions': '',
  '/surveys': '',
}

describe('every table is the same in all formats', () => {
  const tables = features.filter(({ table, path }) => table && QUESTIONS[path] !== undefined).map(({ path }) => path)

  test('all of the resources that have tables are tried', () => {
    expect(tables).toEqual(Object.keys(QUESTIONS))
  })

  test.each(Object.entries(QUESTIONS))('%s', async (path, question) => {
    const link = (format: string) => `${path}${question}${question ? '&' : '?'}format=${format}`
    const text = csv((await bytes(link('csv'))).toString(), ';')
    const arrow = tableFromIPC(await bytes(link('arrow')))
    const file = await parquet(await bytes(link('parquet')))
    const sheet = utils.sheet_to_json(read(await bytes(link('xlsx'))).Sheets.Uppgifter!, { header: 1 })
    expect(text.length).toBeGreaterThan(0)
    expect([arrow.numRows, file.length, sheet.length - 1]).toEqual([text.length, text.length, text.length])
    expect(arrow.schema.fields.map(({ name }) => name)).toEqual(Object.keys(text[0]!))
    expect(Object.keys(file[0]!)).toEqual(Object.keys(text[0]!))
    expect(file).toEqual(arrow.toArray().map((row) => row.toJSON()))
  })
})

test('the same question gives the same bytes in every format, also later', async () => {
  const all = () => Promise.all(formats.map((format) => bytes(`${QUESTION}&format=${format}`)))
  const first = await all()
  await new Promise((resolve) => setTimeout(resolve, 2100))
  const later = await all()
  for (const [index, format] of formats.entries()) expect(later[index]!.equals(first[index]!), format).toBe(true)
})

test('a file has a name that says what it holds', async () => {
  const { headers } = await ask(`/api/v1${QUESTION}&format=csv`)
  expect(headers.get('content-disposition')).toBe('attachment; filename="jamsides-compare-U30452-2021.csv"')
})
