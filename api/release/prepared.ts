import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api'
import type { Bound } from './engine.ts'

/** So many different texts are asked again and again; each holds a plan of some kilobytes. */
const MOST = 48

/** One connection's questions, read and planned once and then asked with other bound values: the most recently asked. */
export class Prepared {
  readonly #connection: DuckDBConnection
  readonly #kept = new Map<string, DuckDBPreparedStatement>()

  constructor(connection: DuckDBConnection) {
    this.#connection = connection
  }

  /** The question with these values bound: to be asked before another is bound to the same text. */
  async bound(sql: string, values: Bound): Promise<DuckDBPreparedStatement> {
    const statement = this.#kept.get(sql) ?? (await this.#connection.prepare(sql))
    this.#kept.delete(sql)
    this.#kept.set(sql, statement)
    this.#forgetOldest()
    statement.bind(values)
    return statement
  }

  close(): void {
    for (const statement of this.#kept.values()) statement.destroySync()
    this.#kept.clear()
  }

  #forgetOldest(): void {
    if (this.#kept.size <= MOST) return
    const [sql, statement] = this.#kept.entries().next().value!
    this.#kept.delete(sql)
    statement.destroySync()
  }
}
