import { afterEach, expect, test } from 'vitest'
import type { Running } from '../../../api/server.ts'
import type { CompareAnswer } from '../../../data/model/answers/compare.ts'
import { load } from '../../../etl/commands/load.ts'
import { serve } from '../../api/service.ts'
import { rowsInFigures } from '../../fixtures/figures.ts'
import { emptyHome, temporaryFile } from '../../fixtures/home.ts'
import { bookOf, type Cell } from '../../workbooks/book.ts'

let running: Running | undefined
afterEach(async () => {
  await running?.close()
  running = undefined
})

type Answer = { findings: { row: number; column: string; rule: string; severity: string }[] }
type Stored = { municipality: string; value: number; lower: number | null; upper: number | null; denominator: number }

async function loaded(sheets: Record<string, Cell[][]>, release = false) {
  const context = emptyHome()
  const path = temporaryFile('gränser.xlsx', bookOf(Object.entries(sheets).map(([name, rows]) => ({ name, rows }))))
  const { exit, object } = await load(context, [path], { release })
  const { findings } = object as Answer
  const figures = () =>
    rowsInFigures<Stored>(
      context,
      'SELECT municipality, value, lower, upper, denominator FROM figure ORDER BY municipality, sex',
    )
  return { context, exit, findings, figures }
}

const header = (...headings: string[]): Cell[] => ['Kommunkod', 'Kommun', ...headings]

test('limits beside a value become its interval, through release and comparison', async () => {
  const { context, exit, figures } = await loaded(
    {
      '2023': [
        header('N31807', 'N31807 nedre gräns', 'N31807 övre gräns', 'N31807 antal svarande'),
        ['0184', 'Solna', 3.4, 2.1, 4.9, 120],
        ['0180', 'Stockholm', 3, '2,9', '3,1', 4000],
        ['0114', 'Upplands Väsby', 3.2, '..', '', ''],
      ],
    },
    true,
  )
  expect(exit).toBe(0)
  expect(await figures()).toMatchObject([
    { municipality: '0114', value: 3.2, lower: null, upper: null, denominator: null },
    { municipality: '0180', value: 3, lower: 2.9, upper: 3.1, denominator: 4000 },
    { municipality: '0184', value: 3.4, lower: 2.1, upper: 4.9, denominator: 120 },
  ])
  running = await serve(context.home)
  const asked = await fetch(`${running.url}/api/v1/compare?indicator=N31807&municipalities=0184,0180,0114`)
  const { rows } = (await asked.json()) as CompareAnswer
  expect(Object.fromEntries(rows.map((row) => [row.name, [row.lower, row.upper, row.n, row.uncertainty]]))).toEqual({
    Solna: [2.1, 4.9, 120, 'stated'],
    Stockholm: [2.9, 3.1, 4000, 'stated'],
    'Upplands Väsby': [null, null, null, 'unknown'],
  })
})

test('each value has its own limits: stacked under sexes, in percent format, below a heading of their own', async () => {
  const percent = (v: number): Cell => ({ v, z: '0.0%' })
  const { exit, figures } = await loaded({
    '2023': [
      header(
        'N31807, kvinnor',
        'Konfidensintervall nedre',
        'Konfidensintervall övre',
        'N31807, män',
        'Konfidensintervall nedre',
        'Konfidensintervall övre',
      ),
      ['0184', 'Solna', percent(0.034), percent(0.021), percent(0.049), percent(0.05), percent(0.041), percent(0.069)],
    ],
  })
  expect(exit).toBe(0)
  expect((await figures()).map(({ value, lower, upper }) => [value, lower, upper])).toEqual([
    [3.4, 2.1, 4.9],
    [5, 4.1, 6.9],
  ])
})

test.each<[string, Cell[], Cell[]]>([
  ['outside', ['N31807', 'N31807 nedre gräns', 'N31807 övre gräns'], [3.4, 3.5, 4.9]],
  ['changed about', ['N31807', 'N31807 nedre gräns', 'N31807 övre gräns'], [3.4, 4.9, 2.1]],
  ['in another unit', ['N31807', 'N31807 nedre gräns', 'N31807 övre gräns'], [{ v: 0.34, z: '0%' }, 0.21, 0.49]],
])('a value %s its limits is refused', async (_, headings, cells) => {
  const { exit, findings } = await loaded({ '2023': [header(...(headings as string[])), ['0184', 'Solna', ...cells]] })
  expect({ exit, findings }).toMatchObject({ exit: 1, findings: [{ row: 2, column: 'C', rule: 'parts-disagree' }] })
})

test.each<[string, string[], Cell[], Partial<Answer['findings'][number]>]>([
  ['one limit alone', ['N31807', 'N31807 nedre gräns'], [3.4, 2.1], { column: 'D', rule: 'derived-column' }],
  [
    'limits of another level',
    ['N31807', 'N31807 nedre gräns 99 %', 'N31807 övre gräns 99 %'],
    [3.4, 2.1, 4.9],
    { column: 'D', rule: 'derived-column' },
  ],
  [
    'highest and lowest',
    ['N31807', 'N31807 lägsta', 'N31807 högsta'],
    [3.4, 2.1, 4.9],
    { column: 'E', rule: 'derived-column' },
  ],
  [
    'a limit missing in a row',
    ['N31807', 'N31807 nedre gräns', 'N31807 övre gräns'],
    [3.4, 2.1, '..'],
    { row: 2, column: 'D', rule: 'limit-alone' },
  ],
  [
    'a limit without its value',
    ['N31807', 'N31807 nedre gräns', 'N31807 övre gräns', 'U30447'],
    ['..', 2.1, 4, 50],
    { row: 2, column: 'D', rule: 'limit-alone' },
  ],
  [
    'a limit made a date by Excel',
    ['N31807', 'N31807 nedre gräns', 'N31807 övre gräns'],
    [3.4, { v: 45414, z: 'yyyy-mm-dd' }, 4.9],
    { row: 2, column: 'D', rule: 'date' },
  ],
  [
    'a limit in words',
    ['N31807', 'N31807 nedre gräns', 'N31807 övre gräns'],
    [3.4, 'ca 2', 4.9],
    { row: 2, column: 'D', rule: 'text-answer' },
  ],
  ['a base in words', ['N31807', 'N31807 antal svarande'], [3.4, '<5'], { row: 2, column: 'D', rule: 'text-answer' }],
])('%s is no interval, and told', async (_, headings, cells, finding) => {
  const { exit, findings, figures } = await loaded({ '2023': [header(...headings), ['0184', 'Solna', ...cells]] })
  expect(exit).toBe(0)
  expect(findings).toContainEqual(expect.objectContaining({ ...finding, severity: 'warning' }))
  expect((await figures()).every(({ lower, upper }) => lower === null && upper === null)).toBe(true)
})
