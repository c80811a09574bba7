import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as stats from '../../data/stats/index.ts'
import { holds, ratings, units } from './properties.ts'

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
