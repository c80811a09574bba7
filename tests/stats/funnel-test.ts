import { describe, expect, it } from 'vitest'
import {
  funnelLimits,
  funnelStandardError,
  overdispersedLimits,
  overdispersion,
  proportionInterval,
  rankIntervals,
  shrink,
} from '../../data/stats/index.ts'

describe('funnelLimits', () => {
  it('of a proportion are π ± z√(π(1 − π)/n): 0.1 at 100 is 0.1 ± 1.959964 · 0.03', () => {
    expect(funnelLimits(0.1, 100, 'proportion')).toEqual({
      lower95: expect.closeTo(0.1 - 0.0587989, 7),
      upper95: expect.closeTo(0.1 + 0.0587989, 7),
      lower998: expect.closeTo(0.1 - 0.092707, 6),
      upper998: expect.closeTo(0.1 + 0.092707, 6),
    })
  })

  it('leave a share outside exactly when its Wilson interval excludes the pooled value', () => {
    const { lower95, upper95 } = funnelLimits(0.3, 40, 'proportion')!
    for (let events = 0; events <= 40; events++) {
      const { value, lower, upper } = proportionInterval(events, 40)!
      expect(value < lower95 || value > upper95, `${events} of 40`).toBe(lower > 0.3 || upper < 0.3)
    }
  })

  it('have no lower limit where even no event is within chance: e⁻³ > 0.025', () => {
    expect(funnelLimits(3, 1, 'rate')!.lower95).toBe(0)
    expect(funnelLimits(3.7, 1, 'rate')!.lower95).toBeGreaterThan(0)
  })

  it('close on a pooled value of 0 or 1, and stay within 0…1', () => {
    const zero = { lower95: 0, upper95: 0, lower998: 0, upper998: 0 }
    expect(funnelLimits(0, 50, 'proportion')).toEqual(zero)
    expect(funnelLimits(0, 50, 'rate')).toEqual(zero)
    expect(funnelLimits(0.5, 1, 'proportion')).toEqual({ lower95: 0, upper95: 1, lower998: 0, upper998: 1 })
  })

  it.each([
    [0.1, 0, 'rate'],
    [-0.1, 10, 'rate'],
    [1.1, 10, 'proportion'],
    [Number.NaN, 10, 'proportion'],
    [0.1, Number.POSITIVE_INFINITY, 'rate'],
  ] as const)('say nothing of %d at %d, %s', (pooled, n, kind) => expect(funnelLimits(pooled, n, kind)).toBeNull())
})

describe('overdispersion', () => {
  it('by hand: z 2, −2, 2, −2 with s = 0.5 has φ = 4, τ² = (16 − 3)/(16 − 64/16)', () => {
    expect(overdispersion([2, -2, 2, -2], [0.5, 0.5, 0.5, 0.5])).toEqual({ phi: 4, tauSquared: 13 / 12 })
  })

  it('draws in the extremes: of 0…10 the ends become 1 and 9', () => {
    const z = Array.from({ length: 11 }, (_, index) => index)
    expect(overdispersion(z, Array(11).fill(1))!.phi).toBeCloseTo(
      (1 + 1 + 4 + 9 + 16 + 25 + 36 + 49 + 64 + 81 + 81) / 11,
      12,
    )
  })

  it('says nothing of one unit, an error of 0, or lists that do not match', () => {
    expect(overdispersion([1], [1])).toBeNull()
    expect(overdispersion([1, 2], [1, 0])).toBeNull()
    expect(overdispersion([1, 2], [1])).toBeNull()
    expect(overdispersion([1, Number.NaN], [1, 1])).toBeNull()
    expect(overdispersion([1, 2], [1, 1], 0.6)).toBeNull()
  })
})

describe('overdispersedLimits', () => {
  it('widen s = 0.03 by τ = 0.04 to 0.05', () => {
    expect(funnelStandardError(0.1, 100, 'proportion')).toBeCloseTo(0.03, 12)
    expect(overdispersedLimits(0.1, 100, 'proportion', 0.0016)).toMatchObject({
      lower95: expect.closeTo(0.1 - 1.959964 * 0.05, 7),
      upper95: expect.closeTo(0.1 + 1.959964 * 0.05, 7),
      lower998: 0,
    })
  })

  it('use √(λ/n) for a rate and are not bounded by 1', () => {
    expect(overdispersedLimits(4, 4, 'rate', 0)!.upper95).toBeCloseTo(4 + 1.959964, 6)
  })

  it('say nothing of a negative τ² or of no base', () => {
    expect(overdispersedLimits(0.1, 100, 'rate', -1)).toBeNull()
    expect(overdispersedLimits(0.1, 0, 'rate', 0)).toBeNull()
  })
})

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
