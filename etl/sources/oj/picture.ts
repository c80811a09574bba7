import type { Picture, PictureRole } from '../../../data/model/workbook-understanding.ts'
import { columnLetters } from '../../check/headers.ts'
import { shownText } from '../../check/shown-text.ts'
import type { TableRow } from '../../read/table-row.ts'
import { placeIn } from './places.ts'
import { isSum } from './table.ts'
import type { Plan } from './wanted.ts'

const MOST_COLUMNS = 14
const MOST_ABOVE = 8
const MOST_BELOW = 6
const LONGEST = 60

/** A small picture of a sheet: its first rows and columns, each cell with what it was taken for. */
export function pictureOf(plan: Plan): Picture {
  const { table } = plan.understood
  const firstHeader = table.header[0]?.row ?? table.rows[0]?.row ?? 1
  const above = table.sheet.rows.filter(({ row }) => row < firstHeader).slice(-3)
  const shown = [...above, ...table.header.slice(0, MOST_ABOVE), ...table.rows.slice(0, MOST_BELOW)]
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...shown.map(({ cells }) => cells.length)))
  const roles = Array.from({ length: width }, (_, at) => roleOfColumn(plan, at))
  return {
    columns: Array.from({ length: width }, (_, at) => columnLetters(at)),
    rows: shown.map((row) => pictured(row, roles, rowRole(plan, row, firstHeader))),
  }
}

function pictured({ row, cells }: TableRow, roles: PictureRole[], ofRow: PictureRole | null): Picture['rows'][number] {
  const short = (text: string): string => {
    const told = shownText(text)
    return told.length > LONGEST ? `${told.slice(0, LONGEST - 1)}…` : told
  }
  return { row, cells: roles.map((role, at) => ({ text: short(cells[at] ?? ''), role: ofRow ?? role })) }
}

function rowRole({ understood: { table } }: Plan, row: TableRow, firstHeader: number): PictureRole | null {
  if (row.row < firstHeader) return 'title'
  if (table.header.includes(row)) return 'heading'
  const place = placeIn(row.cells[table.places.column] ?? '')
  return place?.kind === 'municipality' ? null : isSum(row, table.labels) || place?.kind === 'sum' ? 'sum' : 'left'
}

function roleOfColumn({ understood, wanted, asked, byRow }: Plan, at: number): PictureRole {
  if (at === understood.table.places.column || at === understood.table.places.names) return 'place'
  if (wanted.some((column) => column.at === at)) return 'value'
  if (wanted.some(({ parts }) => Object.values(parts).includes(at))) return 'part'
  if (asked.has(at)) return 'asked'
  if (Object.values(byRow).includes(at)) return 'by-row'
  return understood.roles.get(at)?.role === 'label' || !understood.roles.has(at) ? 'label' : 'left'
}
