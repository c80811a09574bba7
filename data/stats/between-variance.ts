import { isPositive } from './finite.ts'
import { total } from './mean.ts'

/** Precision weights w = 1/s²; null unless every standard error is above 0 and its weight finite. */
export function precisions(standardErrors: readonly number[]): number[] | null {
  const weights = standardErrors.map((s) => 1 / s ** 2)
  return weights.every((w, index) => isPositive(w) && isPositive(standardErrors[index]!)) ? weights : null
}

/**
 * Variance between units by the method of moments: τ² = max(0, (Q − (k − 1)) / (Σw − Σw²/Σw)).
 * In the squared unit of the estimates. 0 for a single unit. Source: DerSimonian & Laird, Control Clin Trials 7 (1986).
 */
export function betweenVariance(heterogeneity: number, weights: readonly number[]): number {
  const sum = total(weights)
  const spread = sum - total(weights.map((w) => w * w)) / sum
  const excess = heterogeneity - (weights.length - 1)
  return excess > 0 && spread > 0 ? excess / spread : 0
}
