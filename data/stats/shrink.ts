import { betweenVariance, precisions } from './between-variance.ts'
import { isPresent } from './finite.ts'
import { total } from './mean.ts'

/** A unit's estimate as it is, and drawn towards the mean of all; both in the unit of the estimates. */
export type Shrunk = { raw: number; shrunk: number }

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  return total(values.map((value, index) => weights[index]! * value)) / total(weights)
}

/**
 * Empirical Bayes for small units: μ + τ²/(τ² + s²)·(y − μ), in the order and unit of the estimates.
 * τ² by DerSimonian–Laird; μ = Σy/(s² + τ²) / Σ1/(s² + τ²), the mean weighted by each unit's precision once τ² is known.
 * τ² = 0 → every unit becomes the mean; a single unit stays itself; none → none.
 * Null for unequal lengths, a standard error not above 0, or a number that is not finite.
 * Source: Morris, JASA 78 (1983); Raudenbush & Bryk, Hierarchical Linear Models (2002), ch. 3.
 */
export function shrink(estimates: readonly number[], standardErrors: readonly number[]): Shrunk[] | null {
  const weights = precisions(standardErrors)
  if (!weights || weights.length !== estimates.length || !estimates.every(isPresent)) return null
  const tauSquared = betweenVariance(heterogeneity(estimates, weights), weights)
  const variances = standardErrors.map((s) => s ** 2 + tauSquared)
  const centre = weightedMean(
    estimates,
    variances.map((variance) => 1 / variance),
  )
  const shrunk = estimates.map((raw, index) => centre + (tauSquared / variances[index]!) * (raw - centre))
  return shrunk.every(isPresent) ? estimates.map((raw, index) => ({ raw, shrunk: shrunk[index]! })) : null
}

/** Cochran's Q = Σw(y − ȳ)², ȳ weighted by w. */
function heterogeneity(estimates: readonly number[], weights: readonly number[]): number {
  const centre = weightedMean(estimates, weights)
  return total(estimates.map((estimate, index) => weights[index]! * (estimate - centre) ** 2))
}
