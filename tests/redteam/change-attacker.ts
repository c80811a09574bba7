import { asi } from '../../data/instruments/asi.ts'
import { cellsOf } from '../../data/instruments/cells.ts'
import type { AggregateCell } from '../../data/model/answers/aggregate.ts'
import { type Answers, equationsOf, fromShare, type Knowledge, membership, NOISE, POPULATION } from './attacker.ts'
import type { Hearsay } from './follow-ups.ts'
import type { Equation } from './linear.ts'

/** The outcomes: which difference (after less before) each of them holds. */
export const OUTCOMES = {
  forbattrade: [-9, -2],
  oforandrade: [-1, 1],
  forsamrade: [2, 9],
  forbattrade_rci: [-9, -3],
  oforandrade_rci: [-2, 2],
  forsamrade_rci: [3, 9],
} as const

export type Outcome = keyof typeof OUTCOMES
export const outcomes = Object.keys(OUTCOMES) as Outcome[]

/** All answers about a rating's change. */
export type ChangeAnswers = Record<'change' | 'before' | 'after' | Outcome, Answers['mean']>

export const changeMeasuresOf = (area: string): Record<keyof ChangeAnswers, string> => ({
  change: `${area}_skattning_forandring`,
  before: `${area}_skattning_fore`,
  after: `${area}_skattning_efter`,
  ...(Object.fromEntries(outcomes.map((id) => [id, `${area}_${id}`])) as Record<Outcome, string>),
})

/** Everything that was answered about one rating in one municipality's year. */
export interface WholeAnswers {
  baseline: Answers
  followUp: Answers
  change: ChangeAnswers
}

/**
 * Equations over twice as many unknowns as persons: whether each had a problem at baseline, then whether at follow-up.
 * What the attacker knows of the follow-ups is put in; it has no unknown.
 */
export function wholeEquations(
  { baseline, followUp, change }: WholeAnswers,
  place: string,
  knowledge: Knowledge,
  hearsay: readonly Hearsay[],
): Equation[] {
  const followed = Float64Array.from(hearsay, (one) => one.followed)
  return [
    ...equationsOf(baseline, place, knowledge).map((equation) => beside(equation, 0)),
    ...equationsOf(followUp, place, knowledge, followed).map((equation) => known(beside(equation, 1), hearsay)),
    ...changeEquations(change, place, knowledge, hearsay),
  ]
}

/** The equation over the first or the second half of the unknowns. */
function beside({ weights, ...equation }: Equation, half: 0 | 1): Equation {
  const both = new Float64Array(2 * weights.length)
  both.set(weights, half * weights.length)
  return { ...equation, weights: both }
}

/** What is known of the follow-ups put in. */
function known({ weights, estimate, variance }: Equation, hearsay: readonly Hearsay[]): Equation {
  const open = weights.slice()
  let left = estimate
  for (const [i, { after }] of hearsay.entries()) {
    if (after === null) continue
    if (after >= 4) left -= open[hearsay.length + i]!
    open[hearsay.length + i] = 0
  }
  return { weights: open, estimate: left, variance }
}

function changeEquations(
  answers: ChangeAnswers,
  place: string,
  knowledge: Knowledge,
  hearsay: readonly Hearsay[],
): Equation[] {
  return cellsOf(asi).flatMap(({ name, choices }) => {
    const inside = membership(knowledge, choices).map((weight, i) => weight * hearsay[i]!.followed)
    const key = `${place} ${name}`
    const found = [
      fromMean(answers.before.get(key), inside, hearsay, { before: 1, after: 0 }),
      fromMean(answers.after.get(key), inside, hearsay, { before: 0, after: 1 }),
      fromMean(answers.change.get(key), inside, hearsay, { before: -1, after: 1 }),
      ...outcomes.map((outcome) => fromOutcome(answers[outcome].get(key), inside, hearsay, outcome)),
    ]
    const unsure = inside.reduce((sum, weight) => sum + weight * (1 - weight), 0)
    return found.flatMap((one) => (one ? [{ ...one, variance: one.variance + unsure * 0.25 }] : []))
  })
}

