import { createHash } from 'node:crypto'
import type { Mapping, Shape, SheetMapping } from '../../../data/model/workbook-mapping.ts'
import type { Sheet } from '../../read/workbook.ts'
import { tablesIn } from './table.ts'

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g

/** The shape of a workbook's tables. */
export function shapeOf(sheets: Sheet[]): Shape {
  const words = sheets.flatMap((sheet) =>
    tablesIn(sheet).map(({ header }) => [sheet.name, ...header.map(({ cells }) => cells.join('|'))].join('\n')),
  )
  const text = words
    .join('\n\n')
    .toLowerCase()
    .replace(/[^\S\n]+/g, ' ')
  const years = (text.match(YEAR) ?? []).map(Number)
  const id = createHash('sha256').update(text.replace(YEAR, '####')).digest('hex').slice(0, 12)
  return { id, years }
}

/** A mapping that was made for a file of the same shape, with that file's years exchanged for this one's. */
export function inYearsOf(mapping: Mapping, before: Shape, now: Shape): Mapping {
  const moved = new Map(before.years.map((year, at) => [year, now.years[at] ?? year]))
  const year = (text: string): string => text.replace(YEAR, (found) => String(moved.get(Number(found)) ?? found))
  return { sheets: mapping.sheets.map((sheet) => moveSheet(sheet, moved, year)) }
}

/** A year that neither sheets nor headings name cannot be moved: it is asked for anew rather than taken from last year. */
function moveSheet(
  { period, about: _, headings: __, ...sheet }: SheetMapping,
  moved: Map<number, number>,
  year: (text: string) => string,
): SheetMapping {
  const known = period === undefined ? undefined : moved.get(period)
  const columns = Object.entries(sheet.columns).map(([key, column]) => [
    year(key),
    column === null || typeof column === 'string' || column.period === undefined
      ? column
      : { ...column, period: moved.get(column.period) },
  ])
  return {
    ...sheet,
    sheet: year(sheet.sheet),
    columns: Object.fromEntries(columns),
    ...(known !== undefined && { period: known }),
  }
}
