import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownCount, shownMean, shownShare, shownSteps } from '../../../etl/protect/shown.ts'

test('counts are shown to the nearest five', () => {
  expect([10, 12, 13, 17, 18].map(shownCount)).toEqual([10, 10, 15, 15, 20])
})

describe('a share', () => {
  test('is whole percent of the protected counts', () => {
    expect(shownShare(40, 13)).toEqual({ value: 33, bound: null })
  })

  test('is bounded where the part or the rest is under five', () => {
    expect(shownShare(20, 4)).toEqual({ value: 50, bound: 'under' })
    expect(shownShare(100, 0)).toEqual({ value: 10, bound: 'under' })
    expect(shownShare(60, 57)).toEqual({ value: 80, bound: 'over' })
    expect(shownShare(60, 63)).toEqual({ value: 80, bound: 'over' })
  })

  test('is not told where the bound would be above fifty', () => {
    expect(shownShare(19, 4)).toBeNull()
    expect(shownShare(19, 15)).toBeNull()
    expect(shownShare(19, 5)).toEqual({ value: 26, bound: null })
  })

  test('is never nought or a hundred', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 5000 }), fc.integer({ min: 0, max: 5004 }), (all, having) => {
        const shown = shownShare(all, Math.min(having, all + 4))
        if (shown) expect(shown.value > 0 && shown.value < 100).toBe(true)
      }),
    )
  })
})

describe('a mean', () => {
  const scale = { min: 0, max: 9 }

  test('has noise of three quarters of half the scale, by its number', () => {
    // u of 0.5 draws nought, u of 0 draws -4.
    expect(shownMean([4, 5, 6, 5], scale, 0.5).value).toBe(5)
    expect(shownMean(Array(10).fill(5), scale, 0).value).toBe(Math.round((5 - (0.75 * 4.5 * 4) / 10) * 10) / 10)
  })

  test('has more where one lies farther out than half the scale', () => {
    const values = [9, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    expect(shownMean(values, scale, 0.9999).value).toBe(Math.round((0.9 + (0.75 * 8.1 * 4) / 10) * 10) / 10)
  })

  test('stays on the scale, and nought has no sign', () => {
    expect(shownMean(Array(5).fill(9), scale, 0.9999).value).toBe(9)
    expect(Object.is(shownMean(Array(5).fill(0), scale, 0).value, 0)).toBe(true)
  })
})

describe('a distribution', () => {
  test('merges neighbours from the lowest on until each has five', () => {
    expect(shownSteps([2, 4, 11, 1, 9])).toEqual([
      { first: 0, last: 1, count: 5 },
      { first: 2, last: 2, count: 10 },
      { first: 3, last: 4, count: 10 },
    ])
  })

  test('lets what is left at the end join the run before it', () => {
    expect(shownSteps([10, 12, 3, 0])).toEqual([
      { first: 0, last: 0, count: 10 },
      { first: 1, last: 3, count: 15 },
    ])
  })

  test('is not told where everything would end in one run', () => {
    expect(shownSteps([20, 2, 1])).toBeNull()
    expect(shownSteps([0, 0])).toBeNull()
  })
})
