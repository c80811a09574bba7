import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { SheetMapping } from '../../../data/model/workbook-mapping.ts'
import { temporaryFile } from '../../fixtures/home.ts'
import { bookOf, type Cell } from '../../workbooks/book.ts'
import { readTable } from '../../workbooks/read.ts'

const PLACES: Cell[][] = [
  ['0114', 'Upplands Väsby'],
  ['0184', 'Solna'],
  ['0125', 'Ekerö'],
]
const percent = (v: number): Cell => ({ v, z: '0%' })

/** What is told and stored of a sheet of 2023, by a column of cells each. */
async function read(columns: Record<string, Cell[]>, mapping?: Partial<SheetMapping>) {
  const rows = PLACES.map((place, i) => [...place, ...Object.values(columns).map((cells) => cells[i] ?? null)])
  const headings = Object.keys(columns).map((heading) => heading.replace(/ again$/, ''))
  const path = temporaryFile('tabell.xlsx', '')
  writeFileSync(path, bookOf([{ name: '2023', rows: [['Kommunkod', 'Kommun', ...headings], ...rows] }]))
  const { refused, findings, stored } = await readTable(
    path,
    mapping && { sheets: [{ sheet: '2023', headerRow: 1, columns: {}, ...mapping }] },
  )
  const told = findings.map(({ rule, column, row }) => `${rule} ${column}${row}`)
  return { told, stored: refused ? [] : [...stored.values()] }
}

describe('columns that would become the same figure are a question', () => {
  test.each([
    ['of one heading, with other values', { U30447: [70, 71, 72], 'U30447 again': [1, 2, 3] }],
    ['of one heading, with the same values', { U30447: [70, 71, 72], 'U30447 again': [70, 71, 72] }],
    ['all of both sexes', { 'U30447 totalt': [70, 71, 72], 'U30447 kvinnor och män': [70, 71, 72] }],
  ])('%s', async (_, columns) => {
    expect(await read(columns)).toEqual({ told: ['duplicate D1'], stored: [] })
  })

  test('that the mapping answers', async () => {
    const columns = { U30447: [70, 71, 72], 'U30447 again': [1, 2, 3] }
    expect(await read(columns, { columns: { C: null, D: 'U30447' } })).toMatchObject({ stored: [1, 2, 3] })
  })
})

describe('a unit that contradicts itself is a question', () => {
  test.each([
    ['percent signs in a column of kronor', { N30101: ['40 %', '41 %', '42 %'] }],
    ['a percent format in a column of kronor', { N30101: [percent(0.4), 41, 42] }],
    ['a percent format in some cells', { U30447: [percent(0.4), 41, 42] }],
  ])('%s', async (_, columns) => {
    expect(await read(columns)).toEqual({ told: ['unit C1'], stored: [] })
  })

  test('that the mapping answers: a format, or a sign, says what its own cell is', async () => {
    const columns = { U30447: [percent(0.4), '41 %', 0.42] }
    expect(await read(columns, { columns: { C: { id: 'U30447', factor: 100 } } })).toMatchObject({
      stored: [40, 41, 42],
    })
  })
})

describe('what a person sees is stored or told', () => {
  test('invisible characters are no part of a heading, a code or a number', async () => {
    expect(await read({ 'U30\u200b447': ['7\u200b0', 71, '\ufeff72'] })).toEqual({ told: [], stored: [70, 71, 72] })
  })

  test('a column of an indicator is none of names, however many of its answers are words', async () => {
    const columns = { U35537: ['Inom 3 dagar', 'mer än 15 dagar', 3] }
    expect(await read(columns)).toEqual({ told: ['text-answer C2', 'text-answer C3'], stored: [3] })
  })

  test('code and name in one cell stand below the heading above the first of them', async () => {
    const path = temporaryFile('tabell.csv', 'region;tid;N30101\n0114 Upplands Väsby;2022;4000\n0184 Solna;2022;4001\n')
    const { understanding } = await readTable(path)
    expect(understanding?.sheets[0]).toMatchObject({ about: { places: { column: 'A', heading: 'region', places: 2 } } })
  })

  test('a cross is no mark for a missing answer where the question is one of yes or no', async () => {
    expect(await read({ U31341: ['x', 'Ja', '..'] })).toEqual({ told: ['text-answer C2'], stored: [1] })
  })

  test('a number of answers is a whole number', async () => {
    const columns = { U30447: [70, 71, 72], 'Antal svar': [100, 12.5, '<5'] }
    const { told } = await read(columns)
    expect(told).toEqual(['denominator D3', 'text-answer D4'])
  })
})
