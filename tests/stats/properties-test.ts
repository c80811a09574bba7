import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as stats from '../../data/stats/index.ts'

const confidence = fc.constantFrom(0.8, 0.95, 0.998)
const count = fc.integer({ min: 0, max: 5000 })
const rating = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
const ratings = fc.array(rating, { minLength: 1, maxLength: 40 })
const shares = fc.integer({ min: 1, max: 2000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
const units = fc.array(
  fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true })),
  {
    minLength: 1,
    maxLength: 8,
  },
)

/** Every number anywhere in a result. */
const numbersIn = (result: unknown): number[] => {
  if (typeof result === 'number') return [result]
  return result && typeof result === 'object' ? Object.values(result).flatMap(numbersIn) : []
}

const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (input: T) => void, numRuns = 200) =>
  fc.assert(fc.property(arbitrary, property), { numRuns })

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

describe('ranks', () => {
  it('are invariant under a monotone change', () => {
    holds(fc.array(fc.integer({ min: -1000, max: 1000 })), (values) => {
      const grown = values.map((value) => value ** 3 + value)
      expect(stats.ranks(grown, 'higher')).toEqual(stats.ranks(values, 'higher'))
      expect(stats.quantileGroup(grown, 4)).toEqual(stats.quantileGroup(values, 4))
      expect(stats.bands(grown, 'lower')).toEqual(stats.bands(values, 'lower'))
      const rho = stats.spearman(values, grown)
      if (rho) expect(rho.rho).toBeCloseTo(1, 12)
    })
  })

  it('are one more than the number of better values', () => {
    holds(ratings, (values) => {
      const better = (value: number) => values.filter((other) => other < value).length
      expect(stats.ranks(values, 'lower')).toEqual(values.map((value) => 1 + better(value)))
    })
  })

  it('change places with the direction', () => {
    holds(ratings, (values) => {
      const negated = values.map((value) => -value)
      expect(stats.ranks(values, 'lower')).toEqual(stats.ranks(negated, 'higher'))
    })
  })

  it('lie within their interval, which does not depend on the order of the units', () => {
    holds(
      units,
      (rows) => {
        const intervals = (list: typeof rows) =>
          stats.rankIntervals(
            list.map(([estimate]) => estimate),
            list.map(([, error]) => error),
          )!
        const straight = intervals(rows)
        expect(
          straight.every(
            ({ rank, lower, upper }) => 1 <= lower && lower <= rank && rank <= upper && upper <= rows.length,
          ),
        ).toBe(true)
        expect(intervals(rows.toReversed())).toEqual(straight.toReversed())
      },
      60,
    )
  })

  it('put every group’s size within one of the others where nothing ties', () => {
    holds(
      fc.tuple(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.integer({ min: 1, max: 10 })),
      ([values, groups]) => {
        const found = stats.quantileGroup(values, groups)
        if (values.length < groups) {
          expect(found.every((group) => group === null)).toBe(true)
          return
        }
        const sizes = Array.from({ length: groups }, (_, index) => found.filter((group) => group === index + 1).length)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      },
    )
  })
})

