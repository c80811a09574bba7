import type { DuckDBConnection } from '@duckdb/node-api'

/** Where the figures of a file can be checked and taken many at a time: a database with nothing of the file in it yet. */
export type Sets = {
  /** The database, opened where it is needed. */
  connect(): Promise<DuckDBConnection>
  /**
   * Takes figures where they are in the database.
   * @param select gives indicator, sex, period, municipality, value, status, token and deleted of figures that nothing is wrong with,
   * each told once, out of a temporary table that stays
   */
  take(select: string): Promise<void>
}
