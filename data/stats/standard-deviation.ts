import { isPresent, type Missing } from './finite.ts'
import { mean, total } from './mean.ts'

/**
 * Sample standard deviation √(Σ(x − x̄)²/(n − 1)), in the unit of the values, independent of their order.
 * Exactly 0 for equal values. Missing and non-finite values are left out; null under 2 values.
 */
export function standardDeviation(values: readonly (number | Missing)[]): number | null {
  const present = values.filter(isPresent)
  const centre = mean(present)
  if (centre === null || present.length < 2) return null
  const sd = Math.sqrt(total(present.map((value) => (value - centre) ** 2)) / (present.length - 1))
  return Number.isFinite(sd) ? sd : null
}
