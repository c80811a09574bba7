import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asi } from '../../../data/instruments/asi.ts'
import { cellsOf } from '../../../data/instruments/cells.ts'
import type { ClientRow } from '../../../data/sample/clients.ts'
import { openLocked, rowsOf } from '../../../data/store/duckdb.ts'
import { releaseFile } from '../../../data/store/release.ts'
import { readVault } from '../../../data/store/vault.ts'
import { clients } from '../../redteam/clients.ts'
import { type Service, startService } from '../../redteam/service.ts'

// The figures of a finished release, computed once more from the rows by the rules' own words and none of their code.
const PLACE = '0184'
const YEAR = 2020
// One in eight left the rating of family unanswered, nearly everyone that of legal problems.
const rows = clients('recomputation', PLACE, YEAR, 130).map(
  (row, i): ClientRow => ({
    ...row,
    familj_skattning: i % 8 === 0 ? null : row.familj_skattning!,
    rattsligt_skattning: i % 12 === 0 ? row.rattsligt_skattning! : null,
  }),
)

type Figure = { measure: string; cell: string; count: number; value: number; bound: number }

let service: Service
let secret: string
let salt: string
let figures: Figure[]

beforeAll(async () => {
  service = await startService()
  const { manifest } = await service.load(rows)
  secret = readFileSync(service.home.secret).toString('hex')
  const vault = await readVault(service.home.vault)
  const release = await openLocked(releaseFile(service.home, manifest.id))
  try {
    const [state] = await rowsOf<{ salt: string }>(vault.connection, 'SELECT salt FROM released_year')
    salt = state!.salt
    figures = await rowsOf<Figure>(
      release.connection,
      `SELECT measure.id AS measure, cell.name AS cell, count, value, bound FROM protected_figure AS figure
       JOIN protected_measure AS measure ON measure.number = figure.measure
       JOIN protected_cell AS cell ON cell.number = figure.cell`,
    )
  } finally {
    vault.close()
    release.close()
  }
})

afterAll(() => service?.close())

const TABLE: Record<number, string> = {
  1: '-1 .3859 | 0 .3859 | +1 .1263 | +2 .0600 | +3 .0285 | +4 .0135',
  2: '-2 .1591 | -1 .2397 | 0 .2556 | +1 .1930 | +2 .1031 | +3 .0390 | +4 .0104',
  3: '-3 .0348 | -2 .1107 | -1 .2207 | 0 .2753 | +1 .2150 | +2 .1051 | +3 .0322 | +4 .0062',
  4: '-4 .0054 | -3 .0306 | -2 .1047 | -1 .2191 | 0 .2803 | +1 .2191 | +2 .1047 | +3 .0306 | +4 .0054',
}

const firstDigits = (text: string): number =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16)

function drawn(row: string, u: number): number {
  const pairs = row.split(' | ').map((pair) => pair.split(' ').map(Number) as [number, number])
  const upTo = (i: number): number => pairs.slice(0, i + 1).reduce((sum, [, chance]) => sum + chance, 0)
  return (pairs.find((_, i) => upTo(i) >= u) ?? pairs.at(-1)!)[0]
}

function keyOf(persons: readonly ClientRow[]): number {
  const keys = persons.map(({ pseudo_id }) => firstDigits(`${secret}|${PLACE}|${YEAR}|${salt}|${pseudo_id}`))
  return Number(keys.reduce((sum, key) => sum + BigInt(key), 0n) % 2n ** 32n)
}

function noisy(persons: readonly ClientRow[]): number {
  if (persons.length === 0) return 0
  return persons.length + drawn(TABLE[Math.min(persons.length, 4)]!, keyOf(persons) / 2 ** 32)
}

const inCell = (name: string): ClientRow[] => {
  const { choices } = cellsOf(asi).find((cell) => cell.name === name)!
  return rows.filter((row) => choices.every(({ dimension, category }) => row[dimension] === category))
}

const shown = (measure: string): Figure[] => figures.filter((figure) => figure.measure === measure)
const rated = (persons: readonly ClientRow[], column: string): ClientRow[] =>
  persons.filter((row) => row[column] !== null)

test('counts: true count plus the draw of the summed keys, to the nearest five, from ten on', () => {
  const counts = shown('personer_grund')
  expect(counts.length).toBeGreaterThan(25)
  for (const { cell, count, value } of counts) {
    const protectedCount = noisy(inCell(cell))
    expect(protectedCount).toBeGreaterThanOrEqual(10)
    expect(count).toBe(5 * Math.round(protectedCount / 5))
    expect(value).toBe(count)
  }
})

test('shares: protected numerator over protected denominator of those who answered', () => {
  const shares = shown('familj_skattning_minst_4_grund')
  expect(shares.length).toBeGreaterThan(20)
  for (const { cell, value, bound } of shares) {
    const answered = rated(inCell(cell), 'familj_skattning')
    const all = noisy(answered)
    const having = noisy(answered.filter((row) => Number(row.familj_skattning) >= 4))
    const limit = Math.ceil(1000 / all / 5) * 5
    if (having < 5) expect([value, bound]).toEqual([limit, -1])
    else if (all - having < 5) expect([value, bound]).toEqual([100 - limit, 1])
    else expect([value, bound]).toEqual([Math.round((100 * having) / all), 0])
  }
})

test('means: with the noise of their own draw, on the scale', () => {
  const means = shown('familj_skattning_grund')
  expect(means.length).toBeGreaterThan(20)
  for (const { cell, value } of means) {
    const answered = rated(inCell(cell), 'familj_skattning')
    const ratings = answered.map((row) => Number(row.familj_skattning))
    const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length
    const deviation = Math.max(4.5, ...ratings.map((rating) => Math.abs(rating - mean)))
    const key = keyOf(answered).toString(16).padStart(8, '0')
    const v = drawn(TABLE[4]!, firstDigits(`${secret}|${key}|familj_skattning_grund`) / 2 ** 32)
    const exact = Math.min(9, Math.max(0, mean + (0.75 * deviation * v) / ratings.length))
    expect(Math.abs(value - exact)).toBeLessThanOrEqual(0.05 + 1e-9)
  }
})

test('a measure that too few answered is not shown, however large the cell', () => {
  for (const { cell } of shown('rattsligt_skattning_grund')) {
    expect(noisy(rated(inCell(cell), 'rattsligt_skattning'))).toBeGreaterThanOrEqual(10)
  }
  const large = shown('personer_grund').filter(({ cell }) => rated(inCell(cell), 'rattsligt_skattning').length < 6)
  expect(large.length).toBeGreaterThan(5)
  const told = new Set(shown('rattsligt_skattning_grund').map(({ cell }) => cell))
  expect(large.filter(({ cell }) => told.has(cell))).toEqual([])
})

test('non-response is told for the whole year only, to the nearest five percent', async () => {
  const question = { instrument: 'asi', measure: 'familj_skattning_grund', places: PLACE, periods: String(YEAR) }
  const { cells } = await service.ask(question)
  const missing = rows.filter(({ familj_skattning }) => familj_skattning === null)
  expect(cells[0]!.nonResponse).toBe(5 * Math.round((20 * noisy(missing)) / noisy(rows)))
  const parts = await service.ask({ ...question, by: 'kon' })
  expect(parts.cells.map(({ nonResponse }) => nonResponse)).toEqual([null, null, null])
})
