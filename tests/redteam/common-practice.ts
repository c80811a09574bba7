import { asi } from '../../data/instruments/asi.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import type { Between } from './certainty.ts'
import type { Equation } from './linear.ts'

/**
 * The control: what everyone does. Any two filters, fewer than five hidden, everything else exact. Built on the rows, not
 * on this system.
 */
export function commonPractice(rows: readonly ClientRow[], has: (row: ClientRow) => boolean): Between[] {
  const single = asi.dimensions.flatMap(({ id, categories }) =>
    categories.map((category) => (row: ClientRow) => row[id] === category.id),
  )
  const pairs = single.flatMap((a, i) => single.slice(i + 1).map((b) => (row: ClientRow) => a(row) && b(row)))
  const everybody = () => true
  return [everybody, ...single, ...pairs].flatMap((isIn) => {
    const persons = rows.flatMap((row, i) => (isIn(row) ? [i] : []))
    const sum = persons.filter((person) => has(rows[person]!)).length
    return persons.length < 5 ? [] : [{ persons, low: sum, high: sum }]
  })
}

/** The same answers as equations that are all but exact. */
export function exactEquations(known: readonly Between[], persons: number): Equation[] {
  return known.map(({ persons: members, low }) => {
    const weights = new Float64Array(persons)
    for (const person of members) weights[person] = 1
    return { weights, estimate: low, variance: 0.01 }
  })
}
