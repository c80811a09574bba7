import { normalTwoSided } from './distributions.ts'
import { finiteOrNull, isPresent, type Missing } from './finite.ts'
import { total } from './mean.ts'
import { midRanks } from './mid-ranks.ts'
import { toTenDecimals } from './rounded-difference.ts'

/**
 * Wilcoxon's signed-rank test. Differences rounded to 10 decimals, zeros dropped: `n` non-zero, `zeros` the others,
 * `v` the sum of the positive ones' mid-ranks of |d| (0…n(n + 1)/2), `p` two-sided from the normal approximation
 * z = (v − n(n + 1)/4)/√(n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48), t the sizes of the ties, no continuity correction.
 * Missing and non-finite differences are left out. Null when none is other than zero.
 * Source: Wilcoxon 1945; R's wilcox.test(exact = FALSE, correct = FALSE).
 */
export function signedRank(
  differences: readonly (number | Missing)[],
): { v: number; n: number; zeros: number; p: number } | null {
  const rounded = differences.filter(isPresent).map(toTenDecimals)
  const nonZero = rounded.filter((difference) => difference !== 0)
  const n = nonZero.length
  if (n === 0) return null
  const ranked = midRanks(nonZero.map(Math.abs))
  const v = total(ranked.map(({ rank }, index) => (nonZero[index]! > 0 ? rank : 0)))
  // Each of t tied values carries t² − 1, together t³ − t.
  const ties = total(ranked.map(({ ties }) => ties ** 2 - 1))
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48
  return finiteOrNull({
    v,
    n,
    zeros: rounded.length - n,
    p: normalTwoSided((v - (n * (n + 1)) / 4) / Math.sqrt(variance)),
  })
}
