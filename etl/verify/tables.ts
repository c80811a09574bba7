import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier, openLocked, rowsOf } from '../../data/store/duckdb.ts'

/** In which state a database was found: `busy` where another process holds it. */
export type Condition = 'whole' | 'busy' | 'damaged'

/** Reads every table of a database file whole. */
export async function conditionOfTables(path: string): Promise<Condition> {
  try {
    const database = await openLocked(path)
    try {
      await readAll(database.connection)
      return 'whole'
    } finally {
      database.close()
    }
  } catch (error) {
    return /could not set lock|conflicting lock/i.test(String(error)) ? 'busy' : 'damaged'
  }
}

async function readAll(connection: DuckDBConnection): Promise<void> {
  const tables = await rowsOf<{ name: string }>(
    connection,
    'SELECT table_name AS name FROM duckdb_tables() WHERE NOT internal ORDER BY 1',
  )
  for (const { name } of tables) {
    await connection.run(`SELECT bit_xor(hash(COLUMNS(*))) FROM ${identifier(name)}`)
  }
}
