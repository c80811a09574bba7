import { eachRow } from '../../data/store/columns.ts'
import { openLocked, rowsOf } from '../../data/store/duckdb.ts'
import type { Engine } from './engine.ts'

/** A release's own file, locked. @throws Error when it is missing or damaged */
export async function duckdbEngine(file: string, memoryMb?: number): Promise<Engine> {
  const database = await openLocked(file, memoryMb)
  return {
    async connect() {
      const connection = await database.connect()
      return {
        rows: (sql, bound) => rowsOf(connection, sql, bound),
        each: async (sql, bound, take) => eachRow(await connection.run(sql, bound), take),
        interrupt: () => connection.interrupt(),
        close: () => connection.closeSync(),
      }
    },
    close: () => database.close(),
  }
}
