import { type Missing, presentPairs } from './finite.ts'
import { midRanks } from './mid-ranks.ts'
import { pearson } from './pearson.ts'

/**
 * Spearman's rank correlation: Pearson's r of the mid-ranks of the `n` pairs in which both are present.
 * rho in −1…1, without unit. Null under 3 pairs, no variation in either series, or series of unequal length.
 * Source: Spearman 1904; ties as in R's cor(method = "spearman").
 */
export function spearman(
  x: readonly (number | Missing)[],
  y: readonly (number | Missing)[],
): { rho: number; n: number } | null {
  const pairs = presentPairs(x, y)
  const ranksOf = (values: number[]) => midRanks(values).map(({ rank }) => rank)
  const correlation = pairs && pearson(ranksOf(pairs.x), ranksOf(pairs.y))
  return correlation && { rho: correlation.r, n: correlation.n }
}
