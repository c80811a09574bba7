import { array, assert, integer, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import { nameRows } from '../../../dashboards/charts/name-rows.ts'

it('names that would meet stand on rows of their own, and one at the edge keeps within', () => {
  const rows = nameRows(
    [
      { name: 'Solna', place: 100 },
      { name: 'Sundbyberg', place: 110 },
      { name: 'Ekerö', place: 2 },
      { name: 'Upplands Väsby', place: 399 },
    ],
    400,
  )
  expect(rows).toEqual([
    { row: 0, anchor: 'middle' },
    { row: 1, anchor: 'middle' },
    { row: 0, anchor: 'start' },
    { row: 0, anchor: 'end' },
  ])
})

it('no two names on a row have the same place', () => {
  const names = array(
    record({
      name: integer({ min: 4, max: 14 }).map((long) => 'x'.repeat(long)),
      place: integer({ min: 0, max: 280 }),
    }),
    { maxLength: 7 },
  )
  assert(
    property(names, (given) => {
      const rows = nameRows(given, 280)
      const places = rows.map(({ row }, at) => `${row} ${given[at]!.place}`)
      expect(new Set(places).size).toBe(places.length)
    }),
  )
})
