import type { CellNote, TableRow } from '../../read/table-row.ts'
import type { Column } from './columns.ts'

/** A row of the file: its cells by column, and what is known of them beside their text. */
export type Line = {
  row: number
  cell(column: Column): string
  note(column: Column): CellNote['kind'] | undefined
}

/** The row by the places of its columns. */
export function lineOf({ row, cells, notes }: TableRow, at: ReadonlyMap<Column, number>): Line {
  return {
    row,
    cell: (column) => cells[at.get(column) ?? -1]?.trim() ?? '',
    note: (column) => notes?.[at.get(column) ?? -1]?.kind,
  }
}
