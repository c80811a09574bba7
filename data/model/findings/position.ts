import type { Lang } from '../numbers.ts'
import { say } from './finding.ts'

/** How many others lie below, level with and above a value. */
export type Position = { below: number; level: number; above: number; others: number }

/** A place among those that can be ranked, 1 the best: `nummer 6 av 8`. */
export const numberAmong = ({ rank, of }: { rank: number | null; of: number | null }, lang: Lang): string =>
  say(lang, `nummer ${rank} av ${of}`, `number ${rank} of ${of}`)

/** Counts the others around a value; nulls are left out. */
export function positionAmong(own: number, others: readonly (number | null)[]): Position {
  const known = others.filter((value): value is number => value !== null)
  const below = known.filter((value) => value < own).length
  const above = known.filter((value) => value > own).length
  return { below, above, level: known.length - below - above, others: known.length }
}

/**
 * Where a municipality stands, as a clause after its name: `ligger lägre än 9 av 10 kommuner`.
 * From 20 others in tenths, rounded, with words for the extremes; below that in exact numbers.
 */
export function positionClause(position: Position, lang: Lang): string {
  const { below, above, level, others } = position
  if (others === 0) return say(lang, 'är ensam om att ha ett värde', 'is alone in having a value')
  if (level === others) return say(lang, 'ligger lika med alla andra', 'is level with all the others')
  if (above + level === others) return extreme(level, 'low', lang)
  if (below + level === others) return extreme(level, 'high', lang)
  return above >= below ? besideClause(above, others, 'low', lang) : besideClause(below, others, 'high', lang)
}

type Side = 'low' | 'high'

function extreme(level: number, side: Side, lang: Lang): string {
  const most = side === 'low' ? say(lang, 'lägst', 'lowest') : say(lang, 'högst', 'highest')
  if (level === 0) return say(lang, `ligger ${most} av alla`, `is the ${most} of all`)
  return say(lang, `ligger ${most}, lika med ${andra(level)}`, `is the ${most}, level with ${otherPlaces(level)}`)
}

const andra = (count: number) => (count === 1 ? 'en annan' : `${count} andra`)
const otherPlaces = (count: number) => (count === 1 ? 'one other' : `${count} others`)

function besideClause(passed: number, others: number, side: Side, lang: Lang): string {
  const word = side === 'low' ? say(lang, 'lägre', 'lower') : say(lang, 'högre', 'higher')
  if (others < 20)
    return say(lang, `ligger ${word} än ${passed} av ${others} andra`, `is ${word} than ${passed} of ${others} others`)
  const tenths = Math.round((10 * passed) / others)
  if (tenths >= 10)
    return say(lang, `ligger ${word} än nästan alla kommuner`, `is ${word} than nearly all municipalities`)
  if (tenths <= 5) return say(lang, 'ligger nära mitten bland kommunerna', 'is near the middle of the municipalities')
  return say(lang, `ligger ${word} än ${tenths} av 10 kommuner`, `is ${word} than ${tenths} in 10 municipalities`)
}
