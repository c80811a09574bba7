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
    familj_oro: i % 9 === 0 ? null : (i * 7) % 5,
    rattsligt_skattning: i % 12 === 0 ? row.rattsligt_skattning! : null,
  }),
)

type Figure = { measure: string; cell: string; count: number; low: number; high: number }

let service: Service
let secret: string
let salt: string
let figures: Figure[]

beforeAll(async () => {
  service = await startService({}, 'recomputation')
  const { manifest } = await service.load(rows)
  secret = readFileSync(service.home.secret).toString('hex')
  const vault = await readVault(service.home.vault)
  const release = await openLocked(releaseFile(service.home, manifest.id))
  try {
    const [state] = await rowsOf<{ salt: string }>(vault.connection, 'SELECT salt FROM released_year')
    salt = state!.salt
    figures = await rowsOf<Figure>(
      release.connection,
      `SELECT measure.id AS measure, cell.name AS cell, count, low, high FROM protected_figure AS figure
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

const CUT = '-4 .0001 | -3 .0044 | -2 .0540 | -1 .2420 | 0 .3990 | +1 .2420 | +2 .0540 | +3 .0044 | +4 .0001'
const CUTS = [2, 4, 6, 8]

/** A distribution as the rules make it: n̂ and, by cut, how many lie at or above. */
type Drawn = { all: number; above: number[] }

const hexadecimal = (key: number): string => key.toString(16).padStart(8, '0')

function drawnDistribution(persons: readonly ClientRow[], column: string): Drawn | null {
  const answered = rated(persons, column)
  const all = noisy(answered)
  if (all < 10) return null
  const above = CUTS.map((cut) => {
    const high = answered.filter((row) => Number(row[column]) >= cut)
    const u = firstDigits(`${secret}|${hexadecimal(keyOf(high))}|${cut}`) / 2 ** 32
    return Math.round((high.length * all) / answered.length) + drawn(CUT, u)
  })
  return heldTo({ all, above })
}

/** Falling by the least squares: at each cut the least of the greatest means of a run that holds it. */
function heldTo({ all, above }: Drawn): Drawn {
  const mean = (from: number, to: number): number =>
    above.slice(from, to + 1).reduce((sum, count) => sum + count, 0) / (to - from + 1)
  const falling = above.map((_, cut) =>
    Math.min(
      ...above.flatMap((__, from) =>
        from > cut ? [] : [Math.max(...above.flatMap((___, to) => (to < cut ? [] : [mean(from, to)])))],
      ),
    ),
  )
  return { all, above: falling.map((count) => Math.min(all, Math.max(0, count))) }
}

/** All cells that are shown, and which of them make up which by sex. */
const shownCells = (): string[] => shown('personer_grund').map(({ cell }) => cell)
const sexesOf = (whole: string): string[] => {
  const bySex = cellsOf(asi).filter(
    ({ choices }) =>
      choices.some(({ dimension }) => dimension === 'kon') &&
      choices.every(({ dimension, category }) => dimension === 'kon' || whole === `${dimension}:${category}`) &&
      choices.length === (whole === '' ? 1 : 2),
  )
  return bySex.map(({ name }) => name)
}

/** Twenty rounds in which every whole and its sexes meet. */
function agreeing(by: Map<string, Drawn>): Map<string, Drawn> {
  const families = [...by.keys()].flatMap((whole) => {
    const parts = sexesOf(whole).filter((part) => by.has(part))
    const sum = parts.reduce((all, part) => all + by.get(part)!.all, 0)
    const persons = parts.reduce((all, part) => all + noisy(inCell(part)), 0)
    const isEnough = sum >= 0.8 * by.get(whole)!.all || persons >= 0.8 * noisy(inCell(whole))
    return parts.length >= 2 && isEnough ? [{ whole, parts }] : []
  })
  for (let round = 0; round < 20; round++) {
    for (const { whole, parts } of families) meet(by, whole, parts)
    for (const [cell, one] of by) by.set(cell, heldTo(one))
  }
  return by
}

function meet(by: Map<string, Drawn>, whole: string, parts: string[]): void {
  const sum = (): number => parts.reduce((all, part) => all + by.get(part)!.all, 0)
  const over = Math.max(0, sum() - by.get(whole)!.all) / (1 + parts.length)
  const scaled = ({ all, above }: Drawn, to: number): Drawn => ({ all: to, above: above.map((c) => (c * to) / all) })
  by.set(whole, scaled(by.get(whole)!, by.get(whole)!.all + over))
  for (const part of parts) by.set(part, scaled(by.get(part)!, by.get(part)!.all - over))
  const f = by.get(whole)!.all / sum()
  const errors = by
    .get(whole)!
    .above.map((count, cut) => count - f * parts.reduce((all, part) => all + by.get(part)!.above[cut]!, 0))
  const share = 1 / (1 + parts.length * f ** 2)
  const moved = ({ all, above }: Drawn, by: number): Drawn => ({
    all,
    above: above.map((count, cut) => count + by * errors[cut]! * share),
  })
  by.set(whole, moved(by.get(whole)!, -1))
  for (const part of parts) by.set(part, moved(by.get(part)!, f))
}

/** By shown cell the distribution of a rating. */
function distributions(column: string): Map<string, Drawn> {
  const found = shownCells().flatMap((cell): [string, Drawn][] => {
    const one = drawnDistribution(inCell(cell), column)
    return one ? [[cell, one]] : []
  })
  return agreeing(new Map(found))
}

test('no two of the cells hold the same persons, so each is one of its own here', () => {
  const sets = shownCells().map((cell) =>
    inCell(cell)
      .map(({ pseudo_id }) => pseudo_id)
      .join(),
  )
  expect(new Set(sets).size).toBe(sets.length)
})

test('counts: true count plus the draw of the summed keys, where the sexes hold more than the whole met half way', () => {
  const counts = shown('personer_grund')
  expect(counts.length).toBeGreaterThan(25)
  const agreed = agreeing(new Map(counts.map(({ cell }) => [cell, { all: noisy(inCell(cell)), above: [] }])))
  for (const { cell, count, low, high } of counts) {
    expect(noisy(inCell(cell))).toBeGreaterThanOrEqual(10)
    expect(count).toBe(5 * Math.round(Math.max(10, agreed.get(cell)!.all) / 5))
    expect([low, high]).toEqual([count, count])
  }
  expect([...agreed].some(([cell, { all }]) => all !== noisy(inCell(cell)))).toBe(true)
})

/** What is told at a cut; below the scale everyone, above it nobody. */
function told({ all, above }: Drawn, cut: number | null, beyond: number): [number, number] {
  if (cut === null) return [beyond, beyond]
  const count = above[CUTS.indexOf(cut)]!
  const x = Math.ceil(500 / all)
  if (count < 4.5) return [0, x]
  if (all - count < 4.5) return [100 - x, 100]
  const q = Math.min(99, Math.max(1, Math.round((100 * count) / all)))
  return [q, q]
}

function shareFrom(one: Drawn, from: number | null, below: number | null): [number, number] | null {
  const [a, b] = [told(one, from, 100), told(one, below, 0)]
  const low = Math.max(0, a[0] - b[1])
  const high = Math.min(100, a[1] - b[0])
  if (low === high) return low === 0 ? [0, 5] : [low, low]
  if (low === 0) return high <= 50 ? [0, high] : null
  if (high === 100) return low >= 50 ? [low, 100] : null
  return high - low <= 20 ? [low, high] : null
}

test.each([
  ['familj_skattning_minst_4_grund', 4, null],
  ['familj_problemfria_grund', null, 2],
] as const)('shares are read off one distribution: %s', (measure, from, below) => {
  const expected = [...distributions('familj_skattning')].flatMap(([cell, one]) => {
    const share = shareFrom(one, from, below)
    return share ? [{ cell, low: share[0], high: share[1] }] : []
  })
  const found = shown(measure).map(({ cell, low, high }) => ({ cell, low, high }))
  expect(found.length).toBeGreaterThan(20)
  const byCell = (a: { cell: string }, b: { cell: string }) => (a.cell < b.cell ? -1 : 1)
  expect(found.sort(byCell)).toEqual(expected.sort(byCell))
})

test('so is the mean: the middles of the bands', () => {
  const means = shown('familj_skattning_grund')
  expect(means.length).toBeGreaterThan(20)
  const by = distributions('familj_skattning')
  for (const { cell, low } of means) {
    const { all, above } = by.get(cell)!
    const bands = [all, ...above].map((count, band) => count - (above[band] ?? 0))
    const exact = bands.reduce((sum, count, band) => sum + count * (0.5 + 2 * band), 0) / all
    expect(Math.abs(low - exact)).toBeLessThanOrEqual(0.05 + 1e-9)
  }
})

test('other means have the noise of their own draw, on the scale', () => {
  const means = shown('familj_oro_grund')
  expect(means.length).toBeGreaterThan(20)
  for (const { cell, low } of means) {
    const answered = rated(inCell(cell), 'familj_oro')
    const worries = answered.map((row) => Number(row.familj_oro))
    const mean = worries.reduce((sum, worry) => sum + worry, 0) / worries.length
    const deviation = Math.max(2, ...worries.map((worry) => Math.abs(worry - mean)))
    const v = drawn(TABLE[4]!, firstDigits(`${secret}|${hexadecimal(keyOf(answered))}|familj_oro_grund`) / 2 ** 32)
    const exact = Math.min(4, Math.max(0, mean + (0.75 * deviation * v) / worries.length))
    expect(Math.abs(low - exact)).toBeLessThanOrEqual(0.05 + 1e-9)
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
