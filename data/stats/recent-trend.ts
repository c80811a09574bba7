import { isPresent, type Missing } from './finite.ts'
import type { Direction } from './ranks.ts'
import { logitTrend, type ProportionPoint, type Trend, type WeightedPoint, weightedTrend } from './trend-slope.ts'

/** One year of a series: its value, with 95 % limits or, for a proportion, the count and n behind it. */
export type TrendPoint = {
  period: string | number
  value: number | Missing
  lower?: number | Missing
  upper?: number | Missing
  count?: number | Missing
  n?: number | Missing
}

export type RecentTrend = {
  change: 'increasing' | 'decreasing' | 'none'
  assessment: 'better' | 'worse' | null
  chiSquare: number
}

/** How many yearly points a recent trend looks at. */
export const TREND_YEARS = 5
/** χ² with one degree of freedom exceeded by chance in 0.2 % of cases. */
const CHI_SQUARE_998 = 9.549536
/** Width of a 95 % interval in standard errors, 2 · 1.96. */
const WIDTH_IN_ERRORS = 3.92

type YearPoint = TrendPoint & { t: number; value: number }

/**
 * Recent trend over the last five yearly points that have a value; the years must be consecutive.
 * Proportions with count and n: χ² for trend N(NΣrt − RΣnt)²/(R(N − R)(NΣnt² − (Σnt)²)), slope of the logit fit.
 * Else weighted least squares with w = (3.92/(upper − lower))², χ² = slope²/var. Counts take precedence.
 * A change is claimed only if χ² > 9.549536 (99.8 %, one df) and the slope keeps its sign in all five fits that leave
 * one year out. `assessment` judges a claimed change by the direction; null without change or direction.
 * Null for fewer than five points, a gap or a repeated year, periods other than years, missing or zero-width weights,
 * or counts that are all 0 or all n. Source: Fingertips (Public Health England), trend markers; Armitage 1955.
 */
export function recentTrend(points: readonly TrendPoint[], direction: Direction): RecentTrend | null {
  const years = lastConsecutiveYears(points)
  if (!years) return null
  const proportions = asProportions(years)
  if (proportions) return conclude(proportions, logitTrend, direction)
  const weighted = asWeighted(years)
  return weighted && conclude(weighted, weightedTrend, direction)
}

const yearOf = (period: string | number) => (/^\d{4}$/.test(String(period)) ? Number(period) : Number.NaN)

function lastConsecutiveYears(points: readonly TrendPoint[]): YearPoint[] | null {
  const dated = points.flatMap((point) =>
    isPresent(point.value) ? [{ ...point, value: point.value, t: yearOf(point.period) }] : [],
  )
  if (dated.some(({ t }) => Number.isNaN(t))) return null
  const last = dated.sort((a, b) => a.t - b.t).slice(-TREND_YEARS)
  const isConsecutive = last.every(({ t }, index) => t === last[0]!.t + index)
  return last.length === TREND_YEARS && isConsecutive ? last.map((point, t) => ({ ...point, t })) : null
}

/** Count and n of each year, or null unless every year is a proportion (0 ≤ count ≤ n, n > 0). */
function asProportions(years: YearPoint[]): ProportionPoint[] | null {
  const counted = years.flatMap(({ t, count, n }) =>
    isPresent(count) && isPresent(n) && n > 0 && count >= 0 && count <= n ? [{ t, count, n }] : [],
  )
  return counted.length === years.length ? counted : null
}

function asWeighted(years: YearPoint[]): WeightedPoint[] | null {
  const weighted = years.flatMap(({ t, value, lower, upper }) =>
    isPresent(lower) && isPresent(upper) && upper > lower
      ? [{ t, value, weight: (WIDTH_IN_ERRORS / (upper - lower)) ** 2 }]
      : [],
  )
  return weighted.length === years.length ? weighted : null
}

function conclude<P>(points: P[], test: (points: P[]) => Trend, direction: Direction): RecentTrend | null {
  const { chiSquare, sign } = test(points)
  if (!Number.isFinite(chiSquare)) return null
  const keepsSign = points.every((_, left) => test(points.filter((_, index) => index !== left)).sign === sign)
  const claimed = chiSquare > CHI_SQUARE_998 && keepsSign && sign !== 0
  if (!claimed) return { change: 'none', assessment: null, chiSquare }
  return { change: sign > 0 ? 'increasing' : 'decreasing', assessment: assess(sign, direction), chiSquare }
}

/** What a change, or a difference, of that sign is in that direction; null where none is better. */
export function assess(sign: number, direction: Direction): 'better' | 'worse' | null {
  if (direction === 'neutral') return null
  return sign > 0 === (direction === 'higher') ? 'better' : 'worse'
}
