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
    const weights = Float64Array.from(rows, (row) => (isIn(row) ? 1 : 0))
    const inside = rows.filter(isIn)
    const sum = inside.filter(has).length
    return inside.length < 5 ? [] : [{ weights, low: sum, high: sum }]
  })
}

/** The same answers as equations that are all but exact. */
export function exactEquations(known: readonly Between[]): Equation[] {
  return known.map(({ weights, low }) => ({ weights, estimate: low, variance: 0.01 }))
}
