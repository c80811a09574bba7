import type { TableRow } from '../../read/table-row.ts'
import type { Span } from '../../read/xlsx/sheet.ts'
import type { FoundTable } from './table.ts'

/** The heading of each column, stacked ones joined from above with `: `; one that spans several counts for each. */
export function headingsOf({ header, sheet, labels }: FoundTable): string[] {
  const merges = sheet.merges.filter(({ top, bottom }) => header.some(({ row }) => row >= top && row <= bottom))
  const width = Math.max(
    0,
    ...header.map(({ cells }) => cells.length),
    ...merges.map(({ right }) => Math.min(right + 1, MOST)),
  )
  const lines = header.map((line, i) => spread(line, { width, merges, labels, isLast: i === header.length - 1 }))
  return Array.from({ length: width }, (_, column) => {
    const parts = lines.map((cells) => (cells[column] ?? '').replace(/\s+/g, ' ').trim()).filter(Boolean)
    return [...new Set(parts)].join(': ')
  })
}
const MOST = 2000

type Spreading = { width: number; merges: Span[]; labels: ReadonlySet<number>; isLast: boolean }

/** A row of headings with each written over all that it heads: as its merges say, else up to the next. */
function spread({ row, cells }: TableRow, { width, merges, labels, isLast }: Spreading): string[] {
  const own = merges.filter(({ top, bottom }) => row >= top && row <= bottom)
  if (isLast && own.length === 0) return cells
  const isMerged = own.some(({ left, right }) => right > left)
  let last = ''
  return Array.from({ length: width }, (_, column) => {
    const cell = cells[column]?.trim() ?? ''
    const span = own.find(({ left, right }) => column > left && column <= right)
    if (span) return cell || (cells[span.left]?.trim() ?? '')
    if (isLast || isMerged) return cell
    last = cell !== '' || labels.has(column) ? cell : last
    return last
  })
}