describe('a summary', () => {
  it('does not depend on the order of the values, to the last digit', () => {
    holds(ratings, (values) => {
      const turned = values.toReversed()
      expect(stats.mean(turned)).toBe(stats.mean(values))
      expect(stats.standardDeviation(turned)).toBe(stats.standardDeviation(values))
      expect(stats.quantile(turned, 0.3)).toBe(stats.quantile(values, 0.3))
    })
  })

  it('of change turns its sign, and keeps its p, when before and after change places', () => {
    holds(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 2 }),
      (pairs) => {
        const before = pairs.map(([first]) => first)
        const after = pairs.map(([, second]) => second)
        const there = stats.pairedChange(before, after)!
        const back = stats.pairedChange(after, before)!
        expect(back.mean + there.mean).toBeCloseTo(0, 12)
        expect(back.p === null ? null : back.p - there.p!).toBe(there.p === null ? null : 0)
        const up = stats.signedRank(after.map((value, index) => value - before[index]!))
        const down = stats.signedRank(before.map((value, index) => value - after[index]!))
        if (up) expect(up.v + down!.v).toBe((up.n * (up.n + 1)) / 2)
      },
    )
  })

  it('drawn towards the mean never passes it, and keeps more where the error is less', () => {
    holds(units, (rows) => {
      const result = stats.shrink(
        rows.map(([estimate]) => estimate),
        rows.map(([, error]) => error),
      )!
      const raw = result.map((row) => row.raw)
      const within = ({ shrunk }: { shrunk: number }) =>
        shrunk >= Math.min(...raw) - 1e-9 && shrunk <= Math.max(...raw) + 1e-9
      expect(result.every(within)).toBe(true)
    })
  })
})

describe('no result', () => {
  const junk = fc.oneof(
    fc.double(),
    fc.integer({ min: -3, max: 20 }),
    fc.constantFrom(0, 1, Number.NaN, Number.POSITIVE_INFINITY),
  )
  const some = fc.array(fc.oneof(junk, fc.constant(null)), { maxLength: 20 })
  const plain = fc.array(junk, { maxLength: 8 })
  const direction = fc.constantFrom('higher' as const, 'lower' as const, 'neutral' as const)

  it('of single numbers is ever NaN or infinite', () => {
    holds(
      fc.tuple(junk, junk, junk, junk, direction),
      ([a, b, c, d, way]) => {
        const results = [
          stats.proportionInterval(a, b, c),
          stats.poissonInterval(a, b),
          stats.rateInterval(a, b, c, d),
          stats.meanInterval(a, b, c, d),
          stats.indirectlyStandardisedRatio(a, b, c),
          stats.directlyStandardisedRate([{ count: a, population: b, weight: c }], d),
          stats.funnelLimits(a, b, 'proportion'),
          stats.funnelLimits(a, b, 'rate'),
          stats.overdispersedLimits(a, b, 'rate', c),
          stats.funnelStandardError(a, b, 'proportion'),
          stats.reliableChange(a, b, c, d),
          stats.compareWithReference(a, b, c, d, way),
        ]
        expect(numbersIn(results).every(Number.isFinite)).toBe(true)
      },
      2000,
    )
  })

  it('of lists is ever NaN or infinite', () => {
    holds(
      fc.tuple(some, some, plain, plain, junk, direction),
      ([x, y, plainX, plainY, number, way]) => {
        const points = x.map((value, index) => ({ period: 2000 + index, value, lower: y[index], upper: plainX[index] }))
        const counted = points.map((point, index) => ({ ...point, count: y[index], n: plainY[index] }))
        const results = [
          [stats.mean(x), stats.standardDeviation(x), stats.quantile(x, number), stats.quantileGroup(x, number)],
          [stats.ranks(x, way), stats.bands(x, way), stats.controlChart(x), stats.controlChart(plainX)],
          [
            stats.pearson(x, y),
            stats.spearman(x, y),
            stats.linearFit(x, y),
            stats.pearson(x, x),
            stats.linearFit(x, x),
          ],
          [stats.pairedChange(x, y), stats.pairedChange(x, x.toReversed()), stats.signedRank(x)],
          [stats.overdispersion(plainX, plainY, number), stats.overdispersion(plainX, plainX.map(Math.abs))],
          [stats.shrink(plainX, plainY), stats.shrink(plainX, plainX.map(Math.abs))],
          [stats.rankIntervals(plainX, plainY), stats.rankIntervals(plainX, plainX.map(Math.abs))],
          [stats.recentTrend(points, way), stats.recentTrend(counted, way)],
        ]
        expect(numbersIn(results).every(Number.isFinite)).toBe(true)
      },
      1000,
    )
  })
})

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
