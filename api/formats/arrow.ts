import type { ColumnType, Table } from './table.ts'

/** The table as an Arrow IPC stream; every column may hold nulls. The format's library is fetched where it is asked for. */
export async function arrowOf(table: Table): Promise<Buffer> {
  const { Bool, Float64, Int32, Table: ArrowTable, tableToIPC, Utf8, vectorFromArray } = await import('apache-arrow')
  const types = { text: Utf8, number: Float64, integer: Int32, boolean: Bool } satisfies Record<ColumnType, unknown>
  const vectors = table.columns.map(({ key, type }) => [
    key,
    vectorFromArray(
      table.rows.map((row) => row[key] ?? null),
      new types[type](),
    ),
  ])
  return Buffer.from(tableToIPC(new ArrowTable(Object.fromEntries(vectors)), 'stream'))
}
