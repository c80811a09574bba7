import type { Measure } from '../../../data/instruments/definition.ts'
import { instruments } from '../../../data/instruments/index.ts'
import { itemsOf } from '../../../data/instruments/items.ts'
import { proportionInterval } from '../../../data/stats/index.ts'
import type { Part } from '../../release/protected-slices.ts'

/** How far a figure may lie below and above its value, 95 %; in the measure's own unit. */
export interface Reach {
  below: number
  above: number
}

const Z = 1.959963984540054
/** Variance of the noise at a cut, and of its rounding. */
const CUT_VARIANCE = 1 + 1 / 12
/** Variance of the noise that a mean without a distribution is given. */
const NOISE_VARIANCE = 2
const SHARE_OF_SCALE = 0.75

/**
 * The reach of a shown figure, from shown numbers only (disclosure rule 10): sampling and the noise together. Null for
 * counts and distributions.
 */
export function reachOf(measure: Measure, part: Part, deviation: number | null): Reach | null {
  if (part.low === null || part.high === null) return null
  if (measure.kind === 'mean' && deviation !== null) return reachOfMean(measure, part.count, deviation)
  return measure.kind === 'share' ? reachOfShare((part.low + part.high) / 200, part.count) : null
}

function reachOfMean(measure: Measure, count: number, deviation: number): Reach {
  const noise = bandVariances.get(measure.id) ?? noiseVariance(measure.scale)
  const reach = Z * Math.sqrt(deviation ** 2 / count + noise / count ** 2)
  return { below: reach, above: reach }
}

function noiseVariance({ min, max }: Measure['scale']): number {
  return (SHARE_OF_SCALE * ((max - min) / 2)) ** 2 * NOISE_VARIANCE
}

/** By mean of an item: the noise of a cut moves a person as far as from one band's middle to the next. */
const bandVariances: ReadonlyMap<string, number> = new Map(
  instruments.flatMap(({ measures, kinds }) =>
    kinds.flatMap(({ id }) =>
      itemsOf(measures, id).flatMap(({ middles, measures: inItem }) =>
        middles ? inItem.map((measure): [string, number] => [measure.id, squaredSteps(middles)]) : [],
      ),
    ),
  ),
)

function squaredSteps(middles: readonly number[]): number {
  return middles.slice(1).reduce((sum, middle, band) => sum + (middle - middles[band]!) ** 2, 0)
}

/** Wilson's interval, widened by the noise of the count. */
function reachOfShare(share: number, count: number): Reach | null {
  const wilson = proportionInterval(share * count, count)
  if (!wilson) return null
  const noise = (Z ** 2 * CUT_VARIANCE) / count ** 2
  return {
    below: 100 * Math.sqrt((share - wilson.lower) ** 2 + noise),
    above: 100 * Math.sqrt((wilson.upper - share) ** 2 + noise),
  }
}

/** The reach of a mean of figures, each weighted by its count. */
export function reachTogether(parts: readonly { count: number; reach: Reach | null }[]): Reach | null {
  const all = parts.reduce((sum, { count }) => sum + count, 0)
  if (all === 0 || parts.some(({ reach }) => reach === null)) return null
  const together = (side: keyof Reach): number =>
    Math.sqrt(parts.reduce((sum, { count, reach }) => sum + ((count / all) * reach![side]) ** 2, 0))
  return { below: together('below'), above: together('above') }
}

/** The reach of a difference: the variances of both ends added. */
export function reachBetween(of: Reach | null, minus: Reach | null): Reach | null {
  if (!of || !minus) return null
  return { below: Math.hypot(of.below, minus.above), above: Math.hypot(of.above, minus.below) }
}
