import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countyBorders } from '../../../dashboards/charts/county-borders.ts'
import { cellsOf, regionOf } from '../../../dashboards/charts/sweden.ts'
import { cheapestAssignment } from '../../../dashboards/charts/tile-assignment.ts'
import { tileLayout, tileMiddle } from '../../../dashboards/charts/tile-layout.ts'
import { catalogue } from '../../../data/catalogue/index.ts'

const { municipalities } = catalogue()
const layout = tileLayout(municipalities)
const middle = (code: string) => tileMiddle(layout.get(code)!)
const apart = (a: string, b: string) => Math.hypot(middle(a).x - middle(b).x, middle(a).y - middle(b).y)

describe('the map of tiles', () => {
  test('gives each of the 290 municipalities a cell of its own', () => {
    const cells = [...layout.values()].map(({ column, row }) => `${column},${row}`)
    expect(cells.length).toBe(290)
    expect(new Set(cells).size).toBe(290)
  })

  test('is the same in whatever order the municipalities come', () => {
    expect(tileLayout([...municipalities].reverse())).toEqual(layout)
  })

  test.each([
    ['Solna', '0184', 'Sundbyberg', '0183'],
    ['Solna', '0184', 'Lidingö', '0186'],
    ['Malmö', '1280', 'Burlöv', '1231'],
    ['Göteborg', '1480', 'Mölndal', '1481'],
    ['Umeå', '2480', 'Vännäs', '2460'],
    ['Kiruna', '2584', 'Gällivare', '2523'],
  ])('%s (%s) lies near %s (%s)', (_, one, __, other) => {
    expect(apart(one, other)).toBeLessThan(3)
  })

  test('keeps north above south and east right of west, nearly always, where the distance is large', () => {
    const pairs = municipalities.flatMap((a) =>
      municipalities.filter((b) => a.lat - b.lat > 1).map((b) => [a, b] as const),
    )
    const kept = pairs.filter(([a, b]) => middle(a.code).y < middle(b.code).y)
    expect(kept.length / pairs.length).toBeGreaterThan(0.97)
    const wide = municipalities.flatMap((a) =>
      municipalities.filter((b) => a.lon - b.lon > 2 && Math.abs(a.lat - b.lat) < 1).map((b) => [a, b] as const),
    )
    expect(wide.filter(([a, b]) => middle(a.code).x > middle(b.code).x).length / wide.length).toBeGreaterThan(0.97)
  })

  test('leaves no cell of a county empty, and the islands apart', () => {
    const counts = new Map<string, number>()
    for (const { code } of municipalities) counts.set(regionOf(code), (counts.get(regionOf(code)) ?? 0) + 1)
    for (const [region, count] of counts) expect([region, cellsOf(region).length]).toEqual([region, count])
    for (const island of ['0980', '0840', '0885']) {
      const near = municipalities.filter(({ code }) => code !== island && apart(code, island) < 1.1)
      expect(near.filter(({ code }) => !['0840', '0885'].includes(code))).toEqual([])
    }
  })

  test('has a border between every two counties that meet, and none within one', () => {
    const borders = countyBorders(layout)
    expect(borders.length).toBeGreaterThan(150)
    expect(countyBorders(new Map([...layout].filter(([code]) => code.startsWith('12'))))).toEqual([])
    for (const { x1, y1, x2, y2 } of borders) expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(1 / Math.sqrt(3), 6)
  })

  test('moves a municipality few tiles from the mean of its real neighbours', () => {
    const nearest = (code: string) => {
      const home = municipalities.find((one) => one.code === code)!
      const far = (one: { lon: number; lat: number }) => Math.hypot((one.lon - home.lon) * 0.47, one.lat - home.lat)
      return [...municipalities]
        .filter((one) => one.code !== code)
        .sort((a, b) => far(a) - far(b))
        .slice(0, 3)
    }
    const distances = municipalities
      .flatMap(({ code }) => nearest(code).map((near) => apart(code, near.code)))
      .sort((a, b) => a - b)
    expect(distances[Math.floor(distances.length / 2)]).toBeLessThan(1.75)
    expect(distances[Math.floor(distances.length * 0.95)]).toBeLessThan(4)
  })
})

test('the cheapest assignment is as cheap as the cheapest of all orders', () => {
  const cost = fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 5, maxLength: 5 }), {
    minLength: 4,
    maxLength: 4,
  })
  fc.assert(
    fc.property(cost, (table) => {
      const chosen = cheapestAssignment(table)
      expect(new Set(chosen).size).toBe(4)
      const total = chosen.reduce((sum, column, row) => sum + table[row]![column]!, 0)
      expect(total).toBe(cheapestOf(table, 0, new Set()))
    }),
  )
})

/** By trying everything. */
function cheapestOf(table: readonly (readonly number[])[], row: number, taken: ReadonlySet<number>): number {
  if (row === table.length) return 0
  const free = table[row]!.flatMap((cost, column) => (taken.has(column) ? [] : [{ cost, column }]))
  return Math.min(...free.map(({ cost, column }) => cost + cheapestOf(table, row + 1, new Set([...taken, column]))))
}
