import type { DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from './duckdb.ts'
import { figureSources } from './figure.ts'
import { CONTENT, KEY, restage } from './stage.ts'

export type Revision = {
  indicator: string
  sex: string
  period: number
  municipality: string
  before: number | string | null
  after: number | string | null
}

/** What a delivery changed. `revisions` holds the first of those revised or removed. */
export type Changes = {
  added: number
  revised: number
  removed: number
  unchanged: number
  /** Indicators left out because a source that goes before this one has them. */
  leftOut: { indicator: string; source: string; owner: string }[]
  revisions: Revision[]
}

const LISTED_REVISIONS = 200

/**
 * Merges the closed stage into the figures, set by set; call it inside a transaction.
 * A figure that is the same as before keeps its moment of loading; one that differs is kept as a revision.
 * @param loadedAt ISO 8601 in UTC
 */
export async function mergeStage(connection: DuckDBConnection, loadedAt: string): Promise<Changes> {
  const leftOut = await leaveOutOwned(connection)
  await findFresh(connection)
  await compareWithStored(connection)
  const [counts] = await rowsOf<{ added: number; revised: number; removed: number; staged: number }>(
    connection,
    `WITH fresh AS (SELECT coalesce(sum(added), 0) AS added, coalesce(sum(staged), 0) AS staged FROM fresh)
     SELECT (any_value(fresh.added) + count(*) FILTER (change = 'added'))::INTEGER AS added,
       count(*) FILTER (change = 'revised')::INTEGER AS revised, count(*) FILTER (change = 'removed')::INTEGER AS removed,
       (any_value(fresh.staged) + count(change))::INTEGER AS staged FROM fresh LEFT JOIN compared ON true`,
  )
  const { added, revised, removed, staged } = counts!
  const revisions = await listRevisions(connection)
  if (added + revised + removed > 0) await applyChanges(connection, loadedAt)
  return { added, revised, removed, unchanged: staged - added - revised - removed, leftOut, revisions }
}

const RANK = `list_position([${figureSources.map((source) => `'${source}'`).join(', ')}], source)`

/** An indicator has one source: the delivered one gives way to an earlier in the list, and takes over from a later. */
async function leaveOutOwned(connection: DuckDBConnection): Promise<Changes['leftOut']> {
  await connection.run('CREATE OR REPLACE TEMP TABLE stored_source AS SELECT DISTINCT indicator, source FROM figure')
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE yielding AS
    WITH pair AS (
      SELECT DISTINCT indicator, source, true AS delivered FROM stage
      UNION ALL SELECT indicator, source, false FROM stored_source
    )
    SELECT *, ${RANK} AS rank, first_value(source) OVER (PARTITION BY indicator ORDER BY ${RANK}) AS owner FROM pair
    QUALIFY source <> owner`)
  const yielding = await rowsOf<Changes['leftOut'][number] & { delivered: boolean }>(
    connection,
    'SELECT indicator, source, owner, delivered FROM yielding ORDER BY ALL',
  )
  if (yielding.length > 0) await giveWay(connection)
  return yielding.filter(({ delivered }) => delivered).map(({ delivered: _, ...pair }) => pair)
}

const giveWay = (connection: DuckDBConnection): Promise<void> =>
  restage(
    connection,
    `FROM stage ANTI JOIN (FROM yielding WHERE delivered) USING (indicator, source)
     UNION ALL SELECT ${KEY}, ${CONTENT}, true, -1 FROM figure
     SEMI JOIN (FROM yielding WHERE NOT delivered) USING (indicator, source)`,
  )

/** Indicators of which nothing is stored and each year was taken together out of one file: there is nothing to compare them with. */
const findFresh = (connection: DuckDBConnection) =>
  connection.run(`
    CREATE OR REPLACE TEMP TABLE fresh AS
    WITH year AS (
      SELECT indicator, count(*) AS staged, count(*) FILTER (NOT deleted) AS added, min(file) = max(file) AS together FROM taken
      WHERE indicator NOT IN (SELECT indicator FROM stored_source UNION SELECT indicator FROM singly)
      GROUP BY indicator, period)
    SELECT indicator, sum(staged)::INTEGER AS staged, sum(added)::INTEGER AS added FROM year
    GROUP BY indicator HAVING bool_and(together)`)

const FAMILIAR = 'FROM stage WHERE indicator NOT IN (SELECT indicator FROM fresh)'

async function compareWithStored(connection: DuckDBConnection) {
  const [{ files } = { files: 0 }] = await rowsOf<{ files: number }>(
    connection,
    `SELECT count(DISTINCT file)::INTEGER AS files ${FAMILIAR}`,
  )
  const lastOfEach = `QUALIFY row_number() OVER (PARTITION BY ${KEY} ORDER BY file DESC) = 1`
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE compared AS
    WITH delivered AS (${FAMILIAR} ${files > 1 ? lastOfEach : ''})
    SELECT delivered.*, stored.value AS old_value, stored.status AS old_status, CASE
        WHEN stored.indicator IS NULL THEN CASE WHEN deleted THEN 'unchanged' ELSE 'added' END
        WHEN deleted THEN 'removed'
        WHEN (${qualified('delivered')}) IS DISTINCT FROM (${qualified('stored')}) THEN 'revised'
        ELSE 'unchanged' END AS change
    FROM delivered LEFT JOIN figure AS stored USING (${KEY})`)
}

const qualified = (table: string) =>
  CONTENT.split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ')

function listRevisions(connection: DuckDBConnection): Promise<Revision[]> {
  return rowsOf<Record<string, unknown>>(
    connection,
    `SELECT ${KEY}, old_value, old_status, value, status, change FROM compared
     WHERE change IN ('revised', 'removed') ORDER BY ${KEY} LIMIT ${LISTED_REVISIONS}`,
  ).then((rows) =>
    rows.map((row) => ({
      indicator: row.indicator as string,
      sex: row.sex as string,
      period: row.period as number,
      municipality: row.municipality as string,
      before: (row.old_value ?? row.old_status) as number | string | null,
      after: row.change === 'removed' ? null : ((row.value ?? row.status) as number | string | null),
    })),
  )
}

async function applyChanges(connection: DuckDBConnection, loadedAt: string) {
  await connection.run(
    `INSERT INTO revision BY NAME SELECT figure.*, $loadedAt AS replaced_at FROM figure SEMI JOIN
       (FROM compared WHERE change IN ('revised', 'removed')) USING (${KEY})`,
    { loadedAt },
  )
  await connection.run(
    `DELETE FROM figure USING compared WHERE compared.change IN ('revised', 'removed')
       AND ${KEY.split(', ')
         .map((column) => `figure.${column} = compared.${column}`)
         .join(' AND ')}`,
  )
  await connection.run(
    `INSERT INTO figure BY NAME SELECT ${KEY}, ${CONTENT}, $loadedAt AS loaded_at FROM compared WHERE change IN ('added', 'revised')`,
    { loadedAt },
  )
  await connection.run(
    `INSERT INTO figure BY NAME SELECT ${KEY}, ${CONTENT}, $loadedAt AS loaded_at FROM taken
     WHERE NOT deleted AND indicator IN (SELECT indicator FROM fresh)`,
    { loadedAt },
  )
  await connection.run('UPDATE condition SET unpublished = true')
}
