import { array, assert, double, property } from 'fast-check'
import { expect, it } from 'vitest'
import { heightOfPiles, piles } from '../../../dashboards/charts/piles.ts'

const DIAMETER = 6

it('a circle alone lies on the ground, those at the same place pile up', () => {
  expect(piles([0, 20, 40], DIAMETER)).toEqual([0, 0, 0])
  expect(piles([5, 5, 5], DIAMETER)).toEqual([0, 6, 12])
  expect(heightOfPiles([5, 5, 5], DIAMETER)).toBe(18)
  expect(heightOfPiles([], DIAMETER)).toBe(6)
})

it('no circle overlaps another, and none lies below the ground', () => {
  const places = array(double({ min: 0, max: 60, noNaN: true }), { minLength: 1, maxLength: 60 })
  assert(
    property(places, (given) => {
      const ordered = [...given].sort((a, b) => a - b)
      const heights = piles(ordered, DIAMETER)
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(0)
      for (const [at, x] of ordered.entries())
        for (const [other, height] of heights.slice(0, at).entries())
          expect(Math.hypot(x - ordered[other]!, heights[at]! - height)).toBeGreaterThan(DIAMETER - 1e-6)
    }),
  )
})
