import { describe, expect, it } from 'vitest'
import * as stats from '../../data/stats/index.ts'

describe('a million values', () => {
  const million = Array.from({ length: 1_000_000 }, (_, index) => (index * 7919) % 1_000_003)

  it('are ranked, grouped and summed', () => {
    const ranked = stats.ranks(million, 'lower')
    expect(ranked[0]).toBe(1)
    expect(new Set(ranked).size).toBe(1_000_000)
    expect(stats.quantileGroup(million, 10).filter((group) => group === 10)).toHaveLength(100_000)
    expect(stats.mean(million)).toBeCloseTo(million.reduce((sum, value) => sum + value, 0) / 1_000_000, 6)
    expect(stats.quantile(million, 0)).toBe(0)
  })

  it('all tied, share one rank', () => {
    const tied = million.map((_, index) => (index === 5 ? null : 4))
    const ranked = stats.ranks(tied, 'higher')
    expect(new Set(ranked)).toEqual(new Set([1, null]))
    expect(stats.controlChart(tied.filter((value) => value !== null))).toMatchObject({ mean: 4, lower: null })
  })
})
