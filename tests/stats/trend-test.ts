import { describe, expect, it } from 'vitest'
import { recentTrend, type TrendPoint } from '../../data/stats/index.ts'

const counted = (counts: number[], n = 100, from = 2019): TrendPoint[] =>
  counts.map((count, index) => ({ period: String(from + index), value: count / n, count, n }))

const measured = (values: number[], margin = 0.5): TrendPoint[] =>
  values.map((value, index) => ({ period: 2019 + index, value, lower: value - margin, upper: value + margin }))

describe('recentTrend of proportions', () => {
  it('gives 500·50000²/(150·350·500000) = 47.619048 for 10, 20, 30, 40, 50 of 100', () => {
    expect(recentTrend(counted([10, 20, 30, 40, 50]), 'higher')).toEqual({
      change: 'increasing',
      assessment: 'better',
      chiSquare: expect.closeTo(1000 / 21, 9),
    })
  })

  it('judges by the direction, and not at all where there is none', () => {
    expect(recentTrend(counted([50, 40, 30, 20, 10]), 'higher')).toMatchObject({
      change: 'decreasing',
      assessment: 'worse',
    })
    expect(recentTrend(counted([50, 40, 30, 20, 10]), 'lower')).toMatchObject({ assessment: 'better' })
    expect(recentTrend(counted([50, 40, 30, 20, 10]), 'neutral')).toMatchObject({
      change: 'decreasing',
      assessment: null,
    })
  })

  it('claims no change that one year alone makes', () => {
    const result = recentTrend(counted([30, 30, 30, 30, 75], 200), 'higher')!
    expect(result.chiSquare).toBeGreaterThan(9.549536)
    expect(result).toMatchObject({ change: 'none', assessment: null })
  })

  it('claims no change below 99.8 % though every fit points the same way', () => {
    const result = recentTrend(counted([40, 43, 46, 49, 52]), 'higher')!
    expect(result.chiSquare).toBeLessThan(9.549536)
    expect(result.change).toBe('none')
  })

  it('looks at the last five years only, in whatever order they come', () => {
    const six = [...counted([90], 100, 2018), ...counted([10, 20, 30, 40, 50])]
    expect(recentTrend(six.toReversed(), 'higher')).toEqual(recentTrend(counted([10, 20, 30, 40, 50]), 'higher'))
  })

  it('lets counts take precedence over intervals', () => {
    const both = counted([10, 20, 30, 40, 50]).map((point) => ({ ...point, lower: 0, upper: 1 }))
    expect(recentTrend(both, 'higher')!.chiSquare).toBeCloseTo(1000 / 21, 9)
  })

  it('says nothing when the counts are all 0 or all n', () => {
    expect(recentTrend(counted([0, 0, 0, 0, 0]), 'higher')).toBeNull()
    expect(recentTrend(counted([100, 100, 100, 100, 100]), 'higher')).toBeNull()
  })
})

describe('recentTrend by weighted least squares', () => {
  it('gives (slope 1)²·10·3.92² = 153.664 for 1…5 with intervals one wide', () => {
    expect(recentTrend(measured([1, 2, 3, 4, 5]), 'lower')).toEqual({
      change: 'increasing',
      assessment: 'worse',
      chiSquare: expect.closeTo(153.664, 9),
    })
  })

  it('claims nothing of a flat series, or of one that is flat without its last year', () => {
    expect(recentTrend(measured([0.1, 0.1, 0.1, 0.1, 0.1]), 'higher')).toMatchObject({ change: 'none' })
    const leap = [0.3, 0.5, 0.7, 0.4, 0.6].map((margin, index) => measured(Array(5).fill(0.1), margin)[index]!)
    const last = { period: 2023, value: 9, lower: 8.6, upper: 9.4 }
    const result = recentTrend([...leap.slice(0, 4), last], 'higher')!
    expect(result.chiSquare).toBeGreaterThan(9.549536)
    expect(result.change).toBe('none')
  })

  it('is used for counts that are no proportion', () => {
    const rates = measured([1, 2, 3, 4, 5]).map((point) => ({ ...point, count: 20, n: 10 }))
    expect(recentTrend(rates, 'lower')!.chiSquare).toBeCloseTo(153.664, 9)
  })

  it('says nothing without weights', () => {
    const [first, ...rest] = measured([1, 2, 3, 4, 5])
    expect(recentTrend([{ period: first!.period, value: 1 }, ...rest], 'higher')).toBeNull()
    expect(recentTrend(measured([1, 2, 3, 4, 5], 0), 'higher')).toBeNull()
  })
})

describe('the years of recentTrend', () => {
  const five = counted([10, 20, 30, 40, 50])

  it('says nothing of four years, a gap or a year given twice', () => {
    expect(recentTrend(five.slice(1), 'higher')).toBeNull()
    expect(recentTrend([...counted([5], 100, 2017), ...five.slice(1)], 'higher')).toBeNull()
    expect(recentTrend([...five, five[4]!], 'higher')).toBeNull()
  })

  it('takes a year without a value as a gap, and passes over one at the end', () => {
    const hole = five.map((point, index) => (index === 2 ? { ...point, value: null } : point))
    expect(recentTrend(hole, 'higher')).toBeNull()
    expect(recentTrend([...five, { period: '2024', value: null }], 'higher')).toEqual(recentTrend(five, 'higher'))
  })

  it('says nothing of months', () => {
    const months = five.map((point, index) => ({ ...point, period: `2024-0${index + 1}` }))
    expect(recentTrend(months, 'higher')).toBeNull()
  })
})
