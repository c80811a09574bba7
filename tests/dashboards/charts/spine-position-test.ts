import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spinePosition } from '../../../dashboards/charts/spine-position.ts'

const spread = { min: 0, q1: 10, median: 20, q3: 40, max: 100 }

describe('the place along the spine', () => {
  test.each([
    [0, 0],
    [5, 0.125],
    [10, 0.25],
    [20, 0.5],
    [30, 0.625],
    [40, 0.75],
    [70, 0.875],
    [100, 1],
    [-5, 0],
    [120, 1],
  ])('%s stands at %s, and opposite where low is better', (value, at) => {
    expect(spinePosition(value, spread, 'higher')).toBe(at)
    expect(spinePosition(value, spread, 'neutral')).toBe(at)
    expect(spinePosition(value, spread, 'lower')).toBe(1 - at)
  })

  test('is the middle of what shares the value', () => {
    expect(spinePosition(0, { min: 0, q1: 0, median: 0, q3: 1, max: 1 }, 'higher')).toBe(0.25)
    expect(spinePosition(7, { min: 7, q1: 7, median: 7, q3: 7, max: 7 }, 'higher')).toBe(0.5)
  })

  test('is the end beside which a value stands, where all others share one', () => {
    const alike = { min: 7, q1: 7, median: 7, q3: 7, max: 7 }
    expect([3, 9].map((value) => spinePosition(value, alike, 'higher'))).toEqual([0, 1])
  })

  test('is not known where the spread is not', () => {
    expect(spinePosition(7, { ...spread, q1: null }, 'higher')).toBeNull()
  })

  test('never falls when the value rises, and stays on the line', () => {
    const ends = fc
      .array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 5 })
      .map((all) => all.sort((a, b) => a - b))
    fc.assert(
      fc.property(ends, fc.integer({ min: -60, max: 60 }), fc.nat(20), ([min, q1, median, q3, max], value, more) => {
        const known = { min: min!, q1: q1!, median: median!, q3: q3!, max: max! }
        const [lower, higher] = [value, value + more].map((one) => spinePosition(one, known, 'higher')!)
        expect(lower).toBeLessThanOrEqual(higher!)
        expect(Math.min(lower!, 1 - higher!)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
