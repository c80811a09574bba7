/** Ranks ascending from 1; ties all get the mean of the ranks they take up. Every value must be finite. */
export function midRanks(values: readonly number[]): number[] {
  const counts = tieCounts(values)
  const rankOf = new Map<number, number>()
  let below = 0
  for (const value of [...counts.keys()].sort((a, b) => a - b)) {
    const ties = counts.get(value)!
    rankOf.set(value, below + (ties + 1) / 2)
    below += ties
  }
  return values.map((value) => rankOf.get(value)!)
}

/** How many times each value occurs. */
export function tieCounts(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
