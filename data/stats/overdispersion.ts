import { betweenVariance, precisions } from './between-variance.ts'
import { finiteOrNull, isPresent } from './finite.ts'
import { total } from './mean.ts'
import { quantileOfSorted } from './quantile.ts'

/** z scores drawn in to their own type-7 quantiles `share` and 1 − `share`. */
function winsorised(zScores: readonly number[], share: number): number[] {
  const sorted = Float64Array.from(zScores).sort()
  const low = quantileOfSorted(sorted, share)
  const high = quantileOfSorted(sorted, 1 - share)
  return zScores.map((z) => Math.min(Math.max(z, low), high))
}

/**
 * Overdispersion of k units around a funnel: φ = Σz²/k on z winsorised at the type-7 quantiles `winsorise` and
 * 1 − `winsorise` (0…0.5); τ² = max(0, (kφ − (k − 1))/(Σw − Σw²/Σw)), w = 1/s². Limits then use √(s² + τ²).
 * φ without unit (about 1 when chance alone is at work), τ² in the squared unit of the standard errors.
 * Null under 2 units, for unequal lengths, a standard error not above 0, or a number that is not finite.
 * Source: Spiegelhalter, Stat Med 24 (2005); Qual Saf Health Care 14 (2005).
 */
export function overdispersion(
  zScores: readonly number[],
  standardErrors: readonly number[],
  winsorise = 0.1,
): { phi: number; tauSquared: number } | null {
  const k = zScores.length
  const weights = precisions(standardErrors)
  if (k < 2 || !weights || weights.length !== k || !zScores.every(isPresent)) return null
  if (!(winsorise >= 0 && winsorise <= 0.5)) return null
  const phi = total(winsorised(zScores, winsorise).map((z) => z * z)) / k
  return finiteOrNull({ phi, tauSquared: betweenVariance(k * phi, weights) })
}
