import type { Measure } from '../../../data/instruments/definition.ts'
import { type DistributionStep, distributionOf, medianOf, stepsTogether } from './distribution.ts'
import { type Reach, reachOf, reachTogether } from './intervals.ts'
import type { Part, PartStep } from './parts.ts'

/** A figure made of shown figures. */
export interface Figure {
  value: number | null
  bound?: 'under' | 'over'
  count: number
  lower: number | null
  upper: number | null
  distribution?: DistributionStep[]
}

/** A single municipality's year, as it is shown. */
export function figureOf(measure: Measure, part: Part, deviation: number | null): Figure {
  const { count, bound, value, steps } = part
  if (measure.kind === 'distribution') return withDistribution(measure, count, steps)
  const reach = bound ? null : reachOf(measure, part, deviation)
  return { value, ...(bound && { bound }), count, ...limits(measure, value!, reach) }
}

/**
 * A group or a run of years: the sum or the mean of what is shown, weighted by the shown counts, with no draw of its own
 * (disclosure rule 4). A share that is only bounded counts with the middle of its bound.
 */
export function figureTogether(measure: Measure, parts: readonly Part[], deviation: number | null): Figure {
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  if (measure.kind === 'count') return { value: count, count, lower: null, upper: null }
  if (measure.kind === 'distribution') return withDistribution(measure, count, stepsTogether(parts))
  const mean = parts.reduce((sum, part) => sum + part.count * middleOf(part), 0) / count
  const reach = reachTogether(parts.map((part) => ({ count: part.count, reach: reachOf(measure, part, deviation) })))
  return { value: rounded(measure, held(measure, mean)), count, ...limits(measure, mean, reach) }
}

function withDistribution(measure: Measure, count: number, steps: readonly PartStep[]): Figure {
  const distribution = distributionOf(measure, steps)
  return { value: medianOf(distribution), count, lower: null, upper: null, distribution }
}

/** A share as it counts in a sum: bounded ones with the middle of their bound (disclosure rule 4). */
export function middleOf({ value, bound }: Part): number {
  if (bound === 'under') return value! / 2
  return bound === 'over' ? (value! + 100) / 2 : value!
}

/** A share is never shown as 0 or 100. */
function held({ kind }: Measure, value: number): number {
  return kind === 'share' ? Math.min(99, Math.max(1, value)) : value
}

/** In the value's own precision, within the scale. */
function limits(measure: Measure, value: number, reach: Reach | null): { lower: number | null; upper: number | null } {
  if (!reach) return { lower: null, upper: null }
  const { min, max } = measure.scale
  return {
    lower: rounded(measure, Math.max(min, value - reach.below)),
    upper: rounded(measure, Math.min(max, value + reach.above)),
  }
}

function rounded({ kind }: Measure, value: number): number {
  return kind === 'mean' ? Math.round(value * 10) / 10 + 0 : Math.round(value)
}
