import {
  Table as ArrowTable,
  Bool,
  type DataType,
  Float64,
  Int32,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'
import type { ColumnType, Table } from './table.ts'

const TYPES: Record<ColumnType, () => DataType> = {
  text: () => new Utf8(),
  number: () => new Float64(),
  integer: () => new Int32(),
  boolean: () => new Bool(),
}

/** The table as an Arrow IPC stream; every column may hold nulls. */
export function arrowOf(table: Table): Buffer {
  const vectors = table.columns.map(({ key, type }) => [
    key,
    vectorFromArray(
      table.rows.map((row) => row[key] ?? null),
      TYPES[type](),
    ),
  ])
  return Buffer.from(tableToIPC(new ArrowTable(Object.fromEntries(vectors)), 'stream'))
}
