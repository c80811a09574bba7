import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api'
import type { Bound } from './engine.ts'
import { Kept } from './kept.ts'

/** So many different texts are asked again and again; each holds a plan of some kilobytes, and counts as one. */
const MOST = 48

/** One connection's questions, read and planned once and then asked with other bound values. */
export class Prepared {
  readonly #connection: DuckDBConnection
  readonly #kept = new Kept<string, DuckDBPreparedStatement>(MOST, (statement) => statement.destroySync())

  constructor(connection: DuckDBConnection) {
    this.#connection = connection
  }

  /** The question with these values bound: to be asked before another is bound to the same text. */
  async bound(sql: string, values: Bound): Promise<DuckDBPreparedStatement> {
    const statement = this.#kept.get(sql) ?? (await this.#prepare(sql))
    statement.bind(values)
    return statement
  }

  close(): void {
    this.#kept.clear()
  }

  async #prepare(sql: string): Promise<DuckDBPreparedStatement> {
    const statement = await this.#connection.prepare(sql)
    this.#kept.set(sql, statement, 1)
    return statement
  }
}
