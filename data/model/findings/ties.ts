/** More than this share with the same best value, and a quarter says nothing. */
const A_QUARTER = 0.25

/** Whether more than a quarter of the country's municipalities have the best value of all. */
export const isShared = (best: { count: number; of: number } | null): boolean =>
  best !== null && best.count > 1 && best.count > A_QUARTER * best.of

/** The value that many share, how many do, and of how many. */
export type Shared = { value: number; count: number; of: number }

/** The best value, where more than a quarter share it; null where fewer do, or no way is better. */
export function sharedBest(values: readonly (number | null)[], direction: string): Shared | null {
  const known = values.filter((value) => value !== null)
  if (direction === 'neutral' || known.length === 0) return null
  const value = direction === 'lower' ? Math.min(...known) : Math.max(...known)
  const count = known.filter((one) => one === value).length
  return isShared({ count, of: known.length }) ? { value, count, of: known.length } : null
}
