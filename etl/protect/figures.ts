import type { Measure } from '../../data/instruments/definition.ts'
import { meanDraw } from './keys.ts'
import { protectedCount } from './noise.ts'
import { type Keyed, keyed, type Persons } from './persons.ts'
import type { Strictness } from './plan.ts'
import type { ShownSet } from './sets.ts'
import { type Shown, type ShownStep, shownCount, shownMean, shownShare, shownSteps } from './shown.ts'

/** Persons of a kind with their keys, and how strictly they are protected. */
export interface Drawing {
  persons: Persons
  keys: Uint32Array
  secret: string
  strictness: Strictness
}

/** Why a figure of a shown cell is not shown itself. */
export type Hidden = 'floor' | 'bound' | 'steps'

/** A figure as it may be shown; of a distribution the steps, and no value. */
export type Figure = Shown | { value: null; bound: null; steps: ShownStep[] }

const SMALLEST_DISTRIBUTION = 20

/**
 * A measure's figure in a shown set of persons, over those who have a value (disclosure rules 6–9).
 * @param at the measure's place among those of the kind
 */
export function figureOf(measure: Measure, at: number, set: ShownSet, drawing: Drawing): Figure | Hidden {
  if (measure.kind === 'count') return { value: shownCount(set.protectedCount), bound: null }
  const values = drawing.persons.values[at]!
  const answered = keyed(set.members, drawing.keys, values)
  const all = protectedCount(answered.n, answered.key)
  if (all < drawing.strictness.floor) return 'floor'
  if (measure.kind === 'mean') return meanOf(measure, values, answered, set, drawing)
  if (measure.kind === 'distribution') return distributionOf(measure, values, all, set, drawing)
  const having = keyed(set.members, drawing.keys, values, 1, 1)
  return shownShare(all, protectedCount(having.n, having.key)) ?? 'bound'
}

/** The key is that of the persons with a value: cells that differ only by who left it out draw once, not twice. */
function meanOf(measure: Measure, values: Float64Array, answered: Keyed, set: ShownSet, drawing: Drawing): Figure {
  const known = valuesOf(set.members, values, answered.n)
  return shownMean(known, measure.scale, meanDraw(drawing.secret, answered.key, measure.id))
}

function valuesOf(members: Int32Array, values: Float64Array, n: number): Float64Array {
  const known = new Float64Array(n)
  let at = 0
  for (const person of members) if (!Number.isNaN(values[person]!)) known[at++] = values[person]!
  return known
}

function distributionOf(
  measure: Measure,
  values: Float64Array,
  all: number,
  set: ShownSet,
  { keys, strictness }: Drawing,
): Figure | Hidden {
  if (all < SMALLEST_DISTRIBUTION) return 'steps'
  const counts = measure.steps!.map(({ from, to }) => keyed(set.members, keys, values, from, to))
  const steps = shownSteps(
    counts.map(({ n, key }) => protectedCount(n, key)),
    strictness.k,
  )
  return steps ? { value: null, bound: null, steps } : 'steps'
}
