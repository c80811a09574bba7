import { isPresent, type Missing } from './finite.ts'
import { type Direction, ranks } from './ranks.ts'

/** Where in the field a value lies: best quarter, worst quarter, or the half between. */
export type Band = 'best' | 'middle' | 'worst'

const FEWEST_FOR_BANDS = 8

/**
 * Band by rank r among the N values present (ties share the best rank): `best` if r ≤ N/4, `worst` if r > 3N/4,
 * else `middle`. Missing or non-finite in → null out. All null for a neutral direction or N < 8.
 * Relative position, not good or bad in itself. Source: the rule of the Swedish open comparisons (öppna jämförelser).
 */
export function bands(values: readonly (number | Missing)[], direction: Direction): (Band | null)[] {
  const count = values.filter(isPresent).length
  if (direction === 'neutral' || count < FEWEST_FOR_BANDS) return values.map(() => null)
  return ranks(values, direction).map((rank) => bandOf(rank, count, direction))
}

/** The band of one rank among `count` with a value, by the same rule. */
export function bandOf(rank: number | null, count: number, direction: Direction): Band | null {
  if (rank === null || direction === 'neutral' || count < FEWEST_FOR_BANDS) return null
  if (4 * rank <= count) return 'best'
  return 4 * rank > 3 * count ? 'worst' : 'middle'
}
