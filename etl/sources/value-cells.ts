import type { StandsValue } from '../check/figure-file.ts'
import { bestIn } from '../read/table.ts'
import type { TableRow } from '../read/table-row.ts'
import type { Sheet } from '../read/workbook.ts'
import { likenessToIndicators, VALUE_COLUMNS } from './indicators/columns.ts'
import { KOLADA_VALUES, likenessToKolada } from './kolada/csv.ts'
import { placeIn } from './oj/places.ts'
import { type FoundTable, tablesIn } from './oj/table.ts'

/** Where in a sheet values of figures stand, whichever source it is of; found out when it is first asked. */
export function valueCells(sheet: Sheet): StandsValue {
  let stands: StandsValue | undefined
  return (row, column) => {
    stands ??= templateValues(sheet) ?? tableValues(sheet)
    return stands(row, column)
  }
}

/** Below the headings of values of a template; null where the sheet follows none. */
function templateValues({ rows }: Sheet): StandsValue | null {
  const { at, score } = bestIn(rows, (cells) => likenessToKolada(cells) || likenessToIndicators(cells))
  const header = rows[at]
  if (score === 0 || !header) return null
  const values = [...KOLADA_VALUES, ...VALUE_COLUMNS]
  return ({ row }, column) => row > header.row && values.includes(header.cells[column]?.trim().toLowerCase() ?? '')
}

/** In the rows of places, in the columns with numbers that are not about which place it is. */
function tableValues(sheet: Sheet): StandsValue {
  const tables = tablesIn(sheet)
  const tableOf = new Map(tables.flatMap((table) => table.rows.map(({ row }): [number, FoundTable] => [row, table])))
  return (row, column) => {
    const table = tableOf.get(row.row)
    if (!table || table.labels.has(column) || !placeIn(row.cells[table.places.column] ?? '')) return false
    return isHeaded(table, column) || hasSeveralNumbers(table.rows, column)
  }
}

const isHeaded = ({ header }: FoundTable, column: number): boolean =>
  header.some(({ cells }) => (cells[column] ?? '').trim() !== '')

/** A heading may stand over columns that it is joined over, and fill only the first. */
const hasSeveralNumbers = (rows: TableRow[], column: number): boolean =>
  rows.filter(({ cells }) => /^-?\d+([.,]\d+)?$/.test(cells[column] ?? '')).length > 1
