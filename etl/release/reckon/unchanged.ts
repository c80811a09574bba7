import type { DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from '../../../data/store/duckdb.ts'

/** What numbers of an earlier release stand for the same in this one: columns `before` and `now`. */
const SAME: Record<string, string> = {
  indicator: `SELECT was.indicator AS before, made.indicator AS now
    FROM reckoned_from AS made JOIN indicator AS one ON one.position = made.indicator
      JOIN earlier.indicator AS known USING (id)
      JOIN earlier.reckoned_from AS was ON was.indicator = known.position AND was.digest = made.digest`,
  place: 'SELECT was.number AS before, made.number AS now FROM place AS made JOIN earlier.place AS was USING (code)',
  members: `SELECT was.position AS before, made.position AS now
    FROM comparison_group AS made JOIN earlier.comparison_group AS was USING (id)`,
  mark: `SELECT was.number AS before, made.number AS now FROM mark AS made JOIN earlier.mark AS was
    ON made.status IS NOT DISTINCT FROM was.status AND made.token IS NOT DISTINCT FROM was.token`,
  origin: `SELECT was.number AS before, made.number AS now
    FROM origin AS made JOIN earlier.origin AS was USING (source, loaded_at) UNION ALL SELECT 0, 0`,
}

/**
 * Sets an earlier release (attached as `earlier`) beside the one that is being built.
 * @returns positions, ascending, of the indicators for which everything is as it was there: what was reckoned of them still holds
 */
export async function compareWithEarlier(connection: DuckDBConnection): Promise<number[]> {
  for (const [number, same] of Object.entries(SAME)) {
    await connection.run(`CREATE OR REPLACE TEMP TABLE same_${number} AS ${same}`)
  }
  const unchanged = await rowsOf<{ now: number }>(connection, 'FROM temp.same_indicator ORDER BY now')
  return unchanged.map(({ now }) => now)
}

export async function endComparing(connection: DuckDBConnection): Promise<void> {
  for (const number of Object.keys(SAME)) await connection.run(`DROP TABLE temp.same_${number}`)
}

/** SQL for the rows of a reckoned table that still hold, in this release's numbers. @param columns of the table */
export function takenOver(table: string, columns: readonly string[]): string {
  const numbers = columns.filter((column) => column in SAME)
  const joins = numbers.map((one) => `JOIN temp.same_${one} ON same_${one}.before = was.${one}`)
  return `SELECT was.* REPLACE (${numbers.map((one) => `same_${one}.now AS ${one}`).join()})
    FROM earlier.${table} AS was ${joins.join(' ')}`
}
