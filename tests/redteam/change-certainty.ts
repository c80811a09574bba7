import { asi } from '../../data/instruments/asi.ts'
import { cellsOf } from '../../data/instruments/cells.ts'
import type { AggregateCell } from '../../data/model/answers/aggregate.ts'
import { type Knowledge, membership } from './attacker.ts'
import { type Between, fromMean, fromRatings, fromShare, type Limits, MOST_NOISE } from './certainty.ts'
import { type ChangeAnswers, OUTCOMES, type Outcome, outcomes } from './change-attacker.ts'
import type { Hearsay } from './follow-ups.ts'

/** What the answers about change say for certain of who had a problem at baseline, where every follow-up is known. */
export function changeCertainties(
  answers: ChangeAnswers,
  place: string,
  knowledge: Knowledge,
  hearsay: readonly Hearsay[],
): Between[] {
  return cellsOf(asi).flatMap(({ name, choices }) => {
    const weights = membership(knowledge, choices).map((weight, i) => weight * hearsay[i]!.followed)
    const n = weights.reduce((sum, weight) => sum + weight, 0)
    const afters = hearsay.reduce((sum, { after }, i) => sum + weights[i]! * (after ?? 0), 0)
    const key = `${place} ${name}`
    const means = [fromMean(answers.before.get(key), n), fromChange(answers.change.get(key), n, afters)]
    return [
      ...means.flatMap((so) => (so ? [{ weights, ...so }] : [])),
      ...outcomes.flatMap((outcome) => fromOutcome(answers[outcome].get(key), weights, hearsay, outcome)),
    ]
  })
}

/** The sum before is the sum after less the sum of changes; a change can be twice as far from the mean as a rating. */
function fromChange(cell: AggregateCell | undefined, n: number, afters: number): Limits | null {
  if (!cell) return null
  const noise = 0.75 * 18 * MOST_NOISE + 0.05 * n
  return fromRatings(afters - cell.value! * n - noise, afters - cell.value! * n + noise, n)
}

/** With and without a problem before, a person with this rating after may or must have the outcome. */
function fromOutcome(
  cell: AggregateCell | undefined,
  inside: Float64Array,
  hearsay: readonly Hearsay[],
  outcome: Outcome,
): Between[] {
  const n = inside.reduce((sum, weight) => sum + weight, 0)
  const limits = fromShare(cell, n)
  if (!limits) return []
  const must = new Float64Array(inside.length)
  const may = new Float64Array(inside.length)
  let { low, high } = limits
  for (const [i, { after }] of hearsay.entries()) {
    if (after === null || inside[i] === 0) continue
    const having = chances(outcome, after, [4, 9])
    const without = chances(outcome, after, [0, 3])
    must[i] = having.must - without.must
    high -= without.must
    may[i] = having.may - without.may
    low -= without.may
  }
  return [
    { weights: must, low: Number.NEGATIVE_INFINITY, high },
    { weights: may, low, high: Number.POSITIVE_INFINITY },
  ]
}

/** Whether (1 or 0) an outcome may, and must, be that of someone whose rating before was between the two. */
function chances(outcome: Outcome, after: number, [least, most]: [number, number]): { must: number; may: number } {
  const [from, to] = OUTCOMES[outcome]
  const differences = Array.from({ length: most - least + 1 }, (_, i) => after - (least + i))
  const having = differences.filter((difference) => difference >= from && difference <= to).length
  return { must: having === differences.length ? 1 : 0, may: having > 0 ? 1 : 0 }
}
