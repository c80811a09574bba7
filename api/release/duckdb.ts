import type { DuckDBConnection } from '@duckdb/node-api'
import { eachRow } from '../../data/store/columns.ts'
import { openLocked } from '../../data/store/duckdb.ts'
import type { Connection, Engine } from './engine.ts'
import { Prepared } from './prepared.ts'

/** Questions are short and many: sharing one out over several threads costs more than it gives. */
const THREADS_OF_A_QUESTION = 1

/** A release's own file, locked. @throws Error when it is missing or damaged */
export async function duckdbEngine(file: string, memoryMb?: number): Promise<Engine> {
  const database = await openLocked(file, memoryMb, THREADS_OF_A_QUESTION)
  return { connect: async () => connectionOf(await database.connect()), close: () => database.close() }
}

function connectionOf(connection: DuckDBConnection): Connection {
  const prepared = new Prepared(connection)
  return {
    rows: async <T>(sql: string, bound = {}) => {
      const reader = await (await prepared.bound(sql, bound)).runAndReadAll()
      return reader.getRowObjectsJS() as T[]
    },
    each: async (sql, bound, take) => eachRow(await (await prepared.bound(sql, bound)).run(), take),
    interrupt: () => connection.interrupt(),
    close() {
      prepared.close()
      connection.closeSync()
    },
  }
}
