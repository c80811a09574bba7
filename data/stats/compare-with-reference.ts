import { isPresent, type Missing } from './finite.ts'
import type { Direction } from './ranks.ts'

/** How a value stands to a reference; the words without judgement are for indicators without a direction. */
export type Comparison = 'better' | 'similar' | 'worse' | 'higher' | 'lower'

/**
 * `similar` when the reference lies inside the value's 95 % interval or on its limit; else `better` or `worse` in the
 * indicator's direction, `higher` or `lower` where it is neutral. All four numbers in one unit.
 * Null when one is missing or not finite, or the value is not within its limits.
 * Source: Fingertips (Public Health England), comparison by overlapping confidence intervals.
 */
export function compareWithReference(
  value: number | Missing,
  lower: number | Missing,
  upper: number | Missing,
  reference: number | Missing,
  direction: Direction,
): Comparison | null {
  if (!isPresent(value) || !isPresent(lower) || !isPresent(upper) || !isPresent(reference)) return null
  if (lower > value || upper < value) return null
  if (reference >= lower && reference <= upper) return 'similar'
  const isHigher = reference < lower
  if (direction === 'neutral') return isHigher ? 'higher' : 'lower'
  return isHigher === (direction === 'higher') ? 'better' : 'worse'
}
