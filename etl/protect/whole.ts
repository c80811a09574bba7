import { isDifference } from '../../data/instruments/items.ts'
import type { Answers } from './answers.ts'
import type { Drawing } from './figures.ts'
import { protectedCount } from './noise.ts'
import { keyed, type Persons } from './persons.ts'
import type { KindPlan } from './plan.ts'

/**
 * How many of a municipality's year left a measure unanswered, from protected counts, to the nearest five percent
 * (disclosure rule 3). Of a measure that asks only some, of those.
 */
export function noteNonResponse({ measures }: KindPlan, members: Int32Array, drawing: Drawing, to: Answers): void {
  for (const [at, { number, measure }] of measures.entries()) {
    if (measure.kind === 'count') continue
    const asked = keyed(members, drawing.keys, drawing.persons.asked[at])
    const answered = keyed(members, drawing.keys, drawing.persons.values[at])
    const all = protectedCount(asked.n, asked.key)
    if (all < drawing.strictness.floor) continue
    const missing = protectedCount(asked.n - answered.n, (asked.key - answered.key) >>> 0)
    to.nonResponse.measure.push(number)
    to.nonResponse.percent.push(Math.min(100, Math.round((20 * missing) / all) * 5))
  }
}

/** Number, sum and sum of squares of a mean's values, for its standard deviation over all places. */
export function noteMoments({ measures }: KindPlan, persons: Persons, { moments }: Answers): void {
  for (const [at, { number, measure }] of measures.entries()) {
    if (measure.kind === 'mean' && !isDifference(measure)) noteMomentsOf(number, persons.values[at]!, moments)
  }
}

function noteMomentsOf(measure: number, values: Float64Array, to: Answers['moments']): void {
  let n = 0
  let sum = 0
  let squares = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    n++
    sum += value
    squares += value * value
  }
  to.measure.push(measure)
  to.n.push(n)
  to.sum.push(sum)
  to.squares.push(squares)
}
