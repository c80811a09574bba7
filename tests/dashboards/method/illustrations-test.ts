import { describe, expect, test } from 'vitest'
import * as drawn from '../../../dashboards/views/method/illustrations.ts'
import {
  controlChart,
  fittedBand,
  funnelLimits,
  indirectlyStandardisedRatio,
  linearFit,
  meanInterval,
  pairedChange,
  proportionInterval,
  quantile,
  rankIntervals,
  rateInterval,
  recentTrend,
  reliableChange,
  shrink,
} from '../../../data/stats/index.ts'

/** The pictures are drawn from invented numbers; what the methods make of them is not invented. */
describe('the pictures of the method page show what the methods give', () => {
  test('intervals of a share, a rate and a mean', () => {
    for (const { events, n, value, lower, upper } of [...drawn.SHARES, ...drawn.UNITS]) {
      const real = proportionInterval(events, n)!
      expect([100 * real.value, 100 * real.lower, 100 * real.upper]).toEqual([value, lower, upper].map(near(2)))
    }
    for (const { count, population, ...row } of drawn.RATES)
      expect(rateInterval(count, population, 1000)).toEqual(approximately(row))
    for (const { n, ...row } of drawn.MEANS) expect(meanInterval(n, 5, 2)).toEqual(approximately(row))
  })

  test('ranks, quartiles and ratios', () => {
    const estimates = drawn.RANKED.map(({ estimate }) => estimate)
    const errors = drawn.RANKED.map(({ error }) => error)
    expect(rankIntervals(estimates, errors)).toEqual(
      drawn.RANKED.map(({ value, lower, upper }) => ({ rank: value, lower, upper })),
    )
    expect([0.25, 0.5, 0.75].map((p) => quantile(drawn.IN_ORDER, p))).toEqual([...drawn.QUARTILES])
    for (const { observed, ...row } of drawn.RATIOS)
      expect(indirectlyStandardisedRatio(observed, 40)).toEqual(approximately(row))
  })

  test('shrinkage, control chart and paired change', () => {
    const shrunk = shrink(
      drawn.SHRUNK.map(({ from }) => from),
      drawn.SHRUNK.map(({ error }) => error),
    )!
    expect(shrunk.map((one) => one!.shrunk)).toEqual(drawn.SHRUNK.map(({ value }) => near(1)(value)))
    const chart = controlChart([...drawn.MONTHS])!
    expect({ mean: chart.mean, lower: chart.lower, upper: chart.upper }).toEqual(approximately(drawn.MONTHLY))
    expect(chart.points.flatMap(({ special }, month) => (special ? [month] : []))).toEqual([11])
    expect(pairedChange([...drawn.BEFORE], [...drawn.AFTER])!.mean).toBeCloseTo(4.4 - 5.7)
  })

  test('one series rises, the other does not', () => {
    const trendOf = (counts: readonly number[]) =>
      recentTrend(
        counts.map((count, index) => ({ period: 2020 + index, value: count / 200, count, n: 200 })),
        'neutral',
      )
    expect(trendOf(drawn.RISING)?.change).toBe('increasing')
    expect(trendOf(drawn.WAVERING)?.change).toBe('none')
  })

  test('the fitted line and its field', () => {
    const [x, y] = [drawn.PAIRS.map(([along]) => along), drawn.PAIRS.map(([, up]) => up)]
    expect(linearFit(x, y)?.n).toBe(20)
    const band = fittedBand(
      x,
      y,
      drawn.FITTED.map((point) => point.x),
    )!
    for (const [index, { lower, upper }] of drawn.FITTED.entries()) {
      expect(band[index]!.lower).toBeCloseTo(lower, 1)
      expect(band[index]!.upper).toBeCloseTo(upper, 1)
    }
  })

  test('exactly one point lies outside the funnel, below', () => {
    const outside = drawn.FUNNEL_POINTS.filter(([n, value]) => {
      const limits = funnelLimits(drawn.FUNNEL_SHARE, n, 'proportion')!
      return value / 100 < limits.lower998 || value / 100 > limits.upper998
    })
    expect(outside).toEqual([[160, 57]])
  })

  test('three steps of the rating are a reliable change, two are not', () => {
    expect([2, 3].map((steps) => reliableChange(6, 6 - steps, 2.5, 0.89)!.outcome)).toEqual(['none', 'decreased'])
  })
})

const near = (decimals: number) => (value: number) => expect.closeTo(value, decimals - 0.31)
const approximately = (row: object) =>
  expect.objectContaining(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, near(3)(value)])))
