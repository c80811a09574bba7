import { tTwoSided } from './distributions.ts'
import { finiteOrNull, type Missing, presentPairs } from './finite.ts'
import { mean } from './mean.ts'
import { meanInterval } from './mean-interval.ts'
import { roundedDifference } from './rounded-difference.ts'
import { standardDeviation } from './standard-deviation.ts'

export type PairedChange = {
  n: number
  mean: number
  sd: number
  dz: number | null
  t: number | null
  df: number
  p: number | null
  lower: number
  upper: number
}

/** dz, t and p of a mean change; all null where no difference differs from another. */
function testOf(n: number, change: number, sd: number): { dz: number | null; t: number | null; p: number | null } {
  if (sd === 0) return { dz: null, t: null, p: null }
  const dz = change / sd
  const t = dz * Math.sqrt(n)
  return { dz, t, p: tTwoSided(t, n - 1) }
}

/**
 * Paired t test of after − before over the `n` pairs in which both are present, differences rounded to 10 decimals:
 * dz = mean/sd, t = dz·√n with df = n − 1, two-sided p, 95 % interval mean ± t(df)·sd/√n.
 * mean, sd, lower, upper in the unit of the ratings. sd = 0 → dz, t, p null and both limits the mean.
 * Null under 2 pairs or for unequal lengths. Source: Student 1908; dz Cohen 1988, ch. 2.
 */
export function pairedChange(
  before: readonly (number | Missing)[],
  after: readonly (number | Missing)[],
): PairedChange | null {
  const pairs = presentPairs(before, after)
  const differences = pairs?.x.map((value, index) => roundedDifference(value, pairs.y[index]!)) ?? []
  const change = mean(differences)
  const sd = standardDeviation(differences)
  if (change === null || sd === null) return null
  const n = differences.length
  const interval = meanInterval(n, change, sd)
  return (
    interval &&
    finiteOrNull({
      n,
      mean: change,
      sd,
      ...testOf(n, change, sd),
      df: n - 1,
      lower: interval.lower,
      upper: interval.upper,
    })
  )
}
