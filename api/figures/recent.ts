import { type RecentTrend, recentTrend, TREND_YEARS } from '../../data/stats/index.ts'
import type { Slice } from '../release/slice.ts'
import { type Figure, figureAt } from './figure.ts'
import type { Subject } from './subject.ts'

/** Trends that were computed, for as long as the values that they were computed from are kept. */
const computed = new WeakMap<Slice, Map<string, RecentTrend | null>>()

/** The recent trend of a municipality up to and with a year. */
export function recentTrendOf(subject: Subject, municipality: string, last: number): RecentTrend | null {
  const ofSubject = computed.get(subject.values) ?? new Map<string, RecentTrend | null>()
  computed.set(subject.values, ofSubject)
  const key = `${municipality} ${last}`
  const known = ofSubject.get(key)
  if (known !== undefined) return known
  const trend = compute(subject, municipality, last)
  ofSubject.set(key, trend)
  return trend
}

function compute(subject: Subject, municipality: string, last: number): RecentTrend | null {
  const points = yearsOfTrend(subject.values, municipality, last).map((period) =>
    pointOf(subject, period, figureAt(subject, period, municipality)),
  )
  return recentTrend(points, subject.indicator.direction)
}

/** The last years with a value, as many as a trend looks at. */
function yearsOfTrend(values: Slice, municipality: string, last: number): number[] {
  const valued = values.periods.filter((period) => period <= last && values.value(period, municipality) !== null)
  return valued.slice(-TREND_YEARS)
}

/** The recent trend as two cells of a table. */
export const trendCells = (trend: RecentTrend | null) => ({
  recentTrend: trend?.change ?? null,
  trendAssessment: trend?.assessment ?? null,
})

/** Shares carry their counts, which the trend prefers; rates and others their limits. */
function pointOf({ indicator }: Subject, period: number, { value, lower, upper, events, n }: Figure) {
  const counts = indicator.kind === 'share' ? { count: events, n } : {}
  return { period, value, lower, upper, ...counts }
}
