import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBAppender } from '@duckdb/node-api'
import { identifier, openWritable, quoted } from '../../data/store/duckdb.ts'
import type { Cell, ColumnType, Table } from './table.ts'

const TYPES: Record<ColumnType, string> = { text: 'TEXT', number: 'DOUBLE', integer: 'INTEGER', boolean: 'BOOLEAN' }
const MEMORY_MB = 256

/** The table as a Parquet file, written by an empty DuckDB of its own that is gone afterwards. */
export async function parquetOf(table: Table): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'jamsides-parquet-'))
  const scratch = await openWritable(':memory:', MEMORY_MB)
  try {
    const columns = table.columns.map(({ key, type }) => `${identifier(key)} ${TYPES[type]}`)
    await scratch.connection.run(`CREATE TABLE answer (${columns.join(', ')})`)
    const appender = await scratch.connection.createAppender('answer')
    for (const row of table.rows) appendRow(appender, table, row)
    appender.closeSync()
    const file = join(folder, 'answer.parquet')
    await scratch.connection.run(`COPY answer TO ${quoted(file)} (FORMAT parquet)`)
    return await readFile(file)
  } finally {
    scratch.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function appendRow(appender: DuckDBAppender, table: Table, row: Readonly<Record<string, Cell>>): void {
  for (const { key, type } of table.columns) append(appender, type, row[key] ?? null)
  appender.endRow()
}

function append(appender: DuckDBAppender, type: ColumnType, value: Cell): void {
  if (value === null) appender.appendNull()
  else if (type === 'number') appender.appendDouble(Number(value))
  else if (type === 'integer') appender.appendInteger(Number(value))
  else if (type === 'boolean') appender.appendBoolean(value === true)
  else appender.appendVarchar(String(value))
}
