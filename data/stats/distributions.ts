import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf'
import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile'
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import tCdf from '@stdlib/stats-base-dists-t-cdf'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { largeChiSquareTail } from './large-chi-square.ts'

/** The only place that knows which library computes the distribution functions (stdlib-js). */

/** P(Z ≤ z) for the standard normal Z. */
export const normalProbability = (z: number): number => normalCdf(z, 0, 1)

/** The z with |Z| ≤ z in the share `confidence` of cases: 1.959964 at 0.95. */
export const normalCritical = (confidence: number): number => normalQuantile((1 + confidence) / 2, 0, 1)

/** The t with |T| ≤ t in the share `confidence` of cases, `df` degrees of freedom. */
export const tCritical = (confidence: number, df: number): number => tQuantile((1 + confidence) / 2, df)

/** P(|T| ≥ |t|): the two-sided p value of a t statistic. */
export const tTwoSided = (t: number, df: number): number => 2 * tCdf(-Math.abs(t), df)

/** P(|Z| ≥ |z|): the two-sided p value of a normal statistic. */
export const normalTwoSided = (z: number): number => 2 * normalProbability(-Math.abs(z))

/** From here on the library's upper tail is off in the fourth decimal: its continued fraction stops too early. */
const LARGE_DF = 1800

/** P(X ≤ x) for a chi-square X with `df` > 0 degrees of freedom. */
export const chiSquareProbability = (x: number, df: number): number =>
  df < LARGE_DF || x < df ? chiSquareCdf(x, df) : 1 - largeChiSquareTail(x, df)

/** The x with P(X ≤ x) = `probability` for a chi-square X with `df` degrees of freedom. */
export const chiSquareAt = (probability: number, df: number): number => chiSquareQuantile(probability, df)
