import { bestIn, type Table } from '../read/table.ts'
import type { TableRow } from '../read/table-row.ts'
import type { Workbook } from '../read/workbook.ts'
import { columnLetters, isForbiddenHeading, plainName } from './headers.ts'
import { likenessToExtract } from './likeness.ts'
import { identityRule } from './person.ts'
import type { Problem, Rule } from './rules.ts'

/**
 * What in a file beside the rows of its extract could point out a person: what stands above the header, other sheets,
 * comments, properties. Of a second sheet of client rows only that it is there.
 */
export function* problemsBeside({ above, workbook }: Table, pseudonyms: ReadonlySet<string>): Generator<Problem> {
  yield* problemsInCells(above, new Set())
  if (!workbook) return
  const others = workbook.sheets.filter((_, index) => index !== workbook.sheet)
  for (const { rows } of others) yield* problemsInCells(rows, pseudonyms)
  yield* problemsInTexts(workbook)
  yield* problemsOfSheets(others)
}

function* problemsInCells(rows: TableRow[], pseudonyms: ReadonlySet<string>): Generator<Problem> {
  for (const [at, { row, cells }] of rows.entries()) {
    for (const [index, cell] of cells.entries()) {
      const rule = ruleOfCell(cell, pseudonyms) ?? (headsCells(rows, at, index) ? 'forbidden-column' : null)
      if (rule) yield { rule, row, column: columnLetters(index) }
    }
  }
}

function ruleOfCell(cell: string, pseudonyms: ReadonlySet<string>): Rule | null {
  if (cell.length < 5) return null
  if (pseudonyms.has(cell.trim())) return 'key-list'
  return identityRule(cell) ?? (holdsCaseNumber(cell) ? 'case-number' : null)
}

/** Whether a cell names what points out a person, and something stands below it. */
function headsCells(rows: TableRow[], at: number, index: number): boolean {
  const cell = rows[at]?.cells[index] ?? ''
  return isForbiddenHeading(cell) && (rows[at + 1]?.cells[index] ?? '').trim() !== ''
}

const CASE_NUMBERS = [
  /(?<!\p{L})(?:dnr|diarie\p{L}*|(?:ä|a)rende\p{L}*|akt(?:nr|nummer)?|m(?:å|a)l(?:nr|nummer)|journal\p{L}*)[^\p{L}\d]{1,4}(?:nr|nummer)?[^\p{L}\d]{0,3}\p{L}{0,5}[-/ ]?\d/iu,
  /(?<![\p{L}\d])\p{Lu}{1,5}[-/ ]?(?:19|20)\d\d[-/:]\d{2,7}(?!\d)/u,
  /(?<![\d-])(?:19|20)\d\d[-/:](?!(?:19|20)\d\d(?!\d))\d{3,7}(?!\d)/,
]

/** Whether a text holds what cases and files are numbered by: SN 2023/123, dnr 2023-00456, akt 1234. */
const holdsCaseNumber = (text: string): boolean => /\d/.test(text) && CASE_NUMBERS.some((form) => form.test(text))

function* problemsInTexts({ texts, sealed }: Workbook): Generator<Problem> {
  for (const { part, text } of texts) {
    if (/^docProps\//.test(part) && isTime(text)) continue
    const rule = identityRule(text)
    if (rule) yield { rule }
  }
  if (sealed.some((name) => !/printerSettings|^docProps\/thumbnail/.test(name))) yield { rule: 'sealed-part' }
}

const isTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z?$/.test(text)

function* problemsOfSheets(others: Workbook['sheets']): Generator<Problem> {
  if (others.some(({ rows }) => holdsClients(rows))) yield { rule: 'several-extracts' }
  const left = others.filter(({ rows, name }) => rows.length > 0 && !isCodebook(name)).length
  if (left > 0) yield { rule: 'other-sheet', about: { sv: String(left), en: String(left) } }
}

/** Whether rows stand below a header of client rows. */
function holdsClients(rows: TableRow[]): boolean {
  const { at, score } = bestIn(rows, likenessToExtract)
  return score > 0 && at + 1 < rows.length
}

const isCodebook = (name: string): boolean => [plainName('Kodbok'), plainName('Codebook')].includes(plainName(name))
