import { numberOf } from '../number.ts'

export type OjValue = { value: number | null; status: 'missing' | null; token: string | null }

const YES = /^(ja|yes)$/i
const NO = /^(nej|no)$/i

/**
 * What a cell of a workbook says: a number (decimal comma, any spaces, a percent sign), Ja/Nej, or for a yes/no question
 * 1, 0 and 2 (= no). Every other text is missing and kept as it stands.
 */
export function ojValue(cell: string, isYesNo: boolean): OjValue {
  const text = cell.replace(/\u00a0/g, ' ').trim()
  const number = YES.test(text) ? 1 : NO.test(text) ? 0 : numberOf(text.replace(/%$/, ''))
  if (number === undefined || number === null) return { value: null, status: 'missing', token: text }
  if (isYesNo && ![0, 1, 2].includes(number)) return { value: null, status: 'missing', token: text }
  return { value: isYesNo && number === 2 ? 0 : number, status: null, token: null }
}

/** Whether a cell holds something that could be a value rather than a name or a note. */
export function looksLikeValue(cell: string): boolean {
  return ojValue(cell, false).value !== null
}
