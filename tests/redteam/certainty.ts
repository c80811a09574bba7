import { asi } from '../../data/instruments/asi.ts'
import { cellsOf, familiesOf } from '../../data/instruments/cells.ts'
import type { AggregateCell } from '../../data/model/answers/aggregate.ts'
import type { Answered } from './asking.ts'
import { limitsOf } from './contradictions.ts'
import { type Knowledge, membership } from './knowledge.ts'
import { enlarged, independent } from './linear.ts'

/** The weighted sum of an attribute over the persons lies between the two, for certain; no weight is no part in it. */
export interface Between {
  weights: Float64Array
  low: number
  high: number
}

/** Whether the truth fits what is held for certain: an attacker who holds more is no attacker. */
export const fits = (known: readonly Between[], truth: readonly boolean[]): boolean =>
  known.every(({ weights, low, high }) => {
    const sum = truth.reduce((all, is, person) => all + (is ? weights[person]! : 0), 0)
    return low <= sum && sum <= high
  })

/** Persons by what a linear program says of them. */
export interface Verdicts {
  /** Nobody whose attribute is the other way round fits all that was answered. */
  fixed: number[]
  /** It took more steps than it was given: they may be fixed. */
  undecided: number[]
}

/** One person's program takes some tens of steps where nothing is exact. */
const STEPS = 5000

/**
 * Whom a linear program fixes. It starts from the truth, which fits; that saves the attacker's first phase and changes
 * nothing of the outcome.
 */
export function verdictsOf(known: readonly Between[], truth: readonly boolean[], steps = STEPS): Verdicts {
  const { rows, limits } = inequalities(withoutRepeats(known), truth)
  const verdicts: Verdicts = { fixed: [], undecided: [] }
  for (const person of truth.keys()) {
    const objective = truth.map((_, other) => (person === other ? 1 : 0))
    const ended = enlarged(objective, rows, limits, { enough: 1 - 1e-6, steps })
    if (ended === 'largest') verdicts.fixed.push(person)
    if (ended === 'steps') verdicts.undecided.push(person)
  }
  return verdicts
}

/** How far from the truth, either way, the answers let persons change. */
function inequalities(known: readonly Between[], truth: readonly boolean[]) {
  const rows: number[][] = []
  const limits: number[] = []
  const add = (row: number[], limit: number): void => {
    if (!Number.isFinite(limit)) return
    rows.push(row)
    limits.push(Math.max(0, limit))
  }
  for (const { weights, low, high } of known) {
    const sum = truth.reduce((all, is, person) => all + (is ? weights[person]! : 0), 0)
    const row = truth.map((is, person) => (is ? -1 : 1) * weights[person]!)
    add(row, high - sum)
    add(
      row.map((weight) => -weight),
      sum - low,
    )
  }
  return { rows, limits }
}

/** An exact sum that follows from others tells nothing more, and makes the program stand still for long. */
function withoutRepeats(known: readonly Between[]): Between[] {
  const exact = known.filter(({ low, high }) => low === high)
  const kept = independent(exact.map(({ weights }) => weights)).map((at) => exact[at]!)
  return [...known.filter(({ low, high }) => low !== high), ...kept]
}

/** The most that the rules add to a count. */
export const MOST_NOISE = 4
const ROUNDING = 0.5
const TINY = 1e-9

/** What an attacker goes by. */
interface Belief {
  knowledge: Knowledge
  /** How many persons of noise at most; fewer than the rules allow is a guess. */
  noise: number
}

/**
 * What the answers say of those with a rating of four or more, in each cell whose persons the attacker knows: shares, bars
 * and bounds at that cut, at the one below and at the one above. Persons are whole, and so is how many of them.
 */
export function certaintiesOf(area: string, answered: Answered, place: string, belief: Belief): Between[] {
  const { knowledge } = belief
  return cellsOf(asi).flatMap(({ name, choices }, at) => {
    const weights = membership(knowledge, choices)
    if (weights.some((weight) => weight > 0 && weight < 1)) return []
    const n = weights.reduce((sum, weight) => sum + weight, 0)
    const slack = slackOf(at, n, belief)
    const cell = (measure: string): AggregateCell | undefined =>
      answered(`${area}_${measure}_grund`).get(`${place} ${name}`)
    const counted = (percents: [number, number]): [number, number] => [
      Math.max(0, Math.ceil(((percents[0] - ROUNDING) / 100) * n - slack - TINY)),
      Math.min(n, Math.floor(((percents[1] + ROUNDING) / 100) * n + slack + TINY)),
    ]
    const share = cell('skattning_minst_4')
    const free = cell('problemfria')
    const bars = cell('skattning_fordelning')?.distribution
    const atLeastSix =
      bars?.some(({ from }) => from === 6) && bars.reduce((sum, bar) => sum + (bar.from >= 6 ? bar.share : 0), 0)
    return [
      ...(share ? [between(weights, counted(limitsOf(share)))] : []),
      ...(free ? [between(weights, [0, n - counted(limitsOf(free))[0]])] : []),
      ...(typeof atLeastSix === 'number' ? [between(weights, [counted([atLeastSix, atLeastSix])[0], n])] : []),
    ]
  })
}

const between = (weights: Float64Array, [low, high]: [number, number]): Between => ({ weights, low, high })

/**
 * By how many persons a count at a cut may be off at most: its noise and rounding, and in a cell that agrees with others
 * a share of theirs and of the persons whose sex is not shown; n̂ beside n.
 */
function slackOf(cell: number, n: number, { knowledge, noise }: Belief): number {
  const alone = noise + ROUNDING
  const family = familiesOf(asi).find(({ whole, parts }) => whole === cell || parts.includes(cell))
  const scaled = n / Math.max(1, n - 2 * noise)
  if (!family) return alone * scaled
  const sizes = [family.whole, ...family.parts].map((of) =>
    membership(knowledge, cellsOf(asi)[of]!.choices).reduce((sum, weight) => sum + weight, 0),
  )
  const smallest = Math.min(...sizes.slice(1).filter((size) => size > 0))
  return (2 * alone + (smallest + 3 * noise) / 3) * scaled
}
