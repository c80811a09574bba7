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

/** The same of values in any order, which it rearranges: only as much of the order as is needed is made. */
export function quantileSelected(values: Float64Array, p: number): number {
  const position = (values.length - 1) * p
  select(values, Math.floor(position))
  const below = Math.floor(position)
  const above = Math.ceil(position)
  // What follows the selected place is no less than it, in no order.
  const high = above === below ? values[below]! : leastFrom(values, above)
  return quantileOfSorted(Float64Array.of(values[below]!, high), position - below)
}

function leastFrom(values: Float64Array, from: number): number {
  let least = values[from]!
  for (let at = from + 1; at < values.length; at++) if (values[at]! < least) least = values[at]!
  return least
}

/** Rearranges the values so that the one at a place is the one that sorting would put there, none larger before it, none smaller behind. */
function select(values: Float64Array, place: number): void {
  let from = 0
  let to = values.length - 1
  while (from < to) {
    const { low, high } = parted(values, from, to)
    if (place > high && place < low) return
    if (place <= high) to = high
    else from = low
  }
}

/** Parts a stretch at the value in its middle: up to `high` none is larger, from `low` none smaller; between them all are it. */
function parted(values: Float64Array, from: number, to: number): { low: number; high: number } {
  const pivot = values[(from + to) >> 1]!
  let low = from
  let high = to
  while (low <= high) {
    while (values[low]! < pivot) low++
    while (values[high]! > pivot) high--
    if (low > high) break
    const moved = values[low]!
    values[low++] = values[high]!
    values[high--] = moved
  }
  return { low, high }
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
