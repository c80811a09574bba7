import { pointsOutPerson } from '../figure-check.ts'
import { looksLikeValue } from './cell.ts'
import type { Layout } from './layout.ts'
import { type Column, letterOf, type SheetMapping } from './mapping.ts'
import { matchHeading, yearIn } from './match.ts'

/** Columns that name the place or describe it rather than measure it. */
const NAMES =
  /^(kommun|kommunnamn|namn|län|länskod|länsnamn|länsnr|region|regionkod|kommungrupp.*|skr.*|skl.*|municipality|county|år|year)$/i

/** The mapping of a sheet as far as its headings tell: columns that hold values but match nothing are null. */
export function mappingOf(layout: Layout, file: string): SheetMapping {
  const period = yearIn(layout.title) ?? yearIn(layout.sheet) ?? yearIn(file)
  const columns: Record<string, Column> = {}
  const headings: Record<string, string> = {}
  layout.headings.forEach((heading, column) => {
    if (column === layout.codeColumn || heading === '' || NAMES.test(heading) || !holdsValues(layout, column)) return
    columns[letterOf(column)] = columnOf(heading)
    headings[letterOf(column)] = pointsOutPerson(heading) ? '…' : heading
  })
  return { sheet: layout.sheet, headerRow: layout.headerRow, ...(period ? { period } : {}), columns, headings }
}

function columnOf(heading: string): Column {
  const match = matchHeading(heading)
  if (!match) return null
  if (match.sex === 'T' && match.period === null) return match.id
  return { id: match.id, sex: match.sex, ...(match.period ? { period: match.period } : {}) }
}

const holdsValues = ({ rows }: Layout, column: number) => rows.some(({ cells }) => looksLikeValue(cells[column] ?? ''))
