import type { DuckDBConnection } from '@duckdb/node-api'
import { isRenewed, type Renewed } from '../renewed.ts'
import { stretchesOf } from '../stretches.ts'

/** In memory, and a seventh as large there as a temporary table of the same rows, which all of Kolada would drive onto the disk. */
const ASIDE = `ATTACH ':memory:' AS aside (COMPRESS); CREATE TABLE aside.judged AS FROM figure_by_place LIMIT 0`

/** Each value with its rank among all municipalities in the direction of its indicator, which is looked up once for each indicator. */
const judge = (figures: string) => `
  INSERT INTO aside.judged
  WITH way AS MATERIALIZED (
    SELECT position, CASE WHEN definition ->> 'direction' = 'lower' THEN 1.0::DOUBLE ELSE -1.0::DOUBLE END AS sign FROM indicator),
  told AS (
    SELECT figure.*, municipality AND value IS NOT NULL AS ranked, sign * value AS behind
    FROM ${figures} AS figure JOIN way ON figure.indicator = position JOIN place ON place = number
    WHERE figure.indicator BETWEEN $from AND $to)
  SELECT place, sex, period, indicator, value, mark, origin,
    CASE WHEN ranked THEN rank() OVER (PARTITION BY indicator, sex, period, ranked ORDER BY behind) END
  FROM told`

const ORDER =
  'INSERT INTO figure_by_place FROM aside.judged WHERE place BETWEEN $from AND $to ORDER BY place, sex, period, indicator'

/** Writes the values once more, by place, with their ranks. */
export async function orderByPlace(connection: DuckDBConnection, renewed: Renewed): Promise<void> {
  await connection.run(ASIDE)
  const figures = `(FROM figure WHERE ${isRenewed('indicator', renewed)})`
  for (const stretch of await stretchesOf(connection, figures, 'indicator')) {
    await connection.run(judge(figures), stretch)
    await connection.run('CHECKPOINT aside')
  }
  for (const stretch of await stretchesOf(connection, 'aside.judged', 'place')) await connection.run(ORDER, stretch)
  await connection.run('DETACH aside')
}
