import type { Missing } from './finite.ts'
import { momentsOf } from './moments.ts'

/**
 * Pearson's correlation r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)²·Σ(y − ȳ)²) over the `n` pairs in which both are present.
 * r in −1…1, without unit. Null under 3 pairs, no variation in either series, or series of unequal length.
 * Source: Pearson 1895.
 */
export function pearson(
  x: readonly (number | Missing)[],
  y: readonly (number | Missing)[],
): { r: number; n: number } | null {
  const moments = momentsOf(x, y)
  if (!moments) return null
  const r = (moments.xy / moments.xx) * Math.sqrt(moments.xx / moments.yy)
  return Number.isFinite(r) ? { r: Math.max(-1, Math.min(1, r)), n: moments.n } : null
}
