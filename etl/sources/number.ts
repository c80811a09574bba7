import type { Finding } from '../check/report.ts'
import { told } from '../check/rules.ts'
import { say } from '../language.ts'

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

/** A text may be thousands or decimals. */
export const twofold = (row: number, column: string): Finding => told({ rule: 'two-readings', row, column })
