import { type Missing, presentValues } from './finite.ts'

/**
 * Sum with Neumaier's compensation over the sorted values: the same total to the last digit whatever the order.
 * Source: Neumaier, ZAMM 54 (1974).
 */
function sumOfSorted(sorted: Float64Array): number {
  let sum = 0
  let compensation = 0
  for (const value of sorted) {
    const next = sum + value
    compensation += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + compensation
}

/** Σ values, independent of their order. Any unit; 0 for none. Missing values are left out; the caller guards overflow. */
export const total = (values: readonly (number | Missing)[]): number => sumOfSorted(presentValues(values).sort())

/**
 * Arithmetic mean, x̄ = Σx / n, independent of the order of the values to the last digit.
 * In the unit of the values, between the least and the greatest. Missing and non-finite values are left out;
 * null for none, or for a sum beyond the range of numbers. Source: Neumaier, ZAMM 54 (1974), for the summation.
 */
export function mean(values: readonly (number | Missing)[] | Float64Array): number | null {
  return meanOfSorted(presentValues(values).sort())
}

/** The same of values that are all there, ascending. */
export function meanOfSorted(sorted: Float64Array): number | null {
  if (sorted.length === 0) return null
  const average = sumOfSorted(sorted) / sorted.length
  if (!Number.isFinite(average)) return null
  return Math.min(Math.max(average, sorted[0]!), sorted.at(-1)!)
}
