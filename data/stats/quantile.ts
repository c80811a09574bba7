import { type Missing, presentValues } from './finite.ts'

/** Type-7 quantile of ascending values, at least one, `p` in 0…1. */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  const position = (sorted.length - 1) * p
  const below = Math.floor(position)
  const low = sorted[below]!
  const high = sorted[Math.ceil(position)]!
  const weight = position - below
  const step = weight * (high - low)
  return Number.isFinite(step) ? low + step : low * (1 - weight) + high * weight
}

/**
 * Quantile by linear interpolation between order statistics: x₍ₖ₎ at h = (n − 1)p.
 * `p` in 0…1; in the unit of the values. Missing and non-finite values are left out.
 * Null for no value or `p` outside 0…1. Source: Hyndman & Fan 1996, type 7 (R's default).
 */
export function quantile(values: readonly (number | Missing)[], p: number): number | null {
  const sorted = presentValues(values).sort()
  if (sorted.length === 0 || !(p >= 0 && p <= 1)) return null
  return quantileOfSorted(sorted, p)
}
