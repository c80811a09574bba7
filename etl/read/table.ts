import { packingOf } from './bytes.ts'
import { readCsv } from './csv.ts'
import { DEFAULT_LIMITS, emptyFile, type Limits } from './refused.ts'
import type { TableRow } from './table-row.ts'
import { readWorkbook, type Workbook } from './workbook.ts'

export interface Table {
  header: TableRow
  /** The rows below the header, in order, to be read once. */
  rows: AsyncIterable<TableRow>
  /** The whole workbook, where the file is one; `sheet` is the index of the one the table was taken from. */
  workbook?: Workbook & { sheet: number }
}

/** Tells the sheet that holds the table; without it the first one with any content. */
export type ChooseSheet = (workbook: Workbook) => number

/**
 * Opens a table file: CSV (`;`, `,` or tab; UTF-8 or Windows-1252), the same gzipped, or XLSX. The first row with any
 * content is the header.
 * @throws RefusedFile, here or while the rows are read, when the file as a whole cannot be used
 */
export async function openTable(
  path: string,
  { limits = DEFAULT_LIMITS, chooseSheet = firstWithContent }: { limits?: Limits; chooseSheet?: ChooseSheet } = {},
): Promise<Table> {
  const packing = await packingOf(path, limits)
  if (packing === 'zip' || packing === 'ole') return tableOfWorkbook(await readWorkbook(path, limits), chooseSheet)
  const rows = readCsv(path, limits)
  const { value, done } = await rows.next()
  if (done) throw emptyFile()
  return { header: value, rows }
}

function tableOfWorkbook(workbook: Workbook, chooseSheet: ChooseSheet): Table {
  const sheet = chooseSheet(workbook)
  const [header, ...rows] = workbook.sheets[sheet]?.rows ?? []
  if (!header) throw emptyFile()
  return { header, rows: each(rows), workbook: { ...workbook, sheet } }
}

function firstWithContent({ sheets }: Workbook): number {
  return Math.max(
    0,
    sheets.findIndex((sheet) => sheet.rows.length > 0),
  )
}

async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items
}
