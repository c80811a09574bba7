import { catalogue } from '../../../data/catalogue/index.ts'
import type { TableRow } from '../../read/table.ts'
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
  const above = sheet.rows.slice(0, first).filter(({ row }) => headerRow === undefined || row <= headerRow)
  const top = headerTop(above, codeColumn)
  return {
    sheet: sheet.name,
    headerRow: headerRow ?? above.at(-1)?.row ?? 0,
    codeColumn,
    headings: stacked(above.slice(top), codeColumn),
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
 * Where the header begins among the rows above the first municipality: the lowest run of rows with more than one filled
 * cell; a title stands alone in its row. Summary rows, which have a name and values, are not header.
 */
function headerTop(above: TableRow[], codeColumn: number): number {
  const named = above.findLastIndex(({ cells }) => CODE_HEADING.test(cells[codeColumn]?.trim() ?? ''))
  let top = named < 0 ? Math.max(0, above.length - 1) : named
  while (top > 0 && isHeading(above[top - 1]!, codeColumn)) top--
  return top
}

function isHeading({ cells }: TableRow, codeColumn: number): boolean {
  return (
    cells.filter((cell, column) => column > codeColumn && cell.trim() !== '').length > 0 &&
    !cells[0]?.trim().match(/^.{40,}/)
  )
}

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
