import { describe, expect, it } from 'vitest'
import { mean, quantile, standardDeviation } from '../../data/stats/index.ts'

describe('mean', () => {
  it('has the same last digit in any order', () => {
    const values = [0.1, 1e15, 0.2, -1e15, 0.3]
    expect(mean(values)).toBe(mean(values.toReversed()))
    expect(mean(values)).toBeCloseTo(0.12, 15)
  })

  it('is exactly the value when all are equal', () => expect(mean([0.1, 0.1, 0.1])).toBe(0.1))
  it('leaves out what is missing', () => expect(mean([1, null, 3, Number.NaN])).toBe(2))
  it('says nothing of nothing, or of a sum too large for a number', () => {
    expect(mean([])).toBeNull()
    expect(mean([null])).toBeNull()
    expect(mean([1.7e308, 1.7e308])).toBeNull()
  })
})

describe('standardDeviation', () => {
  it('divides by n − 1', () => expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12))
  it('is exactly 0 for equal values', () => expect(standardDeviation([0.1, 0.1, 0.1])).toBe(0))
  it('says nothing of one value', () => expect(standardDeviation([3, null])).toBeNull())
})

describe('quantile', () => {
  it('interpolates between the order statistics', () => {
    expect(quantile([10, 1, 3, 2], 0.5)).toBe(2.5)
    expect(quantile([10, 1, 3, 2], 0.25)).toBe(1.75)
    expect(quantile([10, 1, 3, 2], 0)).toBe(1)
    expect(quantile([10, 1, 3, 2], 1)).toBe(10)
  })

  it('sorts as numbers and leaves out what is missing', () => expect(quantile([100, null, 9, 20], 0.5)).toBe(20))
  it('says nothing of no value or outside 0…1', () => {
    expect(quantile([], 0.5)).toBeNull()
    expect(quantile([1, 2], 1.1)).toBeNull()
    expect(quantile([1, 2], Number.NaN)).toBeNull()
  })

  it('stays within the range of numbers at its ends', () => {
    expect(quantile([-1.7e308, 1.7e308], 0.5)).toBe(0)
  })
})
