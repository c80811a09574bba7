import { type RecentTrend, recentTrend, TREND_YEARS } from '../stats/index.ts'
import { type Figure, figureAt } from './figure.ts'
import { asRatio } from './precision.ts'
import type { Slice } from './slice.ts'
import type { Subject } from './subject.ts'

/** The recent trend of a municipality up to and with a year. */
export function recentTrendOf(subject: Subject, municipality: string, last: number): RecentTrend | null {
  const points = yearsOfTrend(subject.values, municipality, last).map((period) =>
    pointOf(subject, period, figureAt(subject, period, municipality)),
  )
  const trend = recentTrend(points, subject.indicator.direction)
  return trend && { ...trend, chiSquare: asRatio(trend.chiSquare) }
}

/** The last years with a value, as many as a trend looks at. */
function yearsOfTrend(values: Slice, municipality: string, last: number): number[] {
  const valued = values.periods.filter((period) => period <= last && values.value(period, municipality) !== null)
  return valued.slice(-TREND_YEARS)
}

/** Shares carry their counts, which the trend prefers; rates and others their limits. */
function pointOf({ indicator }: Subject, period: number, { value, lower, upper, events, n }: Figure) {
  const counts = indicator.kind === 'share' ? { count: events, n } : {}
  return { period, value, lower, upper, ...counts }
}
