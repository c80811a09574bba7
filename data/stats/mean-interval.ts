import { tCritical } from './distributions.ts'
import { finiteOrNull, isConfidence, isPositive } from './finite.ts'
import type { Interval } from './interval.ts'

/**
 * Confidence interval of a mean: mean ± t(n − 1)·sd/√n.
 * In the unit of the mean; `sd` ≥ 0 is the sample's (divisor n − 1). sd = 0 → both limits are the mean.
 * n < 2 or input outside its range → null. Source: Student 1908.
 */
export function meanInterval(n: number, mean: number, sd: number, confidence = 0.95): Interval | null {
  if (!(n >= 2 && isPositive(n) && sd >= 0 && isConfidence(confidence))) return null
  const margin = (tCritical(confidence, n - 1) * sd) / Math.sqrt(n)
  return finiteOrNull({ value: mean, lower: mean - margin, upper: mean + margin })
}
