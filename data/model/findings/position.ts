import { type Lang, writeNumber } from '../numbers.ts'
import { say } from './finding.ts'
import { others as manyOthers } from './whom.ts'

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

/** Verb and rest of a sentence about a municipality. */
export type Clause = readonly [verb: string, rest: string]

/**
 * Where a municipality stands: `ligger`, `lägre än 9 av 10 kommuner`. From 20 others in tenths where they are within
 * 1.5 of a hundred, else in per cent, with words for the extremes and the middle; below that in exact numbers.
 */
export function positionClause(position: Position, lang: Lang): Clause {
  const { below, above, level, others } = position
  const lies = say(lang, 'ligger', 'is')
  if (others === 0) return [say(lang, 'är', 'is'), say(lang, 'ensam om att ha ett värde', 'alone in having a value')]
  if (level === others) return [lies, allLevel(others, lang)]
  if (others === 1) return [lies, besideOne(above === 1 ? 'low' : 'high', lang)]
  if (above + level === others) return [lies, extreme(level, 'low', lang)]
  if (below + level === others) return [lies, extreme(level, 'high', lang)]
  return [lies, above >= below ? beside(above, others, 'low', lang) : beside(below, others, 'high', lang)]
}

type Side = 'low' | 'high'

const allLevel = (others: number, lang: Lang) =>
  others === 1
    ? say(lang, 'lika med den andra', 'level with the other')
    : say(lang, 'lika med alla andra', 'level with all the others')

const besideOne = (side: Side, lang: Lang) =>
  side === 'low'
    ? say(lang, 'lägre än den andra', 'lower than the other')
    : say(lang, 'högre än den andra', 'higher than the other')

function extreme(level: number, side: Side, lang: Lang): string {
  const most = side === 'low' ? say(lang, 'lägst', 'the lowest') : say(lang, 'högst', 'the highest')
  if (level === 0) return say(lang, `${most} av alla`, `${most} of all`)
  return say(lang, `${most}, lika med ${manyOthers(level, lang)}`, `${most}, level with ${manyOthers(level, lang)}`)
}

/** From so many others on, a share is easier to take in than two counts. */
const MANY = 20
/** A tenth is said of shares that lie so near to it, in hundredths. */
const NEAR_A_TENTH = 1.5
/** Up to this share of the others on the one side, a value is near the middle. */
const NEAR_THE_MIDDLE = 55

/** Whether the words for a place are of the middle already, or of nothing that could be apart from it. */
export const isNearTheMiddle = ({ below, above, level, others }: Position): boolean =>
  others < 2 || level === others || (others >= MANY && 100 * Math.max(below, above) <= NEAR_THE_MIDDLE * others)

function beside(passed: number, others: number, side: Side, lang: Lang): string {
  const word = side === 'low' ? say(lang, 'lägre', 'lower') : say(lang, 'högre', 'higher')
  if (others < MANY)
    return say(lang, `${word} än ${passed} av ${others} andra`, `${word} than ${passed} of ${others} others`)
  const share = (100 * passed) / others
  if (share <= NEAR_THE_MIDDLE)
    return say(lang, 'nära mitten bland kommunerna', 'near the middle of the municipalities')
  if (share >= 98.5) return say(lang, `${word} än nästan alla kommuner`, `${word} than nearly all municipalities`)
  const tenths = Math.round(share / 10)
  if (Math.abs(share - tenths * 10) <= NEAR_A_TENTH)
    return say(lang, `${word} än ${tenths} av 10 kommuner`, `${word} than ${tenths} in 10 municipalities`)
  const whole = writeNumber(share, 0, lang)
  return say(lang, `${word} än ${whole} procent av kommunerna`, `${word} than ${whole} per cent of the municipalities`)
}

/** Which side of the median a value without direction is on, in a word for a label. */
export const besideMedianWord = (isBelow: boolean, lang: Lang): string =>
  isBelow ? say(lang, 'lägre än medianen', 'below the median') : say(lang, 'högre än medianen', 'above the median')
