import { chiSquareProbability, normalCritical } from './distributions.ts'
import { finiteOrNull, isPresent } from './finite.ts'
import type { Limits } from './interval.ts'
import { fallingRoot } from './root.ts'

/** What the funnel's value is: a share of n, or events per n. */
export type FunnelKind = 'proportion' | 'rate'

/** Limits that 95 % and 99.8 % of the units keep within when chance alone is at work. */
export type FunnelLimits = { lower95: number; upper95: number; lower998: number; upper998: number }

/** Wilson's interval touches π when |p − π| = z·√(π(1 − π)/n). */
function proportionLimits(pooled: number, n: number, confidence: number): Limits {
  const margin = normalCritical(confidence) * Math.sqrt((pooled * (1 - pooled)) / n)
  return { lower: Math.max(0, pooled - margin), upper: Math.min(1, pooled + margin) }
}

/** The count whose exact lower limit is `expected`: P(χ²(2x) ≤ 2·expected) = tail. */
function highestCount(expected: number, tail: number): number {
  const ceiling = expected + 20 * Math.sqrt(expected) + 100
  return expected === 0 ? 0 : fallingRoot((x) => chiSquareProbability(2 * expected, 2 * x) - tail, 0, ceiling)
}

/** The count whose exact upper limit is `expected`: P(χ²(2x + 2) ≤ 2·expected) = 1 − tail; 0 where even 0 reaches it. */
function lowestCount(expected: number, tail: number): number {
  if (Math.exp(-expected) >= tail) return 0
  return fallingRoot((x) => chiSquareProbability(2 * expected, 2 * x + 2) - (1 - tail), 0, expected)
}

function rateLimits(pooled: number, n: number, confidence: number): Limits {
  const tail = (1 - confidence) / 2
  return { lower: lowestCount(pooled * n, tail) / n, upper: highestCount(pooled * n, tail) / n }
}

/**
 * Funnel limits at `n`: the values at which a unit's own interval (Wilson; exact Poisson) just touches the pooled
 * value, so that a point is outside exactly when its interval excludes the pooled value.
 * `pooled` and limits per one of `n`; a proportion's within 0…1, a rate's ≥ 0. `n` > 0 need not be whole.
 * Null for n not above 0 or a pooled value outside its range. Source: Spiegelhalter, Stat Med 24 (2005).
 */
export function funnelLimits(pooled: number, n: number, kind: FunnelKind): FunnelLimits | null {
  if (!isFunnelBase(pooled, n, kind)) return null
  const limitsAt = kind === 'proportion' ? proportionLimits : rateLimits
  return labelled(limitsAt(pooled, n, 0.95), limitsAt(pooled, n, 0.998))
}

/** True for n above 0 and a pooled value within its range. */
export const isFunnelBase = (pooled: number, n: number, kind: FunnelKind): boolean =>
  isPresent(pooled * n) && n > 0 && pooled >= 0 && (kind === 'rate' || pooled <= 1)

/** The two pairs of limits as one record; null if one of them is not finite. */
export const labelled = (at95: Limits, at998: Limits): FunnelLimits | null =>
  finiteOrNull({ lower95: at95.lower, upper95: at95.upper, lower998: at998.lower, upper998: at998.upper })
