import { chanceWithin, type Differences, differencesTo } from './joint-differences.ts'
import { normalTail } from './normal-tail.ts'

/** "The other is no larger" (side above) or "no smaller" (below), with the evidence `t` against it and its chance alone. */
type Hypothesis = { other: number; side: 'above' | 'below'; t: number; alone: number }

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
  const differences = differencesTo(unit, standardErrors)
  const hypotheses = tellingAgainst(unit, estimates, differences, 1 - confidence)
  const all = 2 * (estimates.length - 1)
  const found = { above: 0, below: 0 }
  let tried = 0
  for (;;) {
    const rejected = countRejected(hypotheses, tried, all - tried, differences, confidence)
    if (rejected === 0) return found
    for (const { other, side } of hypotheses.slice(tried, tried + rejected)) {
      differences[side][other] = 0
      found[side]++
    }
    tried += rejected
  }
}

/** The hypotheses that could be rejected if each were alone, the strongest evidence against first. */
function tellingAgainst(
  unit: number,
  estimates: readonly number[],
  { together }: Differences,
  risk: number,
): Hypothesis[] {
  const hypotheses: Hypothesis[] = []
  for (let other = 0; other < estimates.length; other++) {
    const difference = estimates[other]! - estimates[unit]!
    if (other === unit || difference === 0) continue
    const t = Math.abs(difference / together[other]!)
    const alone = normalTail(t)
    if (alone < risk) hypotheses.push({ other, side: difference > 0 ? 'above' : 'below', t, alone })
  }
  return hypotheses.sort((a, b) => b.t - a.t)
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
  const chance = chanceWithin(next.t, differences)
  if (!(chance > confidence)) return 0
  const risk = (next.alone * (1 - confidence)) / (1 - chance)
  let further = hypotheses.findIndex(({ alone }, index) => index > tried && alone > risk)
  if (further < 0) further = hypotheses.length
  for (let last = further - 1; last > tried; last = (last + tried) >> 1) {
    if (chanceWithin(hypotheses[last]!.t, differences) > confidence) return last - tried + 1
  }
  return 1
}
