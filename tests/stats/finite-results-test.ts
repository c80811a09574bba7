import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as stats from '../../data/stats/index.ts'
import { holds } from './properties.ts'

/** Every number anywhere in a result. */
const numbersIn = (result: unknown): number[] => {
  if (typeof result === 'number') return [result]
  return result && typeof result === 'object' ? Object.values(result).flatMap(numbersIn) : []
}

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
          stats.expectedCount([{ population: a, referencePopulation: b, referenceCount: c }]),
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
          stats.yearlyNoise(
            [...plainX, ...plainX, ...plainX, ...plainX, ...plainX].map((change, size) => ({ size, change })),
          ),
          [
            stats.pearson(x, y),
            stats.spearman(x, y),
            stats.linearFit(x, y),
            stats.pearson(x, x),
            stats.linearFit(x, x),
          ],
          [stats.fittedBand(x, y, plainX), stats.fittedBand(x, x, [number])],
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
