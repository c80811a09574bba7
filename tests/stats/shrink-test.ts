import { describe, expect, it } from 'vitest'
import { shrink } from '../../data/stats/index.ts'

describe('shrink', () => {
  it('draws the eight schools (Rubin 1981) to one mean, as τ² is 0', () => {
    const schools = shrink([28, 8, -3, 7, -1, 1, 18, 12], [15, 10, 16, 11, 9, 11, 10, 18])!
    for (const { shrunk } of schools) expect(shrunk).toBeCloseTo(7.685617, 6)
  })

  it('by hand: 0, 4, 8 with s = 2 have τ² = 12, so keep 3/4 of their distance to 4', () => {
    expect(shrink([0, 4, 8], [2, 2, 2])).toEqual([
      { raw: 0, shrunk: expect.closeTo(1, 12) },
      { raw: 4, shrunk: expect.closeTo(4, 12) },
      { raw: 8, shrunk: expect.closeTo(7, 12) },
    ])
  })

  it('leaves a single unit where it is, and has nothing to say of an error of 0', () => {
    expect(shrink([3], [1])).toEqual([{ raw: 3, shrunk: 3 }])
    expect(shrink([], [])).toEqual([])
    expect(shrink([1, 2], [0, 1])).toBeNull()
    expect(shrink([1, 2], [1])).toBeNull()
    expect(shrink([1, Number.NaN], [1, 1])).toBeNull()
  })
})
