import type { Measure } from '../../../data/instruments/definition.ts'
import { decimalsOf } from '../../../data/instruments/items.ts'
import type { Bound } from '../../../data/model/answers/aggregate.ts'
import type { Part } from '../../release/protected-slices.ts'
import { barsTogether, type DistributionStep, distributionOf, medianOf } from './distribution.ts'
import { type Reach, reachBetween, reachOf, reachTogether } from './intervals.ts'
import { sharesTogether, toldShare } from './shares.ts'

/** A figure made of shown figures. */
interface Figure {
  value: number
  bound?: Bound
  count: number
  lower: number | null
  upper: number | null
  distribution?: DistributionStep[]
}

/** A figure with how far it may be off, before that is rounded. */
export interface Reached {
  figure: Figure
  reach: Reach | null
}

/**
 * What is told of a municipality's year, of a group or of a run of years: sums and means of what is shown, weighted by
 * the shown counts, with no draw of their own (disclosure rule 4). Null where nothing may be told.
 * @param parts at least one
 */
export function figureOf(measure: Measure, parts: readonly Part[], deviation: number | null): Reached | null {
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  if (measure.kind === 'count') return { figure: { value: count, count, lower: null, upper: null }, reach: null }
  if (measure.kind === 'distribution') return distributed(measure, parts, count)
  const reach = reachTogether(parts.map((part) => ({ count: part.count, reach: reachOf(measure, part, deviation) })))
  if (measure.kind === 'share') return shareOf(measure, parts, count, reach)
  const mean = parts.reduce((sum, part) => sum + part.count * part.low!, 0) / count
  return within(measure, mean, count, reach)
}

/** A distribution all of whose steps had to be merged tells nothing. */
function distributed(measure: Measure, parts: readonly Part[], count: number): Reached | null {
  const distribution = distributionOf(measure, barsTogether(parts))
  const median = medianOf(distribution)
  if (distribution.length < 2 || median === null) return null
  return { figure: { value: median, count, lower: null, upper: null, distribution }, reach: null }
}

function shareOf(measure: Measure, parts: readonly Part[], count: number, reach: Reach | null): Reached | null {
  const known = sharesTogether(measure, parts)
  if (!known) return null
  const told = toldShare(known)
  if (told.bound) return { figure: { lower: null, upper: null, ...told, count }, reach: null }
  return within(measure, told.value, count, reach && widened(reach, known.slack))
}

const widened = ({ below, above }: Reach, by: number): Reach => ({ below: below + by, above: above + by })

/** The difference of two shown means; null unless both are shown. */
export function differenceOf(measure: Measure, of: Reached | null, minus: Reached | null): Reached | null {
  if (!of || !minus) return null
  const count = Math.min(of.figure.count, minus.figure.count)
  return within(measure, of.figure.value - minus.figure.value, count, reachBetween(of.reach, minus.reach))
}

/** A value with its limits, all in the measure's decimals and within its scale. */
function within(measure: Measure, exact: number, count: number, reach: Reach | null): Reached {
  const { min, max } = measure.scale
  const factor = 10 ** decimalsOf(measure)
  const rounded = (number: number): number => Math.round(number * factor) / factor + 0
  const lower = reach && rounded(Math.max(min, exact - reach.below))
  const upper = reach && rounded(Math.min(max, exact + reach.above))
  return { figure: { value: rounded(exact), count, lower, upper }, reach }
}
