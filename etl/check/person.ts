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
  return isPersonal(text) || holdsContact(text)
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

/**
 * Whether a number may be a personal number that a spreadsheet took the first zero of, or read its hyphen as a decimal
 * point. One alone may be chance: a column of them is not.
 */
export function mayBePersonal(text: string): 'yes' | 'no' | null {
  const number = text.length < 9 ? null : plainNumber(text)
  if (!number) return null
  const { whole, fraction } = number
  if (whole.length === 9 && fraction === '') return isPersonalNumber(`0${whole}`) ? 'yes' : 'no'
  if ((whole.length === 6 || whole.length === 8) && fraction.length === 4)
    return isPersonalNumber(whole + fraction) ? 'yes' : 'no'
  return null
}

const PLAIN = /^[+-]?(\d+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)(?:[.,](\d*))?%?$/

function plainNumber(text: string): { whole: string; fraction: string } | null {
  const found = PLAIN.exec(text.trim())
  if (!found) return null
  return { whole: found[1]!.replace(/\D/g, ''), fraction: (found[2] ?? '').replace(/0+$/, '') }
}
