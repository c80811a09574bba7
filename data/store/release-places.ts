import type { DuckDBConnection } from '@duckdb/node-api'
import type { Origin, Places } from '../figures/places.ts'
import type { Status } from '../model/answers/figure.ts'
import { rowsOf } from './duckdb.ts'

/** Reads what a release's values refer to by number. */
export async function readPlaces(connection: DuckDBConnection): Promise<Places> {
  const places = await rowsOf<{ code: string }>(connection, 'SELECT code FROM place ORDER BY number')
  const marks = await rowsOf<{ status: Status }>(connection, 'SELECT status FROM mark ORDER BY number')
  return {
    numbers: new Map(places.map(({ code }, number) => [code, number])),
    codes: places.map(({ code }) => code),
    origins: await rowsOf<Origin>(connection, 'SELECT source, loaded_at AS "loadedAt" FROM origin ORDER BY number'),
    statuses: marks.map(({ status }) => status),
  }
}
