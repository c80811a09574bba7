import type { Band, Best } from '../answers/figure.ts'
import { isAnswer } from './kinds.ts'
import { isShared } from './ties.ts'

/** Where a value is shown among all: its quarter; `level` where quarters say nothing; null where no way is better. */
export type Place = 'best' | 'middle' | 'worst' | 'level' | null

/** Whether a place is a quarter of the country or the half between. */
export const isQuarter = (place: Place): place is 'best' | 'middle' | 'worst' => place !== null && place !== 'level'

/**
 * The place that a value is shown at. Quarters say nothing where more than a quarter of the country share the best value, nor
 * of what is answered with yes or no or a grade.
 */
export function placeOf(band: Band, { about, best }: { about: { kind: string }; best: Best }): Place {
  if (band === null) return null
  return isAnswer(about) || isShared(best) ? 'level' : band
}
