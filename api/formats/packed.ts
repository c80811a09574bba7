import type { Cell, Column, Table } from './table.ts'

/** A table by columns: much less to copy from one thread to another than as rows with the name of every cell. */
export type PackedTable = { name: readonly string[]; columns: readonly Column[]; cells: Cell[][]; length: number }

export const packed = ({ name, columns, rows }: Table): PackedTable => ({
  name,
  columns,
  cells: columns.map(({ key }) => rows.map((row) => row[key] ?? null)),
  length: rows.length,
})

export const unpacked = ({ name, columns, cells, length }: PackedTable): Table => ({
  name,
  columns,
  rows: Array.from({ length }, (_, row) =>
    Object.fromEntries(columns.map(({ key }, column) => [key, cells[column]![row]!])),
  ),
})
