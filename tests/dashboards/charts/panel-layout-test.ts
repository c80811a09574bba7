import { expect, test } from 'vitest'
import { panelPlaces } from '../../../dashboards/charts/panel-layout.ts'

const panel = (rows: number) => ({ rows: Array.from({ length: rows }, (_, at) => ({ title: `rad ${at}` })) })
const panels = [panel(8), panel(3), panel(6), panel(10), panel(8), panel(3), panel(6), panel(10)]
const layout = { columns: 4, row: 17, beside: 90, from: 0 }

test('a wide page has all columns, a narrower one half of them, a telephone one', () => {
  const across = (width: number) => {
    const { places } = panelPlaces(panels, { ...layout, width })
    return places.filter(({ top }) => top === places[0]!.top).length
  }
  expect([1160, 640, 250].map(across)).toEqual([4, 2, 1])
})

test('no panel lies over another, and all lie within the chart', () => {
  for (const width of [250, 640, 1160]) {
    const { places, height } = panelPlaces(panels, { ...layout, width })
    for (const [at, one] of places.entries()) {
      expect(one.x >= 0 && one.end <= width + 0.01 && one.bottom < height).toBe(true)
      expect(one.left).toBeLessThan(one.right)
      const others = places.filter((other, index) => index !== at && other.x < one.end && one.x < other.end)
      expect(others.every((other) => other.bottom <= one.top || other.top >= one.bottom)).toBe(true)
    }
  }
})

test('long words make fewer columns rather than scales too small to read', () => {
  const wordy = panels.map(() => ({ rows: [{ title: 'Familjehem (UBU-F) och' }] }))
  const { places } = panelPlaces(wordy, { ...layout, beside: 120, width: 1160 })
  expect(places.filter(({ top }) => top === places[0]!.top)).toHaveLength(2)
  expect(Math.min(...places.map(({ left, right }) => right - left))).toBeGreaterThanOrEqual(80)
})

test('on a telephone the titles of rows stand above their dots where the scale beside them would be too small', () => {
  const wordy = panels.map(() => ({ rows: [{ title: 'Familjehem (UBU-F)' }] }))
  const { places } = panelPlaces(wordy, { ...layout, beside: 90, width: 240 })
  expect(places.every(({ above }) => above)).toBe(true)
  expect(Math.min(...places.map(({ left, right }) => right - left))).toBeGreaterThanOrEqual(80)
  expect(places[0]!.row).toBeGreaterThan(layout.row)
})
