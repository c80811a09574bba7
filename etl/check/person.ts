import { holdsContact } from './contact.ts'
import { holdsDate } from './dates.ts'
import { holdsIdentity, isPersonalNumber } from './identity.ts'
import type { Rule } from './rules.ts'

/** The rule that a text breaks by pointing out a person, wherever it stands; null when it does not. */
export function identityRule(text: string): Rule | null {
  if (text.length < 5) return null
  if (holdsIdentity(text)) return 'identity'
  if (holdsDate(text)) return 'exact-date'
  return holdsContact(text) ? 'contact' : null
}

/** Whether a text holds a personal number or how to reach someone: no mark, title or code of a figure does. */
export function pointsOutPerson(text: string): boolean {
  return isPersonal(text) || mayBePersonal(text, false)?.is === true || holdsContact(text)
}

/**
 * Whether a cell of a table of figures is or holds a personal number. What is written as a plain number is one only if
 * it has ten or twelve digits: decimals and amounts would else be one in some hundred by chance.
 */
export function isPersonal(text: string): boolean {
  if (text.length < 9) return false
  const number = plainNumber(text)
  return number ? number.fraction === '' && isPersonalNumber(number.whole) : holdsIdentity(text)
}

/** A number of the length of a personal number, written forwards or backwards, and whether it is one. */
export type Doubtful = { way: 'forwards' | 'backwards'; is: boolean }

/**
 * Whether a number may be a personal number: its separator read as a decimal point, its first or last zero taken by a
 * spreadsheet, its digits backwards. One alone may be chance: a column of them is not. Null where it has another length.
 * @param isValue it stands where a value belongs, and is taken by the digits that are written
 */
export function mayBePersonal(text: string, isValue: boolean): Doubtful | null {
  const number = text.length < 9 ? null : plainNumber(text)
  if (!number) return null
  const { whole, fraction } = number
  if (fraction === '') return mayBeWhole(whole)
  const { way, digits } = aroundPoint(whole, fraction)
  const isWhole = [fraction, number.written].some((behind) => whole.length + behind.length === digits.length)
  if (digits === '' || (isValue && !isWhole)) return null
  return { way, is: isPersonalNumber(way === 'forwards' ? digits : reversed(digits)) }
}

function mayBeWhole(whole: string): Doubtful | null {
  if (whole.length === 9) return { way: 'forwards', is: isPersonalNumber(`0${whole}`) }
  if (whole.length !== 10 && whole.length !== 12) return null
  return { way: 'backwards', is: isPersonalNumber(reversed(whole)) }
}

/** The digits around a point that stands before the last four, or backwards behind them; none where it stands elsewhere. */
function aroundPoint(whole: string, fraction: string): { way: Doubtful['way']; digits: string } {
  if (isDate(whole) && isLast(fraction))
    return { way: 'forwards', digits: whole.padStart(6, '0') + fraction.padEnd(4, '0') }
  if (isLast(whole) && isDate(fraction))
    return { way: 'backwards', digits: whole.padStart(4, '0') + fraction.padEnd(6, '0') }
  return { way: 'forwards', digits: '' }
}

/** Six digits or, with the century, eight; a spreadsheet may have taken a zero of the six, and of the four. */
const isDate = ({ length }: string): boolean => length === 5 || length === 6 || length === 8
const isLast = ({ length }: string): boolean => length === 3 || length === 4

const reversed = (digits: string): string => Array.from(digits).reverse().join('')

const PLAIN = /^[+-]?(\d+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)(?:[.,](\d*))?%?$/

/** The digits before and behind the point of a number; `fraction` without the zeros that `written` ends with. */
function plainNumber(text: string): { whole: string; fraction: string; written: string } | null {
  const found = PLAIN.exec(text.trim())
  if (!found) return null
  const written = found[2] ?? ''
  return { whole: found[1]!.replace(/\D/g, ''), fraction: written.replace(/0+$/, ''), written }
}
