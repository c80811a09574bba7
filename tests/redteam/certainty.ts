import { asi } from '../../data/instruments/asi.ts'
import { cellsOf } from '../../data/instruments/cells.ts'
import type { AggregateCell } from '../../data/model/answers/aggregate.ts'
import { type Answers, type Knowledge, membership } from './attacker.ts'
import { largest } from './linear.ts'

/** The weighted sum of an attribute over the persons lies between the two, for certain; no weight is no part in it. */
export interface Between {
  weights: Float64Array
  low: number
  high: number
}

/**
 * How many persons a linear program fixes: nobody whose attribute is the other way round fits all that was answered.
 * It starts from the truth, which fits; that saves the attacker's first phase and changes nothing of the outcome.
 */
export function fixedPersons(known: readonly Between[], truth: readonly boolean[]): number[] {
  const sign = truth.map((is) => (is ? -1 : 1))
  const rows: number[][] = []
  const limits: number[] = []
  const add = (row: number[], limit: number): void => {
    if (!Number.isFinite(limit)) return
    rows.push(row)
    limits.push(Math.max(0, limit))
  }
  for (const { weights, low, high } of known) {
    const sum = truth.reduce((all, is, person) => all + (is ? weights[person]! : 0), 0)
    const row = truth.map((_, person) => sign[person]! * weights[person]!)
    add(row, high - sum)
    add(
      row.map((weight) => -weight),
      sum - low,
    )
  }
  return truth.flatMap((_, i) => {
    const change = largest(
      truth.map((__, j) => (i === j ? 1 : 0)),
      rows,
      limits,
    )
    return change < 1 - 1e-6 ? [i] : []
  })
}

export const MOST_NOISE = 4
const ROUNDING = 2.5

/** What the protected answers say for certain of each cell whose persons the attacker knows. */
export function certainties(answers: Answers, place: string, knowledge: Knowledge): Between[] {
  return cellsOf(asi).flatMap(({ name, choices }) => {
    const weights = membership(knowledge, choices)
    if (weights.some((weight) => weight > 0 && weight < 1)) return []
    const n = weights.reduce((sum, weight) => sum + weight, 0)
    const key = `${place} ${name}`
    const free = fromShare(answers.free.get(key), n)
    const said = [
      fromShare(answers.share.get(key), n),
      free && { low: 0, high: n - free.low },
      fromMean(answers.mean.get(key), n),
      fromSteps(answers.steps.get(key), n),
    ]
    return said.flatMap((so) => (so ? [{ weights, ...so }] : []))
  })
}

export type Limits = Pick<Between, 'low' | 'high'>

export function fromShare(cell: AggregateCell | undefined, n: number): Limits | null {
  if (!cell) return null
  if (cell.bound === 'under') return { low: 0, high: 4 + MOST_NOISE }
  const smallest = Math.max(cell.count! - ROUNDING, n - MOST_NOISE)
  if (cell.bound === 'over') return { low: smallest - 4 - MOST_NOISE, high: n }
  const most = Math.min(cell.count! + ROUNDING, n + MOST_NOISE)
  return {
    low: Math.max(1, (smallest * (cell.value! - 0.5)) / 100 - MOST_NOISE),
    high: (most * (cell.value! + 0.5)) / 100 + MOST_NOISE,
  }
}

/** The noise is at most three quarters of the scale, times four. */
export function fromMean(cell: AggregateCell | undefined, n: number): Limits | null {
  if (!cell) return null
  const noise = 0.75 * 9 * MOST_NOISE + 0.05 * n
  return fromRatings(cell.value! * n - noise, cell.value! * n + noise, n)
}

/** From limits of the sum of n ratings: with a problem each is 4–9, without 0–3. */
export function fromRatings(least: number, most: number, n: number): Limits {
  return { low: (least - 3 * n) / 6, high: most / 4 }
}

function fromSteps(cell: AggregateCell | undefined, n: number): Limits | null {
  const runs = cell?.distribution?.filter(({ from }) => from >= 4)
  if (!runs || runs.length === 0 || !cell!.distribution!.some(({ to }) => to === 3)) return null
  const sum = runs.reduce((all, { count }) => all + count, 0)
  const play = runs.reduce((all, { steps }) => all + ROUNDING + MOST_NOISE * steps.length, 0)
  return { low: Math.max(0, sum - play), high: Math.min(n, sum + play) }
}
