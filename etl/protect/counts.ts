import type { Family } from '../../data/instruments/cells.ts'
import { agreed } from './agreement.ts'
import type { Strictness } from './plan.ts'
import type { ShownSet } from './sets.ts'

/** A count as it is shown: to the nearest five. */
export function shownCount(protectedCount: number): number {
  return Math.round(protectedCount / 5) * 5
}

/**
 * How many persons each shown set has, as it is shown. Where the sexes hold more than their whole they take the same step
 * towards it as a distribution does (disclosure rule 7); none falls under the floor by it.
 */
export function shownCounts(
  sets: readonly ShownSet[],
  families: readonly Family[],
  { floor }: Pick<Strictness, 'floor'>,
): number[] {
  const counts = sets.map(({ protectedCount }) => ({ all: protectedCount, above: [] }))
  return agreed(counts, families).map((count) => shownCount(Math.max(floor, count!.all)))
}
