import { tCritical } from './distributions.ts'
import { finiteOrNull, isConfidence, type Missing } from './finite.ts'
import type { Interval } from './interval.ts'
import { momentsOf } from './moments.ts'

/**
 * The least-squares line of `linearFit` at each x of `at`, with the confidence interval of the line (not of a single y):
 * ŷ ± t(n − 2)·s·√(1/n + (x − x̄)²/Σ(x − x̄)²), s² = Σ(y − ŷ)²/(n − 2). In y's unit.
 * A perfect fit has limits equal to the line. Null under 3 pairs, no variation in x, or series of unequal length.
 * Source: Working & Hotelling 1929; as R's `predict(lm, interval = "confidence")`.
 */
export function fittedBand(
  x: readonly (number | Missing)[],
  y: readonly (number | Missing)[],
  at: readonly number[],
  confidence = 0.95,
): Interval[] | null {
  const moments = momentsOf(x, y)
  if (!moments || !isConfidence(confidence)) return null
  const { n, meanX, meanY, xx, yy, xy } = moments
  const slope = xy / xx
  const spread = Math.sqrt(Math.max(0, yy - slope * xy) / (n - 2))
  const critical = tCritical(confidence, n - 2)
  const band = at.map((point) => {
    const value = meanY + slope * (point - meanX)
    const margin = critical * spread * Math.sqrt(1 / n + (point - meanX) ** 2 / xx)
    return finiteOrNull({ value, lower: value - margin, upper: value + margin })
  })
  return band.every((one) => one !== null) ? band : null
}
