import { isPresent, type Missing } from './finite.ts'
import { ascendingRanks } from './ranks.ts'

/**
 * Quantile group 1…q of each value: 1 + ⌊(rank − 1)·q/N⌋, rank ascending, ties share the lowest rank.
 * q = `groups`, a whole number from 1 (4 = quarters, 1 the lowest). N counts the values present.
 * Missing or non-finite in → null out. All null where N < q or q is not a whole number from 1.
 * Source: the quantile rule of Fingertips (Public Health England), with ties held together.
 */
export function quantileGroup(values: readonly (number | Missing)[], groups: number): (number | null)[] {
  const count = values.filter(isPresent).length
  if (!Number.isInteger(groups) || groups < 1 || count < groups) return values.map(() => null)
  const groupOf = (rank: number) => 1 + Math.floor(((rank - 1) * groups) / count)
  return ascendingRanks(values).map((rank) => (rank === null ? null : groupOf(rank)))
}
