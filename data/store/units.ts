import type { DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from './duckdb.ts'
import type { Figure } from './figure.ts'
import type { Changes } from './figures-merge.ts'

/** A unit of a municipality, such as a special housing or a school, as its source names it. */
export type Unit = { id: string; municipality: string; name: string }

/** One value of one indicator for one unit, year and sex, as its source publishes it. */
export type UnitFigure = Pick<Figure, 'indicator' | 'sex' | 'period' | 'value' | 'status'> & {
  unit: string
  /** The source has taken it back. */
  deleted: boolean
}

/** What came of units with a delivery. */
export type OfUnits = { units: ReadonlyMap<string, Unit>; unitFigures: readonly UnitFigure[] }

const KEY = 'indicator, sex, period, unit'

/**
 * Puts units and their values in the place of those that were stored before; call it inside a transaction. A value that is
 * the same as before keeps its moment of loading.
 * @param loadedAt ISO 8601 in UTC
 */
export async function storeUnits(
  connection: DuckDBConnection,
  { units, unitFigures }: OfUnits,
  { source, loadedAt }: { source: string; loadedAt: string },
): Promise<Pick<Changes, 'added' | 'revised' | 'removed' | 'unchanged'>> {
  const renamed = await storeNames(connection, units)
  await stage(connection, unitFigures)
  const [changes] = await rowsOf<{ added: number; revised: number; removed: number; unchanged: number }>(
    connection,
    `SELECT ${['added', 'revised', 'removed', 'unchanged']
      .map((change) => `count(*) FILTER (change = '${change}')::INTEGER AS ${change}`)
      .join()} FROM compared_units`,
  )
  await apply(connection, { source, loadedAt })
  const { added, revised, removed } = changes!
  if (renamed || added + revised + removed > 0) await connection.run('UPDATE condition SET unpublished = true')
  return changes!
}

/** @returns whether any was new, or called otherwise */
async function storeNames(connection: DuckDBConnection, units: OfUnits['units']): Promise<boolean> {
  await connection.run('CREATE OR REPLACE TEMP TABLE named AS FROM unit LIMIT 0')
  const appender = await connection.createAppender('named', 'main', 'temp')
  for (const { id, municipality, name } of units.values()) {
    for (const text of [id, municipality, name]) appender.appendVarchar(text)
    appender.endRow()
  }
  appender.closeSync()
  const different = await rowsOf(connection, 'SELECT 1 FROM (FROM named EXCEPT FROM unit) LIMIT 1')
  await connection.run('INSERT OR REPLACE INTO unit FROM named')
  return different.length > 0
}

async function stage(connection: DuckDBConnection, figures: readonly UnitFigure[]): Promise<void> {
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE staged_units AS
    SELECT ${KEY}, value, status, false AS deleted FROM unit_figure LIMIT 0`)
  const appender = await connection.createAppender('staged_units', 'main', 'temp')
  for (const { indicator, sex, period, unit, value, status, deleted } of figures) {
    appender.appendVarchar(indicator)
    appender.appendVarchar(sex)
    appender.appendSmallInt(period)
    appender.appendVarchar(unit)
    value === null ? appender.appendNull() : appender.appendDouble(value)
    status === null ? appender.appendNull() : appender.appendVarchar(status)
    appender.appendBoolean(deleted)
    appender.endRow()
  }
  appender.closeSync()
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE compared_units AS
    SELECT came.*, CASE
        WHEN stored.indicator IS NULL THEN CASE WHEN came.deleted THEN 'unchanged' ELSE 'added' END
        WHEN came.deleted THEN 'removed'
        WHEN (came.value, came.status) IS DISTINCT FROM (stored.value, stored.status) THEN 'revised'
        ELSE 'unchanged' END AS change
    FROM staged_units AS came LEFT JOIN unit_figure AS stored USING (${KEY})`)
}

async function apply(connection: DuckDBConnection, origin: { source: string; loadedAt: string }): Promise<void> {
  const same = KEY.split(', ').map((column) => `unit_figure.${column} = compared_units.${column}`)
  await connection.run(
    `DELETE FROM unit_figure USING compared_units WHERE change IN ('revised', 'removed') AND ${same.join(' AND ')}`,
  )
  await connection.run(
    `INSERT INTO unit_figure SELECT ${KEY}, value, status, $source, $loadedAt FROM compared_units
     WHERE change IN ('added', 'revised')`,
    origin,
  )
}
