import type { DuckDBConnection } from '@duckdb/node-api'
import { latestYear } from '../../../data/model/latest.ts'
import { rowsOf } from '../../../data/store/duckdb.ts'
import { isRenewed, type Renewed } from '../renewed.ts'
import { byIndicator } from './by-indicator.ts'

/** Municipalities with a value: for any sex the most, and for everyone together. The indicator by its position. */
type Coverage = { indicator: number; period: number; municipalities: number; everyone: number }

const coverageOf = (renewed: Renewed) => `
  INSERT INTO coverage
  SELECT indicator, period, max(valued), coalesce(max(valued) FILTER (sex = 0), 0) FROM (
    SELECT indicator, period, sex, count(value) FILTER (municipality) AS valued
    FROM figure JOIN place ON place = number WHERE ${isRenewed('indicator', renewed)} GROUP BY ALL)
  GROUP BY ALL ORDER BY indicator, period`

/** Writes what years each indicator has. @returns the latest of each, by the indicator's position; none without any value */
export async function writeCoverage(connection: DuckDBConnection, renewed: Renewed): Promise<Map<number, number>> {
  await connection.run(coverageOf(renewed))
  const rows = await rowsOf<Coverage>(connection, `FROM coverage WHERE ${isRenewed('indicator', renewed)}`)
  const latest = [...byIndicator(rows)].map(([indicator, years]) => [indicator, latestOf(years)] as const)
  return new Map(latest.flatMap(([indicator, period]) => (period === null ? [] : [[indicator, period]])))
}

/** Women and men together where the indicator has them in any year, else whichever sex has most. */
function latestOf(years: readonly Coverage[]): number | null {
  const counts = years.some(({ everyone }) => everyone > 0)
    ? years.map(({ period, everyone }) => ({ period, count: everyone }))
    : years.map(({ period, municipalities }) => ({ period, count: municipalities }))
  return latestYear(counts)
}
