import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as stats from '../../data/stats/index.ts'
import { holds, ratings, units } from './properties.ts'

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
