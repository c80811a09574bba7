import { isConfidence, isPresent } from './finite.ts'
import { ranks } from './ranks.ts'
import { significantDifferences } from './significant-differences.ts'

/** A rank, 1 = largest estimate, ties share the best, with its confidence limits. */
export type RankInterval = { rank: number; lower: number; upper: number }

/**
 * Marginal confidence sets for ranks, one for each unit on its own: lower = 1 + how many are shown to be larger,
 * upper = N − how many are shown to be smaller, by a step-down test of all its differences to the others that keeps
 * the chance of any false finding under 1 − `confidence`. Estimates independent and about normal, any one unit.
 * The test's critical values are integrated, not simulated, so the same input always gives the same result.
 * Standard error 0: known exactly. One unit → 1…1; none → none. Null for unequal lengths, a negative standard error or
 * a number that is not finite.
 * Source: Mogstad, Romano, Shaikh & Wilhelm, Rev Econ Stud 91 (2024), section 3; as the R package csranks.
 */
export const rankIntervals = (
  estimates: readonly number[],
  standardErrors: readonly number[],
  confidence = 0.95,
): RankInterval[] | null => rankIntervalsOf([...estimates.keys()], estimates, standardErrors, confidence)

/** The same of some units alone, by their places among the estimates, in that order; each takes as long as any other. */
export function rankIntervalsOf(
  units: readonly number[],
  estimates: readonly number[],
  standardErrors: readonly number[],
  confidence = 0.95,
): RankInterval[] | null {
  const isUsable = estimates.every(isPresent) && standardErrors.every((s) => isPresent(s) && s >= 0)
  if (!isUsable || estimates.length !== standardErrors.length || !isConfidence(confidence)) return null
  const best = ranks(estimates, 'higher')
  const order = [...estimates.keys()].sort((a, b) => standardErrors[a]! - standardErrors[b]!)
  const [ordered, errors] = [order.map((unit) => estimates[unit]!), order.map((unit) => standardErrors[unit]!)]
  const places = new Map(order.map((unit, place) => [unit, place]))
  return units.map((unit) => {
    const { above, below } = significantDifferences(places.get(unit)!, ordered, errors, confidence)
    return { rank: best[unit]!, lower: 1 + above, upper: estimates.length - below }
  })
}
