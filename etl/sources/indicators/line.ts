import type { CellNote, TableRow } from '../../read/table-row.ts'
import type { Column } from './columns.ts'

/** A row of the file: its cells by column, and what is known of them beside their text. */
export type Line<Name extends string = Column> = {
  row: number
  cell(column: Name): string
  note(column: Name): CellNote['kind'] | undefined
}

/** The row by the places of its columns. */
export function lineOf<Name extends string>(
  { row, cells, notes }: TableRow,
  at: ReadonlyMap<Name, number>,
): Line<Name> {
  return {
    row,
    cell: (column) => cells[at.get(column) ?? -1]?.trim() ?? '',
    note: (column) => notes?.[at.get(column) ?? -1]?.kind,
  }
}
