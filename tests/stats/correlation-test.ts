import { describe, expect, it } from 'vitest'
import { linearFit, pearson, spearman } from '../../data/stats/index.ts'

describe('correlation and fit', () => {
  it('is exact for points on a line', () => {
    expect(pearson([1, 2, 3], [2, 4, 6])).toEqual({ r: 1, n: 3 })
    expect(linearFit([1, 2, 3], [3, 5, 7])).toEqual({ slope: 2, intercept: 1, n: 3 })
  })

  it('works by hand: x 1 2 3, y 1 2 4 has r = 3/√(2 · 14/3)', () => {
    expect(pearson([1, 2, 3], [1, 2, 4])!.r).toBeCloseTo(3 / Math.sqrt(28 / 3), 12)
    expect(linearFit([1, 2, 3], [1, 2, 4])).toEqual({ slope: 1.5, intercept: expect.closeTo(-2 / 3, 12), n: 3 })
  })

  it('ranks with ties: 1 2.5 2.5 4 against 1 3 2 4 has rho = 4.5/√(4.5 · 5)', () => {
    expect(spearman([10, 20, 20, 40], [1, 3, 2, 9])!.rho).toBeCloseTo(4.5 / Math.sqrt(22.5), 12)
  })

  it('leaves out pairs that are not whole', () => {
    expect(pearson([1, 2, null, 3, 9], [1, 2, 5, 4, null])).toEqual(pearson([1, 2, 3], [1, 2, 4]))
  })

  it('says nothing under 3 pairs or without variation', () => {
    for (const measure of [pearson, spearman, linearFit]) {
      expect(measure([1, 2], [1, 2])).toBeNull()
      expect(measure([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull()
      expect(measure([1, 2, 3], [1, 2])).toBeNull()
    }
    expect(pearson([1, 2, 3], [0.1, 0.1, 0.1])).toBeNull()
    expect(linearFit([1, 2, 3], [0.1, 0.1, 0.1])).toEqual({ slope: 0, intercept: 0.1, n: 3 })
  })
})
