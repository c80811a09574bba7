import type { DuckDBConnection } from '@duckdb/node-api'

/** Where the figures of a file can be checked and taken many at a time: a database with nothing of the file in it yet. */
export type Sets = {
  /** The database, opened where it is needed. */
  connect(): Promise<DuckDBConnection>
  /**
   * Takes figures out of the database.
   * @param select gives indicator, sex, period, municipality, value, status, token and deleted of figures that nothing is wrong with
   */
  take(select: string): Promise<void>
}
