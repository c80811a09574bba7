import type { DuckDBConnection } from '@duckdb/node-api'
import { stretchesOf } from '../stretches.ts'

const JUDGED = 'CREATE TEMP TABLE judged AS FROM figure_by_place LIMIT 0'

/** Each value with its rank among all municipalities in the direction of its indicator, which is looked up once for each indicator. */
const JUDGE = `
  INSERT INTO judged
  WITH way AS MATERIALIZED (
    SELECT position, CASE WHEN definition ->> 'direction' = 'lower' THEN 1.0::DOUBLE ELSE -1.0::DOUBLE END AS sign FROM indicator),
  told AS (
    SELECT figure.*, municipality AND value IS NOT NULL AS ranked, sign * value AS behind
    FROM figure JOIN way ON figure.indicator = position JOIN place ON place = number
    WHERE figure.indicator BETWEEN $from AND $to)
  SELECT place, sex, period, indicator, value, mark, origin,
    CASE WHEN ranked THEN rank() OVER (PARTITION BY indicator, sex, period, ranked ORDER BY behind) END
  FROM told`

const ORDER =
  'INSERT INTO figure_by_place FROM judged WHERE place BETWEEN $from AND $to ORDER BY place, sex, period, indicator'

const AT_ONCE = 6_000_000

/** Writes the values once more, by place, with their ranks. */
export async function orderByPlace(connection: DuckDBConnection): Promise<void> {
  await connection.run(JUDGED)
  for (const stretch of await stretchesOf(connection, 'figure', 'indicator', AT_ONCE))
    await connection.run(JUDGE, stretch)
  for (const stretch of await stretchesOf(connection, 'judged', 'place', AT_ONCE)) await connection.run(ORDER, stretch)
  await connection.run('DROP TABLE temp.judged')
}
