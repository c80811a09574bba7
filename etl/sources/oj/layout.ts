import { catalogue } from '../../../data/catalogue/index.ts'
import type { TableRow } from '../../read/table-row.ts'
import type { Sheet } from '../../read/workbook.ts'

/** How a sheet is laid out. Columns are counted from 0, rows as a spreadsheet counts. */
export type Layout = {
  sheet: string
  /** The last row of the header. */
  headerRow: number
  codeColumn: number
  /** The heading of each column, stacked ones joined from above. */
  headings: string[]
  /** What stands above the header. */
  title: string
  rows: TableRow[]
}

const CODE_HEADING = /^(kommun[-\s]?(kod|nr|nummer)|k-?kod|kod|code|municipality code)$/i
const FEWEST_CODES = 1

/** The code of a municipality or region in a cell: text or number, a lost leading zero put back; else null. */
export function codeIn(cell: string | undefined): string | null {
  const digits = /^\s*(\d{3,4})\s*$/.exec(cell ?? '')?.[1]
  return digits ? digits.padStart(4, '0') : null
}

const isMunicipality = (cell: string | undefined) => catalogue().municipalityByCode.has(codeIn(cell) ?? '')

/** Finds the header and the rows below it; null for a sheet without municipality codes. @param headerRow where it is known */
export function layoutOf(sheet: Sheet, headerRow?: number): Layout | null {
  const codeColumn = codeColumnOf(sheet)
  if (codeColumn === null) return null
  const first = sheet.rows.findIndex(({ row, cells }) => isMunicipality(cells[codeColumn]) && row > (headerRow ?? 0))
  if (first < 0) return null
  const above = sheet.rows.slice(0, first)
  const { top, bottom } = headerOf(above, codeColumn, headerRow)
  return {
    sheet: sheet.name,
    headerRow: above[bottom]?.row ?? 0,
    codeColumn,
    headings: stacked(above.slice(top, bottom + 1), codeColumn),
    title: above
      .slice(0, top)
      .flatMap(({ cells }) => cells.filter(Boolean))
      .join(' '),
    rows: sheet.rows.slice(first),
  }
}

/** The column under a heading such as Kommunkod, else the one that holds most codes. */
function codeColumnOf({ rows }: Sheet): number | null {
  const codes = new Map<number, number>()
  const named = new Set<number>()
  for (const { cells } of rows) {
    cells.forEach((cell, column) => {
      if (CODE_HEADING.test(cell.trim())) named.add(column)
      if (isMunicipality(cell)) codes.set(column, (codes.get(column) ?? 0) + 1)
    })
  }
  const candidates = [...codes].filter(([, count]) => count >= FEWEST_CODES)
  const weight = ([column, count]: [number, number]) => count + (named.has(column) ? 1_000_000 : 0)
  return candidates.sort((a, b) => weight(b) - weight(a) || a[0] - b[0])[0]?.[0] ?? null
}

/**
 * The first and last row of the header among the rows above the first municipality. It lies around the row with a heading
 * such as Kommunkod: below it come rows that leave code and name empty, above it rows that head several columns. Rows of
 * sums, which have a name, and titles, which stand alone in the first column, are not header.
 */
function headerOf(above: TableRow[], codeColumn: number, headerRow?: number): { top: number; bottom: number } {
  const given = above.findLastIndex(({ row }) => row <= (headerRow ?? 0))
  const named = above.findLastIndex(({ cells }) => CODE_HEADING.test(cells[codeColumn]?.trim() ?? ''))
  const middle = named >= 0 ? named : given >= 0 ? given : above.length - 1
  let top = middle
  while (top > 0 && headsColumns(above[top - 1]!, codeColumn)) top--
  let bottom = middle
  while (bottom + 1 < above.length && !isNamed(above[bottom + 1]!, codeColumn)) bottom++
  return { top: Math.max(0, top), bottom: given >= 0 ? given : bottom }
}

const headsColumns = ({ cells }: TableRow, codeColumn: number) =>
  cells.some((cell, column) => column > codeColumn && cell.trim() !== '')

/** Whether the row says which place it is about. */
const isNamed = ({ cells }: TableRow, codeColumn: number) =>
  cells.slice(0, codeColumn + 2).some((cell) => cell.trim() !== '')

/** Joins stacked headings from above; one that spans several columns counts for each until the next. */
function stacked(header: TableRow[], codeColumn: number): string[] {
  const width = Math.max(0, ...header.map(({ cells }) => cells.length))
  const lines = header.map(({ cells }, i) => (i < header.length - 1 ? spread(cells, width, codeColumn) : cells))
  return Array.from({ length: width }, (_, column) => {
    const parts = lines.map((cells) => (cells[column] ?? '').replace(/\s+/g, ' ').trim()).filter(Boolean)
    return [...new Set(parts)].join(': ')
  })
}

function spread(cells: string[], width: number, codeColumn: number): string[] {
  let last = ''
  return Array.from({ length: width }, (_, column) => {
    const cell = cells[column]?.trim() ?? ''
    last = cell !== '' ? cell : column > codeColumn + 1 ? last : ''
    return last
  })
}
