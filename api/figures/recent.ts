import { type RecentTrend, recentTrend } from '../../data/stats/index.ts'
import { type Figure, figureAt } from './figure.ts'
import type { Subject } from './subject.ts'

/** The recent trend of a municipality up to and with a year. */
export function recentTrendOf(subject: Subject, municipality: string, last: number): RecentTrend | null {
  const points = subject.values.periods
    .filter((period) => period <= last)
    .map((period) => pointOf(subject, period, figureAt(subject, period, municipality)))
  return recentTrend(points, subject.indicator.direction)
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
