import { afterAll, beforeAll, expect, test } from 'vitest'
import { asi } from '../../data/instruments/asi.ts'
import { cellsOf } from '../../data/instruments/cells.ts'
import type { AggregateCell } from '../../data/model/answers/aggregate.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { everyCell, middleOf } from './attacker.ts'
import { clients } from './clients.ts'
import { type Service, startService } from './service.ts'

// What protection costs at 150 clients a year.
const PLACES = ['0184', '0163', '0123', '0191', '0125', '0183', '0139', '0114']
const YEAR = 2022
const rows = new Map(PLACES.map((place) => [place, clients('utility', place, YEAR, 150)]))

let service: Service
let counts: Map<string, AggregateCell>
let shares: Map<string, AggregateCell>

beforeAll(async () => {
  service = await startService()
  await service.load([...rows.values()].flat())
  counts = await everyCell(service, 'personer_grund', PLACES, YEAR)
  shares = await everyCell(service, 'psykisk_skattning_minst_4_grund', PLACES, YEAR)
})

afterAll(() => service?.close())

/** The persons of every cell of every municipality, as they truly are. */
const truly = PLACES.flatMap((place) =>
  cellsOf(asi).map(({ name, choices }) => ({
    key: `${place} ${name}`,
    persons: rows.get(place)!.filter((row) => choices.every(({ dimension, category }) => row[dimension] === category)),
  })),
).filter(({ persons }) => persons.length > 0)

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const shareOf = (persons: readonly ClientRow[]): number =>
  (100 * persons.filter((row) => Number(row.psykisk_skattning) >= 4).length) / persons.length

test('at least four in five of the cells with ten persons or more are shown', () => {
  const large = truly.filter(({ persons }) => persons.length >= 10)
  expect(large.length).toBeGreaterThan(200)
  expect(large.filter(({ key }) => counts.has(key)).length / large.length).toBeGreaterThanOrEqual(0.8)
})

test('shown counts are off by two persons at most on average, and never by chance alone nought', () => {
  const errors = truly.flatMap(({ key, persons }) => {
    const cell = counts.get(key)
    return cell ? [Math.abs(cell.count! - persons.length)] : []
  })
  expect(mean(errors)).toBeLessThanOrEqual(2)
  expect(mean(errors)).toBeGreaterThan(0.5)
})

test('shown shares are off by six percentage points at most on average', () => {
  const errors = truly.flatMap(({ key, persons }) => {
    const cell = shares.get(key)
    return cell ? [Math.abs(middleOf(cell) - shareOf(persons))] : []
  })
  expect(errors.length).toBeGreaterThan(200)
  expect(mean(errors)).toBeLessThanOrEqual(6)
})

test('intervals reach over the true share nine times in ten', () => {
  const unbounded = truly.filter(({ key }) => shares.get(key) && !shares.get(key)!.bound)
  const covering = unbounded.filter(({ key, persons }) => {
    const { lower, upper } = shares.get(key)!
    return lower! <= shareOf(persons) && shareOf(persons) <= upper!
  })
  expect(covering.length / unbounded.length).toBeGreaterThan(0.9)
})
