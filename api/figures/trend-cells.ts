import type { RecentTrend } from '../../data/model/answers/figure.ts'

/** The recent trend as two cells of a table. */
export const trendCells = (trend: RecentTrend) => ({
  recentTrend: trend?.change ?? null,
  trendAssessment: trend?.assessment ?? null,
})
