import type { DuckDBConnection } from '@duckdb/node-api'

/**
 * The values once more, by place, each with its rank among all municipalities in the direction of its indicator: definitions
 * are looked into once for each indicator, not for each of its values.
 */
const BY_PLACE = `
  INSERT INTO figure_by_place
  WITH way AS MATERIALIZED (
    SELECT position, CASE WHEN definition ->> 'direction' = 'lower' THEN 1.0::DOUBLE ELSE -1.0::DOUBLE END AS sign FROM indicator),
  judged AS (
    SELECT figure.*, municipality AND value IS NOT NULL AS ranked, sign * value AS behind
    FROM figure JOIN way ON figure.indicator = position JOIN place ON place = number)
  SELECT place, sex, period, indicator, value, mark, origin,
    CASE WHEN ranked THEN rank() OVER (PARTITION BY indicator, sex, period, ranked ORDER BY behind) END
  FROM judged ORDER BY place, sex, period, indicator`

export async function orderByPlace(connection: DuckDBConnection): Promise<void> {
  await connection.run(BY_PLACE)
}
