import type { DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from '../../data/store/duckdb.ts'

/** How many figures of an indicator are stored, and a sum of all that is. */
type Sum = { rows: number; sum: string }
/** By the indicator's id; of what was before only where anything was. */
export type Sums = { figures: ReadonlyMap<string, Sum>; revisions: ReadonlyMap<string, Sum> }

/** A sum that does not depend on the order of rows. */
export const sumOf = (columns: string) => `concat_ws(' ', count(*), sum(hash(${columns})), bit_xor(hash(${columns})))`

const CONTENT =
  'sex, period, municipality, value, status, token, numerator, denominator, lower, upper, source, loaded_at'

/** Sums of the stored figures and of what they were before, read once through. @param connection to the figures */
export async function readSums(connection: DuckDBConnection): Promise<Sums> {
  return {
    figures: await sums(connection, 'figure', CONTENT),
    revisions: await sums(connection, 'revision', `${CONTENT}, replaced_at`),
  }
}

async function sums(connection: DuckDBConnection, table: string, columns: string): Promise<Map<string, Sum>> {
  const rows = await rowsOf<Sum & { indicator: string }>(
    connection,
    `SELECT indicator, count(*)::INTEGER AS rows, ${sumOf(columns)} AS sum FROM ${table} GROUP BY indicator`,
  )
  return new Map(rows.map(({ indicator, ...sum }) => [indicator, sum]))
}
