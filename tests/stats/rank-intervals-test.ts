import { describe, expect, it } from 'vitest'
import { rankIntervals } from '../../data/stats/index.ts'

describe('rankIntervals', () => {
  it('is certain when nothing is uncertain, ties aside', () => {
    expect(rankIntervals([1, 2, 3, 3], [0, 0, 0, 0])).toEqual([
      { rank: 4, lower: 4, upper: 4 },
      { rank: 3, lower: 3, upper: 3 },
      { rank: 1, lower: 1, upper: 2 },
      { rank: 1, lower: 1, upper: 2 },
    ])
  })

  it('of two units is the test of their difference, two-sided at first', () => {
    expect(rankIntervals([0, 1.95], [0.6, 0.8])![0]).toEqual({ rank: 2, lower: 1, upper: 2 })
    expect(rankIntervals([0, 1.97], [0.6, 0.8])![0]).toEqual({ rank: 2, lower: 2, upper: 2 })
  })

  it('steps down: with five far below, the sixth is held against a smaller critical value', () => {
    const [unit] = rankIntervals([0, 3.4, -20, -20, -20, -20, -20], Array(7).fill(1))!
    const [single] = rankIntervals([0, 3.4, 0, 0, 0, 0, 0], Array(7).fill(1))!
    expect(unit).toEqual({ rank: 2, lower: 2, upper: 2 })
    expect(single!.lower).toBe(1)
  })

  it('can be run again with the same result', () => {
    const estimates = Array.from({ length: 30 }, (_, index) => Math.sin(index * 7))
    const errors = estimates.map((_, index) => 0.05 + (index % 5) / 10)
    expect(rankIntervals(estimates, errors)).toEqual(rankIntervals(estimates, errors))
  })

  it('says nothing of lists that do not match or a negative error', () => {
    expect(rankIntervals([1, 2], [1])).toBeNull()
    expect(rankIntervals([1, 2], [1, -1])).toBeNull()
    expect(rankIntervals([1, Number.NaN], [1, 1])).toBeNull()
    expect(rankIntervals([], [])).toEqual([])
    expect(rankIntervals([7], [1])).toEqual([{ rank: 1, lower: 1, upper: 1 }])
  })
})
