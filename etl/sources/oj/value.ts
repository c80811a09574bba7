import type { CellNote } from '../../read/table-row.ts'
import { type DecimalMark, numberOf } from '../../read/written-number.ts'

/** What is wrong with a cell, or to be told of it. */
export type CellFault = 'date' | 'uncomputed' | 'formula-error' | 'text-answer' | 'two-readings'

export type CellValue = {
  value: number | null
  status: 'missing' | null
  token: string | null
  fault: CellFault | null
}

const YES = /^(?:ja|yes)$/i
const NO = /^(?:nej|no)$/i

/** Marks and words for a figure that is not there, as the press and the questionnaires write them. */
const MISSING =
  /^(?:|[-‐‑‒–—−]{1,3}|\.{1,3}|…|x+|\*+|#|i\.?\s?u\.?|u\.?\s?s\.?|n\/?a|na|ej svar|svar saknas|uppgift saknas|uppgifter saknas|saknas|saknar (?:svar|uppgift)|ej (?:aktuellt|relevant|tillämpligt|besvarat|svarat|redovisad|redovisat)|vet (?:ej|inte)|sekretess|bortfall|ingen uppgift|missing|no answer|not applicable)$/i

/**
 * What a cell of a workbook says: a number (decimal comma, spaces between thousands, a percent sign), Ja/Nej, or for a
 * yes/no question 1, 0 and 2 (= no). Every other text is missing and kept as it stands; one that is no known mark is told.
 * @param decimal the mark of decimals, where texts such as 3.000 are to be read
 */
export function cellValue(
  cell: string,
  note: CellNote | undefined,
  { isYesNo = false, decimal }: { isYesNo?: boolean; decimal?: DecimalMark | undefined } = {},
): CellValue {
  const fault = note && FAULTY[note.kind]
  if (fault) return missing(cell, fault)
  if (note?.kind === 'two-readings' && !decimal) return missing(cell, 'two-readings')
  const text = cell.replace(/\u00a0/g, ' ').trim()
  const answer = answerIn(text)
  const number = answer ?? numberOf(text.replace(/\s?%$/, ''), decimal)
  if (number === undefined || number === null) return missing(text, isMark(text, isYesNo) ? null : 'text-answer')
  const isAnswer = answer !== null || note?.kind === 'truth'
  if (isYesNo ? ![0, 1, 2].includes(number) : isAnswer) return missing(text, 'text-answer')
  return { value: isYesNo && number === 2 ? 0 : number, status: null, token: null, fault: null }
}

/** A cross is an answer where the question is one of yes or no, but which one is not known. */
const isMark = (text: string, isYesNo: boolean): boolean => MISSING.test(text) && !(isYesNo && /^x+$/i.test(text))

const answerIn = (text: string): number | null => (YES.test(text) ? 1 : NO.test(text) ? 0 : null)

const FAULTY: Partial<Record<CellNote['kind'], CellFault>> = {
  date: 'date',
  uncomputed: 'uncomputed',
  error: 'formula-error',
}

const missing = (token: string, fault: CellFault | null): CellValue => ({
  value: null,
  status: 'missing',
  token,
  fault,
})

/** Whether a cell says that its figure is not there. */
export const isMissingMark = (cell: string): boolean => MISSING.test(cell.trim())

/** Whether a cell holds something that could be a value rather than a name or a note. */
export function looksLikeValue(cell: string): boolean {
  return YES.test(cell.trim()) || NO.test(cell.trim()) || (numberOf(cell.trim().replace(/\s?%$/, '')) ?? null) !== null
}
