import { finiteOrNull, type Missing } from './finite.ts'
import { momentsOf } from './moments.ts'

/**
 * Least-squares line y = intercept + slope·x over the `n` pairs in which both are present:
 * slope = Σ(x − x̄)(y − ȳ)/Σ(x − x̄)², intercept = ȳ − slope·x̄.
 * Slope in y's unit per unit of x, intercept in y's unit. A y that does not vary has slope 0.
 * Null under 3 pairs, no variation in x, or series of unequal length. Source: Legendre 1805.
 */
export function linearFit(
  x: readonly (number | Missing)[],
  y: readonly (number | Missing)[],
): { slope: number; intercept: number; n: number } | null {
  const moments = momentsOf(x, y)
  if (!moments) return null
  const slope = moments.xy / moments.xx
  return finiteOrNull({ slope, intercept: moments.meanY - slope * moments.meanX, n: moments.n })
}
