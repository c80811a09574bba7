/** A value with what is known of its uncertainty: its own 95 % interval, or a half-width measured over the years. */
export type Measured = {
  value: number | null
  lower: number | null
  upper: number | null
  /** Half-width of a 95 % band around the value, in its unit, where it is measured instead of stated. */
  margin: number | null
}

export type Interval = { lower: number; upper: number }

/** Decimals that a change is rounded to before it is compared: beyond them lie only the errors of binary numbers. */
const PRECISION = 9

export const rounded = (value: number): number => Number(value.toFixed(PRECISION))

/**
 * 95 % interval of the difference `to` − `from` of two independent values out of their own intervals (MOVER: the square root
 * of the sum of squared distances to the nearer limits; for two Wilson intervals it is Newcombe's method 10, for two measured
 * margins the root of their squares). In the unit of the values; null where a value or its uncertainty is unknown.
 * Source: Newcombe 1998; Zou & Donner 2008.
 */
export function changeInterval(from: Measured, to: Measured): Interval | null {
  const [before, after] = [limitsOf(from), limitsOf(to)]
  if (!before || !after) return null
  const change = to.value! - from.value!
  return {
    lower: rounded(change - Math.hypot(to.value! - after.lower, before.upper - from.value!)),
    upper: rounded(change + Math.hypot(after.upper - to.value!, from.value! - before.lower)),
  }
}

function limitsOf({ value, lower, upper, margin }: Measured): Interval | null {
  if (value === null) return null
  if (lower !== null && upper !== null) return { lower, upper }
  return margin === null ? null : { lower: value - margin, upper: value + margin }
}
