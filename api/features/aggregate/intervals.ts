import type { Measure } from '../../../data/instruments/definition.ts'
import { proportionInterval } from '../../../data/stats/index.ts'
import type { Part } from './parts.ts'

/** How far a figure may lie below and above its value, 95 %; in the measure's own unit. */
export interface Reach {
  below: number
  above: number
}

const Z = 1.959963984540054
/** Variance of the noise that a count of four persons or more is given. */
const NOISE_VARIANCE = 2
const SHARE_OF_SCALE = 0.75

/**
 * The reach of a shown figure, from shown numbers only (disclosure rule 10): sampling and the noise together. Null for
 * counts and distributions.
 */
export function reachOf(measure: Measure, part: Part, deviation: number | null): Reach | null {
  if (part.value === null) return null
  if (measure.kind === 'mean' && deviation !== null) return reachOfMean(measure.scale, part.count, deviation)
  if (measure.kind !== 'share') return null
  return part.bound ? reachOfBound(part.bound, part.value) : reachOfShare(part.value / 100, part.count)
}

function reachOfMean({ min, max }: Measure['scale'], count: number, deviation: number): Reach {
  const noise = SHARE_OF_SCALE * ((max - min) / 2)
  const reach = Z * Math.sqrt(deviation ** 2 / count + (noise ** 2 * NOISE_VARIANCE) / count ** 2)
  return { below: reach, above: reach }
}

/** Wilson's interval, widened by the noise of both counts. */
function reachOfShare(share: number, count: number): Reach | null {
  const wilson = proportionInterval(share * count, count)
  if (!wilson) return null
  const noise = (Z ** 2 * NOISE_VARIANCE * (1 + share ** 2)) / count ** 2
  return {
    below: 100 * Math.sqrt((share - wilson.lower) ** 2 + noise),
    above: 100 * Math.sqrt((wilson.upper - share) ** 2 + noise),
  }
}

/** A bounded share counts with the middle of its bound and may lie anywhere in it. */
function reachOfBound(bound: 'under' | 'over', value: number): Reach {
  const half = (bound === 'under' ? value : 100 - value) / 2
  return { below: half, above: half }
}

/** The reach of a mean of figures, each weighted by its count. */
export function reachTogether(parts: readonly { count: number; reach: Reach | null }[]): Reach | null {
  const all = parts.reduce((sum, { count }) => sum + count, 0)
  if (all === 0 || parts.some(({ reach }) => reach === null)) return null
  const together = (side: keyof Reach): number =>
    Math.sqrt(parts.reduce((sum, { count, reach }) => sum + ((count / all) * reach![side]) ** 2, 0))
  return { below: together('below'), above: together('above') }
}
