import { describe, expect, it } from 'vitest'
import { chiSquareProbability } from '../../data/stats/distributions.ts'
import {
  controlChart,
  directlyStandardisedRate,
  funnelLimits,
  linearFit,
  meanInterval,
  overdispersion,
  pairedChange,
  pearson,
  poissonInterval,
  proportionInterval,
  quantile,
  rankIntervals,
  recentTrend,
  shrink,
  signedRank,
  spearman,
} from '../../data/stats/index.ts'
import reference from './reference/values.json' with { type: 'json' }

/** Each number of `expected` is met by the result to 1e-7, absolute or relative, whichever is wider. */
function expectClose(result: object | null, expected: Record<string, unknown>) {
  expect(result).not.toBeNull()
  for (const [key, actual] of Object.entries(result!)) {
    if (!(key in expected) || typeof actual !== 'number') continue
    const value = expected[key] as number
    expect(Math.abs(actual - value), `${key}: ${actual} for ${value}`).toBeLessThan(1e-7 * Math.max(1, Math.abs(value)))
  }
}

/** Five years 2019…2023 with the properties of one row of the reference. */
const yearly = (length: number, point: (index: number) => { value: number }) =>
  Array.from({ length }, (_, index) => ({ period: String(2019 + index), ...point(index) }))

const isSteady = ({ slope, leftOut }: { slope: number; leftOut: number[] }) =>
  leftOut.every((other) => Math.abs(other) > 1e-12 && Math.sign(other) === Math.sign(slope))

describe('against R (tests/stats/reference/values.R)', () => {
  it.each(reference.proportionInterval)('Wilson $events of $n at $confidence', (row) => {
    expectClose(proportionInterval(row.events, row.n, row.confidence), row)
  })

  it.each(reference.poissonInterval)('Poisson limits of $count at $confidence', (row) => {
    expectClose(poissonInterval(row.count, row.confidence), row)
  })

  it.each(reference.meanInterval)('t interval of n = $n at $confidence', (row) => {
    expectClose(meanInterval(row.n, row.mean, row.sd, row.confidence), row)
  })

  it.each(reference.directlyStandardisedRate)('directly standardised rate $value', (row) => {
    const strata = row.count.map((count, index) => ({
      count,
      population: row.population[index]!,
      weight: row.weight[index]!,
    }))
    expectClose(directlyStandardisedRate(strata, row.multiplier, row.confidence), row)
  })

  it.each(reference.funnelLimits)('funnel of a $kind, $pooled at $n', (row) => {
    const result = funnelLimits(row.pooled, row.n, row.kind as 'proportion' | 'rate')!
    for (const key of ['lower95', 'upper95', 'lower998', 'upper998'] as const) {
      expect(Math.abs(result[key] - row[key])).toBeLessThan(1e-9 * Math.max(1, row[key]))
    }
  })

  it.each(reference.overdispersion)('overdispersion phi $phi', (row) => {
    expectClose(overdispersion(row.z, row.s, row.winsorise), row)
  })

  it.each(reference.proportionTrend)('trend of proportions, χ² $chiSquare', (row) => {
    const points = yearly(5, (index) => ({ value: 1, count: row.count[index]!, n: row.n[index]! }))
    const result = recentTrend(points, 'higher')!
    expectClose(result, row)
    const direction = row.slope > 0 ? 'increasing' : 'decreasing'
    expect(result.change).toBe(row.chiSquare > 9.549536 && isSteady(row) ? direction : 'none')
  })

  it.each(reference.weightedTrend)('trend by weighted least squares, χ² $chiSquare', (row) => {
    const points = yearly(5, (index) => ({
      value: row.value[index]!,
      lower: row.lower[index]!,
      upper: row.upper[index]!,
    }))
    const result = recentTrend(points, 'lower')!
    expectClose(result, row)
    const direction = row.slope > 0 ? 'increasing' : 'decreasing'
    expect(result.change).toBe(row.chiSquare > 9.549536 && isSteady(row) ? direction : 'none')
  })

  it.each(reference.pairedChange)('paired t $t', (row) => {
    const result = pairedChange(row.before, row.after)
    expectClose(result, row)
    expect(Object.keys(result!).sort()).toEqual(['df', 'dz', 'lower', 'mean', 'n', 'p', 'sd', 't', 'upper'])
  })

  it.each(reference.signedRank)('signed rank V = $v', (row) => {
    expectClose(signedRank(row.differences), row)
  })

  it.each(reference.controlChart)('XmR limits $lower … $upper', (row) => {
    expectClose(controlChart(row.values), row)
  })

  it.each(reference.correlation)('correlations r $r, rho $rho', (row) => {
    expectClose(pearson(row.x, row.y), row)
    expectClose(spearman(row.x, row.y), row)
    expectClose(linearFit(row.x, row.y), row)
  })

  it.each(reference.shrink)('empirical Bayes of $estimates', (row) => {
    const result = shrink(row.estimates, row.standardErrors)!
    expect(result.map(({ raw }) => raw)).toEqual(row.estimates)
    for (const [index, { shrunk }] of result.entries()) expect(shrunk).toBeCloseTo(row.shrunk[index]!, 7)
  })

  it.each(reference.rankIntervals)('rank intervals of $estimates, simulated 200 000 times', (row) => {
    const result = rankIntervals(row.estimates, row.standardErrors, row.confidence)!
    expect(result.map(({ rank }) => rank)).toEqual(row.rank)
    expect(result.map(({ lower }) => lower)).toEqual(row.lower)
    expect(result.map(({ upper }) => upper)).toEqual(row.upper)
  })

  it.each(reference.quantile)('type-7 quantile $p', ({ values, p, value }) => {
    expect(quantile([values].flat(), p)).toBeCloseTo(value, 10)
  })

  it.each(reference.chiSquareProbability)('χ² probability of $x, df $df', ({ x, df, value }) => {
    expect(chiSquareProbability(x, df)).toBeCloseTo(value, 9)
  })
})
