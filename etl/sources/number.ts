import type { Finding } from '../check/report.ts'
import { say } from '../language.ts'

/** Digits, or digits in threes with a space of any kind between; decimal point or comma. Never an exponent. */
const WRITTEN = /^[-+]?(?:\d+|\d{1,3}(?: \d{3})+)(?:[.,]\d+)?$/

/** A number as people write it; null for an empty text; undefined for anything else. */
export function numberOf(text: string): number | null | undefined {
  const plain = text
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace('\u2212', '-')
    .trim()
  if (plain === '') return null
  if (!WRITTEN.test(plain)) return undefined
  const number = Number(plain.replaceAll(' ', '').replace(',', '.'))
  return Number.isFinite(number) ? number : undefined
}

/** A year as people write it: four digits; NaN for anything else. */
export function yearOf(text: string): number {
  return /^\d{4}$/.test(text.trim()) ? Number(text) : Number.NaN
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

/** Two columns have the same heading: which of them counts cannot be known. */
export const columnTwice = (row: number, column: string): Finding => ({
  row,
  column,
  rule: 'column-twice',
  severity: 'error',
  message: say(
    `Kolumnen ${column} finns två gånger. Ta bort den ena.`,
    `The column ${column} stands twice. Remove one.`,
  ),
})