const STEP = POPULATION.meanWith - POPULATION.meanWithout
/** Half the scale, from which a mean's noise is made; a change's scale is twice as long. */
const halfScale = ({ before, after }: Ends): number => (before !== 0 && after !== 0 ? 9 : 4.5)

type Ends = Record<'before' | 'after', -1 | 0 | 1>

/** A mean of ratings at one end, or of their difference, in units of the step from no problem to a problem. */
function fromMean(
  cell: AggregateCell | undefined,
  inside: Float64Array,
  hearsay: readonly Hearsay[],
  ends: Ends,
): Equation | null {
  if (!cell) return null
  const persons = inside.length
  const weights = new Float64Array(2 * persons)
  let n = 0
  let expected = 0
  let spread = 0
  for (const [i, { after }] of hearsay.entries()) {
    const weight = inside[i]!
    n += weight
    weights[i] = weight * ends.before * STEP
    weights[persons + i] = after === null ? weight * ends.after * STEP : 0
    expected += weight * (ends.before + ends.after * (after === null ? 1 : 0)) * POPULATION.meanWithout
    expected += weight * ends.after * (after ?? 0)
    spread += weight * POPULATION.within * (Math.abs(ends.before) + (after === null ? Math.abs(ends.after) : 0))
  }
  const noise = (0.75 * halfScale(ends)) ** 2 * NOISE + (0.1 * n) ** 2 / 12
  return {
    weights: weights.map((weight) => weight / STEP),
    estimate: (cell.value! * n - expected) / STEP,
    variance: (noise + spread) / STEP ** 2,
  }
}

/** By rating how common it is in the population. */
const COMMON = [0.165, 0.165, 0.135, 0.135, ...Array<number>(6).fill(0.4 / 6)]

interface Chance {
  with: number
  without: number
}

const chances = new Map<string, Chance>()

/** The chance of an outcome for one with a problem before and for one without; worked out once for each rating after. */
function chanceOf(outcome: Outcome, after: number | null): Chance {
  const key = `${outcome} ${after}`
  const chance = chances.get(key) ?? workedOut(outcome, after)
  chances.set(key, chance)
  return chance
}

function workedOut(outcome: Outcome, after: number | null): Chance {
  const [from, to] = OUTCOMES[outcome]
  const afterChance = (rating: number): number => (after === null ? COMMON[rating]! : after === rating ? 1 : 0)
  const among = (befores: readonly number[]): number => {
    const all = befores.reduce((sum, before) => sum + COMMON[before]!, 0)
    const joint = befores.flatMap((before) =>
      COMMON.map((_, later) =>
        later - before >= from && later - before <= to ? COMMON[before]! * afterChance(later) : 0,
      ),
    )
    return joint.reduce((sum, chance) => sum + chance, 0) / all
  }
  return { with: among([4, 5, 6, 7, 8, 9]), without: among([0, 1, 2, 3]) }
}

function fromOutcome(
  cell: AggregateCell | undefined,
  inside: Float64Array,
  hearsay: readonly Hearsay[],
  outcome: Outcome,
): Equation | null {
  const n = inside.reduce((sum, weight) => sum + weight, 0)
  const having = fromShare(cell, n)
  if (!having) return null
  const weights = new Float64Array(2 * inside.length)
  let { estimate, variance } = having
  for (const [i, { after }] of hearsay.entries()) {
    const chance = chanceOf(outcome, after)
    weights[i] = inside[i]! * (chance.with - chance.without)
    estimate -= inside[i]! * chance.without
    const usual = POPULATION.chance * chance.with * (1 - chance.with)
    variance += inside[i]! * (usual + (1 - POPULATION.chance) * chance.without * (1 - chance.without))
  }
  return { weights, estimate, variance }
}
