import type { Finding } from '../check/report.ts'
import { say } from '../language.ts'

/** A number with decimal point or comma, spaces of every kind between thousands; null for an empty text; undefined for anything else. */
export function numberOf(text: string): number | null | undefined {
  const plain = text.replace(/[\s\u00a0\u2009\u202f]/g, '').replace('\u2212', '-')
  if (plain === '') return null
  return /^[-+]?\d+([.,]\d+)?(e[-+]?\d+)?$/i.test(plain) ? Number(plain.replace(',', '.')) : undefined
}

/** A text stands where a number belongs. */
export const notNumber = (row: number, column: string): Finding => ({
  row,
  column,
  rule: 'not-a-number',
  severity: 'error',
  message: say('Här står text där ett tal hör hemma.', 'Text stands where a number belongs.'),
})

/** The header lacks a column. */
export const missingColumn = (row: number, column: string): Finding => ({
  row,
  column,
  rule: 'missing-column',
  severity: 'error',
  message: say(`Kolumnen ${column} saknas.`, `The column ${column} is missing.`),
})
