import { total } from './mean.ts'

/** χ² of no trend (one degree of freedom; NaN where it is undefined) and the sign of the slope. */
export type Trend = { chiSquare: number; sign: number }
/** A proportion count/n at time t. */
export type ProportionPoint = { t: number; count: number; n: number }
/** A value at time t that weighs 1/variance. */
export type WeightedPoint = { t: number; value: number; weight: number }

/** A slope this much smaller than what it is summed from is rounding, not a slope. */
const ROUNDING = 1e-12

const sumOf = <P>(points: readonly P[], term: (point: P) => number) => total(points.map(term))

/** Sign of a sum of terms, 0 where they cancel but for rounding. */
function signOf(terms: readonly number[]): number {
  const sum = total(terms)
  return Math.abs(sum) <= ROUNDING * total(terms.map(Math.abs)) ? 0 : Math.sign(sum)
}

/**
 * χ² for trend in proportions, N(NΣrt − RΣnt)²/(R(N − R)(NΣnt² − (Σnt)²)).
 * The likelihood of a logit fit is concave, so its slope has the sign of the score at slope 0, which is NΣrt − RΣnt.
 * Source: Armitage, Biometrics 11 (1955).
 */
export function logitTrend(points: readonly ProportionPoint[]): Trend {
  const N = sumOf(points, ({ n }) => n)
  const R = sumOf(points, ({ count }) => count)
  const nt = sumOf(points, ({ n, t }) => n * t)
  const ntt = sumOf(points, ({ n, t }) => n * t * t)
  const terms = points.flatMap(({ count, n, t }) => [N * count * t, -R * n * t])
  return { chiSquare: (N * total(terms) ** 2) / (R * (N - R) * (N * ntt - nt ** 2)), sign: signOf(terms) }
}

/** Weighted least squares: slope b = Σw(t − t̄)y/Σw(t − t̄)², var b = 1/Σw(t − t̄)², χ² = b²/var b. */
export function weightedTrend(points: readonly WeightedPoint[]): Trend {
  const centre = sumOf(points, ({ weight, t }) => weight * t) / sumOf(points, ({ weight }) => weight)
  const tt = sumOf(points, ({ weight, t }) => weight * (t - centre) ** 2)
  const terms = points.map(({ weight, t, value }) => weight * (t - centre) * value)
  return { chiSquare: total(terms) ** 2 / tt, sign: signOf(terms) }
}
