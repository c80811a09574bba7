import { chanceWithin, type Difference } from './joint-differences.ts'
import { normalTail } from './normal-tail.ts'

/** "The other is no larger" (side above) or "no smaller" (below), with the evidence `t` against it. */
type Hypothesis = { about: Difference; side: 'above' | 'below'; t: number }

/**
 * How many others are shown to be above (larger than) and below the unit.
 * Step-down: both hypotheses for each of the others are tried from the strongest evidence; each is rejected while its
 * t exceeds the critical value of those that remain, and the first that stands ends the search.
 */
export function significantDifferences(
  unit: number,
  estimates: readonly number[],
  standardErrors: readonly number[],
  confidence: number,
): { above: number; below: number } {
  const hypotheses = hypothesesAbout(unit, estimates, standardErrors)
  const differences = steepestFirst(hypotheses.filter(({ side }) => side === 'above').map(({ about }) => about))
  const found = { above: 0, below: 0 }
  for (const [index, { about, side, t }] of hypotheses.entries()) {
    if (!isRejected(t, hypotheses.length - index, differences, confidence)) break
    about[side] = false
    found[side]++
  }
  return found
}

/** Those that follow the unit's own error most are soonest beyond their bound: the integral over it then stops early. */
const steepestFirst = (differences: Difference[]) => differences.sort((a, b) => b.slope - a.slope)

/** Both hypotheses for each other unit, the strongest evidence against first. */
function hypothesesAbout(unit: number, estimates: readonly number[], standardErrors: readonly number[]): Hypothesis[] {
  const own = standardErrors[unit]!
  const hypotheses = estimates.flatMap((estimate, other): Hypothesis[] => {
    if (other === unit) return []
    const difference = estimate - estimates[unit]!
    const error = Math.sqrt(own ** 2 + standardErrors[other]! ** 2)
    const t = difference === 0 ? 0 : difference / error
    const about = { slope: own / error || 0, rest: standardErrors[other]! / error || 0, above: true, below: true }
    return [
      { about, side: 'above', t },
      { about, side: 'below', t: -t },
    ]
  })
  return hypotheses.sort((a, b) => b.t - a.t)
}

/**
 * True when by chance the greatest of the `remaining` t would stay under `t` in more than the share `confidence`.
 * One alone must do so, and Bonferroni's bound is enough; only between the two is the joint chance needed.
 */
function isRejected(t: number, remaining: number, differences: readonly Difference[], confidence: number): boolean {
  const alone = normalTail(t)
  if (alone >= 1 - confidence) return false
  return remaining * alone < 1 - confidence || chanceWithin(t, differences) > confidence
}
