import { countBelow } from './count-below.ts'
import { isPresent, type Missing, presentValues } from './finite.ts'

/** Which way an indicator is good; `neutral` has no good way (costs, volumes). */
export type Direction = 'higher' | 'lower' | 'neutral'

/**
 * Rank ascending: 1 + how many are less, so that ties share the lowest rank; 1…N over the N values present.
 * Missing or non-finite in → null out, not counted. O(N log N).
 */
export function ascendingRanks(values: readonly (number | Missing)[]): (number | null)[] {
  const sorted = presentValues(values).sort()
  return values.map((value) => (isPresent(value) ? countBelow(sorted, value) + 1 : null))
}

/**
 * Competition rank: 1 + how many are better; 1 = best, ties share the best rank; 1…N over the N values present.
 * `higher` and `neutral` put the greatest first, `lower` the least. Missing or non-finite in → null out, not counted.
 * Source: "1224" ranking, as the Swedish open comparisons (öppna jämförelser) rank.
 */
export const ranks = (values: readonly (number | Missing)[], direction: Direction): (number | null)[] =>
  ascendingRanks(direction === 'lower' ? values : values.map((value) => (isPresent(value) ? -value : null)))
