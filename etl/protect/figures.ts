import type { Family } from '../../data/instruments/cells.ts'
import { type Stretch, stretchOf } from '../../data/instruments/items.ts'
import { agreed } from './agreement.ts'
import { type Bar, barsOf, type Told } from './bars.ts'
import { distributionOf } from './distribution.ts'
import { meanDraw } from './keys.ts'
import { meanOfDistribution, noisyMean } from './means.ts'
import { protectedCount } from './noise.ts'
import { type Keyed, keyed, type Persons } from './persons.ts'
import type { PlannedItem, PlannedMeasure, Strictness } from './plan.ts'
import type { ShownSet } from './sets.ts'
import { EVERYONE, type Known, NOBODY, toldAtCut, toldShare } from './told.ts'

/** Persons of a kind with their keys, and how strictly they are protected. */
export interface Drawing {
  persons: Persons
  keys: Uint32Array
  secret: string
  strictness: Strictness
}

/** Why a figure of a shown cell is not shown itself. */
export type Hidden = 'floor' | 'bound'

/** A figure as it may be shown: what is known of it, or the bars of a distribution. */
export type Figure = Known | { bars: Bar[] }

/** Figures by measure of the item, for each shown set. */
export type ItemFigures = (Figure | Hidden)[]

/**
 * Every figure of an item in the shown sets, read off one protected distribution each, which agree by sex (disclosure
 * rules 6–9).
 */
export function figuresOfItem(
  item: PlannedItem,
  sets: readonly ShownSet[],
  families: readonly Family[],
  { persons, keys, secret, strictness }: Drawing,
): ItemFigures[] {
  const numbers = { values: persons.values[item.measures[0]!.at]!, keys, cuts: item.cuts, secret }
  const drawn = sets.map(({ members }) => distributionOf(members, numbers, strictness.floor))
  return agreed(
    drawn,
    families,
    sets.map(({ protectedCount }) => protectedCount),
  ).map((distribution) => {
    if (!distribution) return item.measures.map(() => 'floor')
    const told = distribution.above.map((above) => toldAtCut(above, distribution.all, strictness.k))
    const whole = { all: distribution.all, above: distribution.above, cuts: item.cuts, told }
    return item.measures.map((planned) => read(planned, item, whole, strictness.k))
  })
}

/** A measure's figure off the item's distribution. */
function read({ measure }: PlannedMeasure, { middles, barCuts }: PlannedItem, item: Told, k: number): Figure | Hidden {
  if (measure.kind === 'distribution') return { bars: barsOf(measure.steps!, barCuts, item, k) }
  if (measure.kind === 'share') return shareIn(item, stretchOf(measure.derivation.test!)) ?? 'bound'
  return exactly(meanOfDistribution(item, middles!, measure))
}

function shareIn({ cuts, told }: Told, { from, below }: Stretch): Known | null {
  const at = (end: number): Known => told[cuts.indexOf(end)]!
  return toldShare(from === null ? EVERYONE : at(from), below === null ? NOBODY : at(below))
}

/**
 * A mean that belongs to no item, over those who have a value (disclosure rules 6 and 8). The key is that of the persons
 * with a value: cells that differ only by who left it out draw once, not twice.
 */
export function figureOfMean({ at, measure }: PlannedMeasure, set: ShownSet, drawing: Drawing): Figure | Hidden {
  const values = drawing.persons.values[at]!
  const answered = keyed(set.members, drawing.keys, values)
  if (protectedCount(answered.n, answered.key) < drawing.strictness.floor) return 'floor'
  const u = meanDraw(drawing.secret, answered.key, measure.id)
  return exactly(noisyMean(valuesOf(set.members, values, answered), measure, u))
}

export const exactly = (value: number): Known => ({ low: value, high: value })

function valuesOf(members: Int32Array, values: Float64Array, { n }: Keyed): Float64Array {
  const known = new Float64Array(n)
  let at = 0
  for (const person of members) if (!Number.isNaN(values[person]!)) known[at++] = values[person]!
  return known
}
