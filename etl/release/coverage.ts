import type { DuckDBConnection } from '@duckdb/node-api'
import { latestYear } from '../../data/model/latest.ts'
import { rowsOf } from '../../data/store/duckdb.ts'

/** Municipalities with a value: for any sex the most, and for everyone together. */
type Coverage = { indicator: string; period: number; municipalities: number; everyone: number }

const COVERAGE = `
  INSERT INTO coverage
  SELECT indicator, period, max(valued), coalesce(max(valued) FILTER (sex = 'T'), 0) FROM (
    SELECT indicator, period, sex, count(value) FILTER (municipality NOT LIKE '00%') AS valued FROM value GROUP BY ALL)
  GROUP BY ALL ORDER BY indicator, period`

/** Writes, out of a release's values, what years each indicator has and which of them is its latest. */
export async function writeCoverage(connection: DuckDBConnection): Promise<void> {
  await connection.run(COVERAGE)
  const appender = await connection.createAppender('latest')
  for (const [indicator, years] of byIndicator(await rowsOf<Coverage>(connection, 'FROM coverage ORDER BY ALL'))) {
    const period = latestOf(years)
    if (period === null) continue
    appender.appendVarchar(indicator)
    appender.appendSmallInt(period)
    appender.endRow()
  }
  appender.closeSync()
}

/** Women and men together where the indicator has them in any year, else whichever sex has most. */
function latestOf(years: readonly Coverage[]): number | null {
  const counts = years.some(({ everyone }) => everyone > 0)
    ? years.map(({ period, everyone }) => ({ period, count: everyone }))
    : years.map(({ period, municipalities }) => ({ period, count: municipalities }))
  return latestYear(counts)
}

function byIndicator(rows: readonly Coverage[]): Map<string, Coverage[]> {
  const found = new Map<string, Coverage[]>()
  for (const row of rows) {
    const years = found.get(row.indicator)
    if (years) years.push(row)
    else found.set(row.indicator, [row])
  }
  return found
}
