import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Database, rowsOf } from '../../data/store/duckdb.ts'
import { emptyFigures, openFigures } from '../../data/store/figures.ts'
import { mergeStage } from '../../data/store/figures-merge.ts'
import { openStage, type TakenSet } from '../../data/store/stage.ts'

let database: Database
beforeAll(async () => {
  database = await openFigures(':memory:')
})
beforeEach(() => emptyFigures(database.connection, false))
afterAll(() => database.close())

type Told = [indicator: string, period: number, value: number | null]

const single = (indicator: string, period: number, value: number) =>
  ({
    indicator,
    sex: 'T',
    period,
    municipality: '0184',
    value,
    status: null,
    token: null,
    numerator: null,
    denominator: null,
  }) as const

const INDICATORS = ['X', 'A', 'B', 'C']

/** Figures as a file that was checked in sets gives them; null where they are taken back. */
const setOf = (told: readonly Told[]): TakenSet => ({
  select: told
    .map(
      ([indicator, period, value]) =>
        `SELECT ${INDICATORS.indexOf(indicator)} AS indicator, 0 AS sex, ${period}::SMALLINT AS period, 1 AS place,
           ${value ?? 'NULL'}::DOUBLE AS value, NULL::INTEGER AS mark, ${value === null} AS deleted`,
    )
    .join(' UNION ALL '),
  indicators: INDICATORS,
  places: ['0180', '0184'],
  marks: [],
})

/** Delivers files that are taken whole, and then figures one by one, as the file after them. */
async function deliver(files: readonly (readonly Told[])[], ...singly: readonly [string, number, number][]) {
  const stage = await openStage(database.connection)
  for (const [number, told] of files.entries()) await stage.take(setOf(told), 'kolada', number)
  for (const figure of singly) stage.add(single(...figure), 'kolada', files.length)
  stage.close()
  const { added, revised, removed, unchanged } = await mergeStage(database.connection, new Date().toISOString())
  return { added, revised, removed, unchanged }
}

const stored = () =>
  rowsOf<Record<string, unknown>>(database.connection, 'SELECT indicator, period, value FROM figure ORDER BY ALL').then(
    (rows) => rows.map(({ indicator, period, value }) => [indicator, period, value]),
  )

test('what nothing is stored of is stored as it was taken, and what is taken back there is nothing', async () => {
  expect(
    await deliver([
      [
        ['A', 2020, 1],
        ['A', 2021, null],
      ],
      [
        ['A', 2022, 3],
        ['B', 2020, 4],
      ],
    ]),
  ).toEqual({
    added: 3,
    revised: 0,
    removed: 0,
    unchanged: 1,
  })
  expect(await stored()).toEqual([
    ['A', 2020, 1],
    ['A', 2022, 3],
    ['B', 2020, 4],
  ])
})

test('where two files tell the same year of an indicator the later stands', async () => {
  const counts = await deliver([
    [
      ['A', 2020, 1],
      ['B', 2020, 5],
    ],
    [['A', 2020, 2]],
  ])
  expect(counts).toEqual({ added: 2, revised: 0, removed: 0, unchanged: 0 })
  expect(await stored()).toEqual([
    ['A', 2020, 2],
    ['B', 2020, 5],
  ])
})

test('where a file that is taken and one that is read tell the same the later stands', async () => {
  expect(
    await deliver(
      [
        [
          ['A', 2020, 1],
          ['B', 2020, 5],
        ],
      ],
      ['A', 2020, 2],
    ),
  ).toMatchObject({ added: 2 })
  expect(await stored()).toEqual([
    ['A', 2020, 2],
    ['B', 2020, 5],
  ])
})

test('what is stored is compared: the same stays, another is a revision, what is taken back goes', async () => {
  await deliver([
    [
      ['A', 2020, 1],
      ['A', 2021, 2],
      ['A', 2022, 3],
    ],
  ])
  const counts = await deliver([
    [
      ['A', 2020, 1],
      ['A', 2021, 9],
      ['A', 2022, null],
      ['A', 2023, 4],
      ['C', 2020, 7],
    ],
  ])
  expect(counts).toEqual({ added: 2, revised: 1, removed: 1, unchanged: 1 })
  expect(await stored()).toEqual([
    ['A', 2020, 1],
    ['A', 2021, 9],
    ['A', 2023, 4],
    ['C', 2020, 7],
  ])
  const before = await rowsOf(database.connection, 'SELECT period, value FROM revision ORDER BY period')
  expect(before).toEqual([
    { period: 2021, value: 2 },
    { period: 2022, value: 3 },
  ])
})
