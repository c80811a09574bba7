import { type SpecialRule, specialRules } from './control-rules.ts'
import { isPresent, type Missing } from './finite.ts'
import { mean } from './mean.ts'

/** Limits are null where the series does not vary; `points` in the order of the values. */
export type ControlChart = {
  mean: number
  lower: number | null
  upper: number | null
  points: { special: SpecialRule | null }[]
}

const FEWEST_POINTS = 12
/** 3/d₂ and D₄ for moving ranges of two. */
const RANGES_TO_LIMIT = 2.66
const GREATEST_RANGE = 3.267
/** Differences under this share of the greatest value are rounding, not variation. */
const ROUNDING = 1e-12

/** Mean of the moving ranges; those at or over 3.267 times the mean are left out once. */
function typicalRange(ranges: readonly number[]): number {
  const first = mean(ranges) ?? 0
  return mean(ranges.filter((range) => range < GREATEST_RANGE * first)) ?? 0
}

/**
 * XmR chart of a monthly or quarterly series: mean ± 2.66 · mean moving range, moving ranges ≥ 3.267 · mean left out
 * once. Mean and limits in the unit of the values. Rules, in this priority, every point of a run marked: `outside` a
 * limit; `trend`: 7 strictly rising or falling; `near-limit`: 2 of 3 beyond two thirds of the way to the limit on one
 * side; `shift`: 7 on one side of the mean.
 * A flat series, or one whose remaining ranges are all 0, has null limits and no special points.
 * Null under 12 points or when one is missing or not finite. Not for yearly figures.
 * Source: Wheeler, Understanding Variation (1993); NHS England, Making Data Count.
 */
export function controlChart(values: readonly (number | Missing)[]): ControlChart | null {
  const series = values.filter(isPresent)
  const centre = mean(series)
  if (series.length < FEWEST_POINTS || series.length < values.length || centre === null) return null
  const noise = ROUNDING * series.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0)
  const ranges = series.slice(1).map((value, index) => Math.abs(value - series[index]!))
  const margin = RANGES_TO_LIMIT * typicalRange(ranges.map((range) => (range <= noise ? 0 : range)))
  if (!isPresent(margin) || !isPresent(centre + margin) || !isPresent(centre - margin)) return null
  if (margin === 0) return { mean: centre, lower: null, upper: null, points: series.map(() => ({ special: null })) }
  const points = specialRules(series, centre, margin, noise).map((special) => ({ special }))
  return { mean: centre, lower: centre - margin, upper: centre + margin, points }
}
