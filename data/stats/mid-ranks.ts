import { countAtMost, countBelow } from './count-below.ts'

/** A value's mid-rank, ascending from 1, and how many values it is tied with, itself counted. */
export type MidRank = { rank: number; ties: number }

/** Ranks ascending from 1; ties all get the mean of the ranks they take up. Every value must be finite. O(n log n). */
export function midRanks(values: readonly number[]): MidRank[] {
  const sorted = Float64Array.from(values).sort()
  return values.map((value) => {
    const below = countBelow(sorted, value)
    const atMost = countAtMost(sorted, value)
    return { rank: (below + 1 + atMost) / 2, ties: atMost - below }
  })
}
