import { chanceBeside } from './gathered-differences.ts'
import { type Differences, differencesTo } from './joint-differences.ts'
import { normalTail } from './normal-tail.ts'

/** "The other is no larger" (side above) or "no smaller" (below), with the evidence `t` against it and its chance alone. */
type Hypothesis = { other: number; side: 'above' | 'below'; t: number; alone: number }

type Found = { above: number; below: number }

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
): Found {
  const differences = differencesTo(unit, standardErrors)
  const all = 2 * (estimates.length - 1)
  const found = { above: 0, below: 0 }
  const hypotheses = inDoubt(unit, estimates, differences, found, 1 - confidence)
  for (let tried = 0; ; ) {
    const remaining = all - found.above - found.below
    const rejected = countRejected(hypotheses, tried, remaining, differences, confidence)
    if (rejected === 0) return found
    for (const { other, side } of hypotheses.slice(tried, tried + rejected)) reject(other, side, differences, found)
    tried += rejected
  }
}

/**
 * The hypotheses that could be rejected if each were alone, the strongest evidence against first; without those that are
 * rejected at once, because Bonferroni's bound holds for them however many remain.
 */
function inDoubt(
  unit: number,
  estimates: readonly number[],
  differences: Differences,
  found: Found,
  risk: number,
): Hypothesis[] {
  const hypotheses: Hypothesis[] = []
  const all = 2 * (estimates.length - 1)
  for (let other = 0; other < estimates.length; other++) {
    const difference = estimates[other]! - estimates[unit]!
    if (other === unit || difference === 0) continue
    const side = difference > 0 ? 'above' : 'below'
    const t = Math.abs(difference / differences.together[other]!)
    const alone = normalTail(t)
    if (all * alone < risk) reject(other, side, differences, found)
    else if (alone < risk) hypotheses.push({ other, side, t, alone })
  }
  return hypotheses.sort((a, b) => b.t - a.t)
}

function reject(other: number, side: 'above' | 'below', differences: Differences, found: Found): void {
  differences[side][other] = 0
  found[side]++
}

/**
 * How many of the next hypotheses are rejected together: that all `remaining` t stay by chance under the weakest of theirs in
 * more than the share `confidence` rejects each of them, because those that would be tried later leave fewer to stay under more.
 * Bonferroni's bound is enough for the first; beyond it the joint chance is needed, and says how far to look next.
 */
function countRejected(
  hypotheses: readonly Hypothesis[],
  tried: number,
  remaining: number,
  differences: Differences,
  confidence: number,
): number {
  const next = hypotheses[tried]
  if (!next) return 0
  if (remaining * next.alone < 1 - confidence) return 1
  const chance = chanceBeside(confidence, next.t, differences)
  if (!(chance > confidence)) return 0
  const risk = (next.alone * (1 - confidence)) / (1 - chance)
  let further = hypotheses.findIndex(({ alone }, index) => index > tried && alone > risk)
  if (further < 0) further = hypotheses.length
  for (let last = further - 1; last > tried; last = (last + tried) >> 1) {
    if (chanceBeside(confidence, hypotheses[last]!.t, differences) > confidence) return last - tried + 1
  }
  return 1
}
