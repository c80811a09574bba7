/** More than this share with the same best value, and a quarter says nothing. */
const A_QUARTER = 0.25

/** The value that many share, how many do, and of how many. */
export type Shared = { value: number; count: number; of: number }

/** The best value, where more than a quarter share it; null where fewer do, or no way is better. */
export function sharedBest(values: readonly (number | null)[], direction: string): Shared | null {
  const known = values.filter((value) => value !== null)
  if (direction === 'neutral' || known.length === 0) return null
  const value = direction === 'lower' ? Math.min(...known) : Math.max(...known)
  const count = known.filter((one) => one === value).length
  return count > 1 && count > A_QUARTER * known.length ? { value, count, of: known.length } : null
}
