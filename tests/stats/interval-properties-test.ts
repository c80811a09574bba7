import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as stats from '../../data/stats/index.ts'
import { confidence, count, holds, rating, shares } from './properties.ts'

describe('an interval', () => {
  it('of a proportion contains the share and stays within 0…1', () => {
    holds(fc.tuple(shares, confidence), ([[events, n], level]) => {
      const { value, lower, upper } = stats.proportionInterval(events, n, level)!
      expect(value >= lower && value <= upper && lower >= 0 && upper <= 1).toBe(true)
    })
  })

  it('of a proportion mirrors that of its complement', () => {
    holds(shares, ([events, n]) => {
      const some = stats.proportionInterval(events, n)!
      const rest = stats.proportionInterval(n - events, n)!
      expect(some.lower).toBeCloseTo(1 - rest.upper, 10)
    })
  })

  it('of a proportion narrows with n', () => {
    holds(fc.tuple(shares, fc.integer({ min: 2, max: 9 })), ([[events, n], times]) => {
      const few = stats.proportionInterval(events, n)!
      const many = stats.proportionInterval(events * times, n * times)!
      expect(many.upper - many.lower).toBeLessThan(few.upper - few.lower)
    })
  })

  it('of a count contains it and widens with the confidence', () => {
    holds(count, (events) => {
      const narrow = stats.poissonInterval(events, 0.95)!
      const wide = stats.poissonInterval(events, 0.998)!
      expect(narrow.lower <= events && narrow.upper >= events).toBe(true)
      expect(wide.lower <= narrow.lower && wide.upper >= narrow.upper).toBe(true)
    })
  })

  it('of a mean is symmetric and narrows with n', () => {
    holds(
      fc.tuple(fc.integer({ min: 2, max: 500 }), rating, fc.double({ min: 0.01, max: 99, noNaN: true })),
      ([n, mean, sd]) => {
        const few = stats.meanInterval(n, mean, sd)!
        const many = stats.meanInterval(n + 1, mean, sd)!
        expect(few.upper - mean).toBeCloseTo(mean - few.lower, 6)
        expect(many.upper - many.lower).toBeLessThan(few.upper - few.lower)
      },
    )
  })

  it('of standardised figures contains them', () => {
    const stratum = fc.record({
      count,
      population: fc.integer({ min: 1, max: 90000 }),
      weight: fc.integer({ min: 1, max: 900 }),
    })
    holds(fc.tuple(fc.array(stratum, { maxLength: 8 }), confidence), ([strata, level]) => {
      const result = stats.directlyStandardisedRate(strata, 1000, level)
      const events = strata.reduce((sum, { count }) => sum + count, 0)
      if (!result) expect(events).toBeLessThan(10)
      else expect(result.lower <= result.value && result.value <= result.upper).toBe(true)
    })
  })

  it('of a funnel contains the pooled value, the outer limits the inner ones, and narrows with n', () => {
    const base = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 20000 }))
    holds(fc.tuple(base, fc.constantFrom('proportion' as const, 'rate' as const)), ([[pooled, n], kind]) => {
      const few = stats.funnelLimits(pooled, n, kind)!
      const many = stats.funnelLimits(pooled, 2 * n, kind)!
      expect(few.lower998 <= few.lower95 && few.lower95 <= pooled).toBe(true)
      expect(few.upper998 >= few.upper95 && few.upper95 >= pooled).toBe(true)
      expect(many.upper95 - many.lower95).toBeLessThanOrEqual(few.upper95 - few.lower95)
    })
  })
})
