import { describe, expect, test } from 'vitest'
import { shownCount } from '../../../etl/protect/counts.ts'
import { meanOfDistribution, noisyMean } from '../../../etl/protect/means.ts'

const rating = { kind: 'mean', scale: { min: 0, max: 9 } } as const
const composite = { kind: 'mean', scale: { min: 0, max: 1 } } as const

test('counts are shown to the nearest five', () => {
  expect([10, 12, 12.5, 13, 17, 18].map(shownCount)).toEqual([10, 10, 15, 15, 15, 20])
})

test('the mean of an item is that of its bands’ middles', () => {
  expect(meanOfDistribution({ all: 50, above: [40, 30, 20, 10] }, [0.5, 2.5, 4.5, 6.5, 8.5], rating)).toBe(4.5)
  expect(meanOfDistribution({ all: 30, above: [20, 0] }, [1, 2, 3], { kind: 'mean', scale: { min: 1, max: 3 } })).toBe(
    1.7,
  )
})

describe('any other mean', () => {
  test('has noise of three quarters of half the scale, by its number', () => {
    // u of 0.5 draws nought, u of 0 draws -4.
    expect(noisyMean([4, 5, 6, 5], rating, 0.5)).toBe(5)
    expect(noisyMean(Array(10).fill(5), rating, 0)).toBe(Math.round((5 - (0.75 * 4.5 * 4) / 10) * 10) / 10)
  })

  test('has more where one lies farther out than half the scale', () => {
    const values = [9, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    expect(noisyMean(values, rating, 0.9999)).toBe(Math.round((0.9 + (0.75 * 8.1 * 4) / 10) * 10) / 10)
  })

  test('stays on the scale, and nought has no sign', () => {
    expect(noisyMean(Array(5).fill(9), rating, 0.9999)).toBe(9)
    expect(Object.is(noisyMean(Array(5).fill(0), rating, 0), 0)).toBe(true)
  })

  test('has two decimals on a scale from nought to one', () => {
    expect(noisyMean([0.2, 0.3, 0.354], composite, 0.5)).toBe(0.28)
  })
})
