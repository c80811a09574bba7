import type { DuckDBConnection } from '@duckdb/node-api'
import { isRenewed, type Renewed } from '../renewed.ts'
import { ROWS_AT_ONCE, type Stretch, stretchesOf } from '../stretches.ts'

/** Each value with its rank among all municipalities in the direction of its indicator, which is looked up once for each indicator. */
const judged = (figures: string) => `
  WITH way AS MATERIALIZED (
    SELECT position, CASE WHEN definition ->> 'direction' = 'lower' THEN 1.0::DOUBLE ELSE -1.0::DOUBLE END AS sign FROM indicator),
  told AS (
    SELECT figure.*, municipality AND value IS NOT NULL AS ranked, sign * value AS behind
    FROM ${figures} AS figure JOIN way ON figure.indicator = position JOIN place ON place = number
    WHERE figure.indicator BETWEEN $from AND $to)
  SELECT place, sex, period, indicator, value, mark, origin,
    CASE WHEN ranked THEN rank() OVER (PARTITION BY indicator, sex, period, ranked ORDER BY behind) END
  FROM told`

const IN_ORDER = 'ORDER BY place, sex, period, indicator'

/** In memory, and a seventh as large there as a temporary table of the same rows, which all of Kolada would drive onto the disk. */
const ASIDE = `ATTACH ':memory:' AS aside (COMPRESS); CREATE TABLE aside.judged AS FROM figure_by_place LIMIT 0`

/** Writes the values once more, by place, with their ranks. @param rows about how many are ordered at once */
export async function orderByPlace(connection: DuckDBConnection, renewed: Renewed, rows = ROWS_AT_ONCE): Promise<void> {
  const figures = `(FROM figure WHERE ${isRenewed('indicator', renewed)})`
  const stretches = await stretchesOf(connection, figures, 'indicator', rows)
  if (stretches.length > 1) await orderAside(connection, figures, stretches, rows)
  else
    for (const whole of stretches)
      await connection.run(`INSERT INTO figure_by_place ${judged(figures)} ${IN_ORDER}`, whole)
}

/** What does not fit in memory is judged in stretches of indicators, and ordered in stretches of places. */
async function orderAside(
  connection: DuckDBConnection,
  figures: string,
  stretches: readonly Stretch[],
  rows: number,
): Promise<void> {
  await connection.run(ASIDE)
  for (const stretch of stretches) {
    await connection.run(`INSERT INTO aside.judged ${judged(figures)}`, stretch)
    await connection.run('CHECKPOINT aside')
  }
  for (const stretch of await stretchesOf(connection, 'aside.judged', 'place', rows))
    await connection.run(
      `INSERT INTO figure_by_place FROM aside.judged WHERE place BETWEEN $from AND $to ${IN_ORDER}`,
      stretch,
    )
  await connection.run('DETACH aside')
}
