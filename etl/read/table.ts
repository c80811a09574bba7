import { packingOf } from './bytes.ts'
import { readCsv } from './csv.ts'
import { refuseForeignText } from './formats.ts'
import { DEFAULT_LIMITS, emptyFile, type Limits } from './refused.ts'
import type { TableRow } from './table-row.ts'
import { readWorkbook, type Workbook } from './workbook.ts'

export interface Table {
  header: TableRow
  /** What stands above the header. */
  above: TableRow[]
  /** The rows below the header, in order, to be read once. */
  rows: AsyncIterable<TableRow>
  /** The whole workbook, where the file is one; `sheet` is the index of the one the table was taken from. */
  workbook?: Workbook & { sheet: number }
}

/** How much a row looks like the header that is looked for; 0 for not at all. */
export type Likeness = (cells: string[]) => number

/** How far down a separated file its header is looked for. */
const ROWS_LOOKED_AT = 200

/**
 * Opens a table file: CSV (`;`, `,` or tab; UTF-8, UTF-16 or Windows-1252), the same gzipped, or XLSX. The header is the
 * row that looks most like one, on whichever sheet and whatever stands above it; else the first row with any content.
 * @throws RefusedFile, here or while the rows are read, when the file as a whole cannot be used
 */
export async function openTable(
  path: string,
  { limits = DEFAULT_LIMITS, likeness = () => 0 }: { limits?: Limits; likeness?: Likeness } = {},
): Promise<Table> {
  const packing = await packingOf(path, limits)
  if (packing === 'zip' || packing === 'ole') return tableOfWorkbook(await readWorkbook(path, limits), likeness)
  if (packing === 'plain') await refuseForeignText(path)
  const rows = readCsv(path, limits)
  const first = await firstOf(rows)
  const at = bestRow(first, likeness)
  const [above, header, below] = [first.slice(0, at), first[at], first.slice(at + 1)]
  if (!header) throw emptyFile()
  return { header, above, rows: marked(below, rows, header.cells.length) }
}

async function firstOf(rows: AsyncGenerator<TableRow>): Promise<TableRow[]> {
  const first: TableRow[] = []
  while (first.length < ROWS_LOOKED_AT) {
    const { value, done } = await rows.next()
    if (done) break
    first.push(value)
  }
  return first
}

function bestRow(rows: TableRow[], likeness: Likeness): number {
  const scores = rows.map(({ cells }) => likeness(cells))
  return Math.max(0, scores.indexOf(Math.max(0, ...scores)))
}

async function* marked(first: TableRow[], rest: AsyncIterable<TableRow>, width: number): AsyncGenerator<TableRow> {
  const mark = (row: TableRow): TableRow => (row.cells.length < width ? { ...row, short: true } : row)
  for (const row of first) yield mark(row)
  for await (const row of rest) yield mark(row)
}

function tableOfWorkbook(workbook: Workbook, likeness: Likeness): Table {
  const sheet = bestSheet(workbook, likeness)
  const rows = workbook.sheets[sheet]?.rows ?? []
  const at = bestIn(rows, likeness).at
  const header = rows[at]
  if (!header) throw emptyFile()
  return { header, above: rows.slice(0, at), rows: each(rows.slice(at + 1)), workbook: { ...workbook, sheet } }
}

/** The row of a sheet that looks most like the header, and how much. */
export function bestIn(rows: TableRow[], likeness: Likeness): { at: number; score: number } {
  let best = { at: 0, score: 0 }
  for (const [at, { cells }] of rows.entries()) {
    const score = likeness(cells)
    if (score > best.score) best = { at, score }
  }
  return best
}

function bestSheet({ sheets }: Workbook, likeness: Likeness): number {
  const scores = sheets.map(({ rows }) => bestIn(rows, likeness).score)
  const best = Math.max(0, ...scores)
  return best > 0 ? scores.indexOf(best) : firstWithContent(sheets)
}

const firstWithContent = (sheets: Workbook['sheets']): number =>
  Math.max(
    0,
    sheets.findIndex((sheet) => sheet.rows.length > 0),
  )

async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items
}
