import type { DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from '../../data/store/duckdb.ts'

/** So many rows are ordered within the memory that DuckDB gets. */
export const ROWS_AT_ONCE = 6_000_000

/** The rows whose number lies from the one to the other, both included. */
export type Stretch = { from: number; to: number }

/**
 * Parts of a table, ascending, each of about so many rows: what orders all rows of all of Kolada at once does not fit in memory.
 * @param table a table, or a join of some
 * @param number the column that the rows are parted by
 * @param rows about how many
 */
export const stretchesOf = (
  connection: DuckDBConnection,
  table: string,
  number: string,
  rows = ROWS_AT_ONCE,
): Promise<Stretch[]> =>
  rowsOf<Stretch>(
    connection,
    `SELECT min(number)::INTEGER AS "from", max(number)::INTEGER AS "to" FROM (
       SELECT ${number} AS number, sum(count(*)) OVER (ORDER BY ${number}) // ${rows} AS stretch FROM ${table} GROUP BY ${number})
     GROUP BY stretch ORDER BY 1`,
  )
