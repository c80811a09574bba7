import type { Measure } from '../../../data/instruments/definition.ts'
import { stretchOf } from '../../../data/instruments/items.ts'
import type { Part } from '../../release/protected-slices.ts'

/** What is known of a share, in percent: it lies from `low` to `high`; where both are the same that is its value. */
export interface KnownShare {
  low: number
  high: number
  /** How much farther than by chance the value may be off, where parts of it are known within bounds only. */
  slack: number
}

const NARROW = 2
const WIDEST = 20
const HALF = 50

/**
 * The share of several municipalities or years (disclosure rule 4): what is known of each is carried through the sum,
 * weighted by the shown counts; of one alone, as it is. Null where that leaves too little to be worth telling. Never 0 or
 * 100.
 *
 * @param parts at least one
 */
export function sharesTogether(measure: Measure, parts: readonly Part[]): KnownShare | null {
  const [only, ...more] = parts
  if (more.length === 0) return { low: only!.low!, high: only!.high!, slack: 0 }
  const all = parts.reduce((sum, { count }) => sum + count, 0)
  const lowest = parts.reduce((sum, { count, low }) => sum + count * low!, 0)
  const highest = parts.reduce((sum, { count, high }) => sum + count * high!, 0)
  if (highest - lowest <= NARROW * all) {
    const value = heldPercent(wholePercent(measure, (lowest + highest) / (2 * all)))
    return { low: value, high: value, slack: (highest - lowest) / (2 * all) }
  }
  return bounded(Math.floor(lowest / all), Math.ceil(highest / all))
}

function bounded(low: number, high: number): KnownShare | null {
  if (low === 0) return high <= HALF ? { low, high: Math.ceil(high / 5) * 5, slack: 0 } : null
  if (high === 100) return low >= HALF ? { low: Math.floor(low / 5) * 5, high, slack: 0 } : null
  return high - low <= WIDEST ? { low, high, slack: 0 } : null
}

/** Rounded from the side that the share is counted from, as the bars beside it are. */
function wholePercent({ derivation: { test } }: Measure, percent: number): number {
  const isFromBelow = test !== undefined && stretchOf(test).from === null
  return isFromBelow ? 100 - Math.round(100 - percent) : Math.round(percent)
}

function heldPercent(percent: number): number {
  return Math.min(99, Math.max(1, percent))
}

/** A share as it is told: its value, or the bound that it lies under, over or between. */
export function toldShare({ low, high }: Pick<KnownShare, 'low' | 'high'>) {
  if (low === high) return { value: low }
  if (low === 0) return { value: high, bound: 'under' } as const
  if (high === 100) return { value: low, bound: 'over' } as const
  return { value: (low + high) / 2, bound: 'between', lower: low, upper: high } as const
}
