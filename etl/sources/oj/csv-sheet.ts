import { basename } from 'node:path'
import type { Finding } from '../../check/report.ts'
import { told } from '../../check/rules.ts'
import { readCsv } from '../../read/csv.ts'
import { type Limits, RefusedFile } from '../../read/refused.ts'
import type { TableRow } from '../../read/table-row.ts'
import type { Sheet } from '../../read/workbook.ts'
import { placeIn } from './places.ts'
import type { FoundTable } from './table.ts'

const MOST_ROWS = 100_000

/** A separated file as a sheet of its own, such as the tables of Statistics Sweden's database. @throws RefusedFile */
export async function sheetOfCsv(path: string, limits: Limits): Promise<Sheet> {
  const rows: TableRow[] = []
  for await (const row of readCsv(path, limits)) {
    rows.push(row)
    if (rows.length > MOST_ROWS) throw tooLong()
  }
  return {
    name: basename(path),
    hidden: false,
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    formulas: [],
  }
}

/** The rows of municipalities that have fewer cells than the header: the file may have been cut off. */
export function cutRows({ header, rows, places }: FoundTable): Finding[] {
  const width = header.at(-1)?.cells.length ?? 0
  const isCut = ({ cells }: TableRow): boolean =>
    cells.length < width && placeIn(cells[places.column] ?? '')?.kind === 'municipality'
  return rows.filter(isCut).map(({ row }) => told({ rule: 'row-cut', row }))
}

const tooLong = (): RefusedFile =>
  new RefusedFile(
    'file-too-large',
    'Tabellen har fler rader än en tabell över kommuner. Dela den.',
    'The table has more rows than a table of municipalities has. Split it.',
  )
