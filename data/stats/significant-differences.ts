import { chanceWithin, type Differences, differencesTo } from './joint-differences.ts'
import { normalTail } from './normal-tail.ts'

/** "The other is no larger" (side above) or "no smaller" (below), with the evidence `t` against it. */
type Hypothesis = { other: number; side: 'above' | 'below'; t: number }

/**
 * How many others are shown to be above (larger than) and below the unit.
 * Step-down: both hypotheses for each of the others are tried from the strongest evidence; each is rejected while its
 * t exceeds the critical value of those that remain, and the first that stands ends the search.
 * @param standardErrors ascending: what follows the unit's own error most then leaves its bound first, and each trial ends early
 */
export function significantDifferences(
  unit: number,
  estimates: readonly number[],
  standardErrors: readonly number[],
  confidence: number,
): { above: number; below: number } {
  const hypotheses = hypothesesAbout(unit, estimates, standardErrors)
  const differences = differencesTo(unit, standardErrors)
  const found = { above: 0, below: 0 }
  for (const [index, { other, side, t }] of hypotheses.entries()) {
    if (!isRejected(t, hypotheses.length - index, differences, confidence)) break
    differences[side][other] = 0
    found[side]++
  }
  return found
}

/** Both hypotheses for each other unit, the strongest evidence against first. */
function hypothesesAbout(unit: number, estimates: readonly number[], standardErrors: readonly number[]): Hypothesis[] {
  const hypotheses: Hypothesis[] = []
  for (let other = 0; other < estimates.length; other++) {
    if (other === unit) continue
    const difference = estimates[other]! - estimates[unit]!
    const t = difference === 0 ? 0 : difference / Math.hypot(standardErrors[unit]!, standardErrors[other]!)
    hypotheses.push({ other, side: 'above', t }, { other, side: 'below', t: -t })
  }
  return hypotheses.sort((a, b) => b.t - a.t)
}

/**
 * True when by chance the greatest of the `remaining` t would stay under `t` in more than the share `confidence`.
 * One alone must do so, and Bonferroni's bound is enough; only between the two is the joint chance needed.
 */
function isRejected(t: number, remaining: number, differences: Differences, confidence: number): boolean {
  const alone = normalTail(t)
  if (alone >= 1 - confidence) return false
  return remaining * alone < 1 - confidence || chanceWithin(t, differences) > confidence
}
