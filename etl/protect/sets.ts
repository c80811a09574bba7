import { bitsetOf } from './bitset.ts'
import { protectedCount } from './noise.ts'
import { mergeIdentical, type PersonSet, pairRule } from './pairs.ts'
import { keyed } from './persons.ts'
import type { Strictness } from './plan.ts'
import type { Tally } from './tally.ts'

/** A set of persons that may be shown: its members and n̂. */
export interface ShownSet {
  cells: number[]
  members: Int32Array
  protectedCount: number
}

/**
 * The sets of a kind in a municipality's year that pass the pair rule and the floor (disclosure rules 3 and 6).
 * @param members of every cell, in the catalogue's order
 * @param tally what became of the others is added here
 */
export function shownSets(members: Int32Array[], keys: Uint32Array, strictness: Strictness, tally: Tally): ShownSet[] {
  const sets = candidates(members, keys.length, strictness.k)
  const hidden = pairRule(sets, strictness.k)
  const counted = sets.filter((set) => !hidden.has(set)).map((set) => withCount(set, members, keys))
  const shown = counted.filter((set) => set.protectedCount >= strictness.floor)
  const { cells } = tally
  cells.considered += members.length
  cells.empty += members.filter(({ length }) => length === 0).length
  cells.tooFew += members.filter(({ length }) => length > 0 && length < strictness.k).length
  cells.pairRule += cellCount([...hidden])
  cells.floor += cellCount(counted) - cellCount(shown)
  cells.shown += cellCount(shown)
  return shown
}

/** Cells of k persons or more; those of the same persons are one. Smaller ones could never reach the floor. */
function candidates(members: Int32Array[], size: number, k: number): PersonSet[] {
  const cells = members.map((of, order) => ({ order, of })).filter(({ of }) => of.length >= k)
  return mergeIdentical(cells.map(({ order, of }) => ({ order, n: of.length, bits: bitsetOf(of, size) })))
}

function withCount({ cells, order }: PersonSet, members: Int32Array[], keys: Uint32Array): ShownSet {
  const { n, key } = keyed(members[order]!, keys)
  return { cells, members: members[order]!, protectedCount: protectedCount(n, key) }
}

function cellCount(sets: readonly { cells: number[] }[]): number {
  return sets.reduce((sum, { cells }) => sum + cells.length, 0)
}
