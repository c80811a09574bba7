import type { DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from './duckdb.ts'
import { type FigureSource, figureSources } from './figure.ts'
import { numbersOf, numberTexts, SEX_TOLD, SOURCES } from './figure-numbers.ts'
import { BESIDE, KEY } from './stage.ts'

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
 * Merges the closed stage into the figures, set by set; call it inside a transaction. Leaves behind `compared`: what was
 * compared with what was stored, by the store's numbers, and its `change`.
 * A figure that is the same as before keeps its moment of loading; one that differs is kept as a revision.
 * @param loadedAt ISO 8601 in UTC
 */
export async function mergeStage(connection: DuckDBConnection, loadedAt: string): Promise<Changes> {
  await receive(connection)
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

const LISTS = { indicator: 'id', place: 'code', mark: 'status, token' } as const

/** Numbers what is new of what was staged; `arrived`: all of it, by the store's numbers; `arrived_year`: how much of each year, out of what files. */
async function receive(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE staged_year AS
    SELECT indicator, period, source, count(*) AS staged, count(*) FILTER (NOT deleted) AS added, min(file) AS first, max(file) AS last,
      bool_and(together) AS together
    FROM staged GROUP BY ALL`)
  for (const [one, texts] of Object.entries(LISTS) as [keyof typeof LISTS, string][]) {
    const used = `SELECT ${texts} FROM staged_${one} WHERE number IN (SELECT DISTINCT ${one} FROM staged)`
    await numberTexts(connection, one, used)
    await connection.run(`CREATE OR REPLACE TEMP TABLE arrived_${one} AS ${numbersOf(one, `staged_${one}`)}`)
  }
  await connection.run(`
    CREATE OR REPLACE TEMP VIEW arrived AS
    SELECT staged.* REPLACE (${Object.keys(LISTS).map((one) => `arrived_${one}.number AS ${one}`)})
    FROM staged JOIN arrived_indicator ON arrived_indicator.told = indicator JOIN arrived_place ON arrived_place.told = place
      LEFT JOIN arrived_mark ON arrived_mark.told = mark`)
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE arrived_year AS SELECT staged_year.* REPLACE (arrived_indicator.number AS indicator)
    FROM staged_year JOIN arrived_indicator ON told = indicator`)
}

/** An indicator has one source: the delivered one gives way to an earlier in the list, and takes over from a later. */
async function leaveOutOwned(connection: DuckDBConnection): Promise<Changes['leftOut']> {
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE source_of AS SELECT number, (list_position(${SOURCES}, source) - 1)::TINYINT AS source FROM origin`)
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE stored_source AS
    SELECT DISTINCT indicator, source FROM (SELECT DISTINCT indicator, origin FROM stored_figure) JOIN source_of ON number = origin`)
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE yielding AS
    WITH pair AS (
      SELECT DISTINCT indicator, source, true AS delivered FROM arrived_year
      UNION ALL SELECT indicator, source, false FROM stored_source
    )
    SELECT *, min(source) OVER (PARTITION BY indicator) AS owner FROM pair QUALIFY source <> owner`)
  const yielding = await rowsOf<Changes['leftOut'][number] & { delivered: boolean }>(
    connection,
    `SELECT id AS indicator, ${SOURCES}[source + 1] AS source, ${SOURCES}[owner + 1] AS owner, delivered
     FROM yielding JOIN indicator ON number = yielding.indicator ORDER BY ALL`,
  )
  if (yielding.length > 0) await giveWay(connection)
  return yielding.filter(({ delivered }) => delivered).map(({ delivered: _, ...pair }) => pair)
}

async function giveWay(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE left_in AS
    SELECT * REPLACE (false AS together) FROM arrived ANTI JOIN (FROM yielding WHERE delivered) USING (indicator, source)
    UNION ALL BY NAME SELECT ${KEY}, value, mark, ${BESIDE}, source, true AS deleted, -1 AS file, false AS together
    FROM stored_figure JOIN source_of ON number = origin SEMI JOIN (FROM yielding WHERE NOT delivered) USING (indicator, source)`)
  await connection.run('CREATE OR REPLACE TEMP VIEW arrived AS FROM left_in')
  await connection.run('UPDATE arrived_year SET together = false, first = -1')
}

/** Indicators of which nothing is stored and each year was taken together out of one file: there is nothing to compare them with. */
const findFresh = (connection: DuckDBConnection) =>
  connection.run(`
    CREATE OR REPLACE TEMP TABLE fresh AS
    WITH year AS (
      SELECT indicator, sum(staged) AS staged, sum(added) AS added, bool_and(together) AND min(first) = max(last) AS together
      FROM arrived_year WHERE indicator NOT IN (SELECT indicator FROM stored_source) GROUP BY indicator, period)
    SELECT indicator, sum(staged)::INTEGER AS staged, sum(added)::INTEGER AS added FROM year
    GROUP BY indicator HAVING bool_and(together)`)

const FAMILIAR = 'indicator NOT IN (SELECT indicator FROM fresh)'

async function compareWithStored(connection: DuckDBConnection) {
  const [familiar] = await rowsOf<{ first: number | null; last: number | null }>(
    connection,
    `SELECT min(first) AS first, max(last) AS last FROM arrived_year WHERE ${FAMILIAR}`,
  )
  const { first, last } = familiar!
  const lastOfEach = `QUALIFY row_number() OVER (PARTITION BY ${KEY} ORDER BY file DESC) = 1`
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE compared AS
    WITH delivered AS (FROM arrived WHERE ${last === null ? 'false' : FAMILIAR} ${first === last ? '' : lastOfEach}),
      stored AS (SELECT stored_figure.*, source FROM stored_figure JOIN source_of ON number = origin)
    SELECT delivered.*, stored.value AS old_value, stored.mark AS old_mark, CASE
        WHEN stored.indicator IS NULL THEN CASE WHEN deleted THEN 'unchanged' ELSE 'added' END
        WHEN deleted THEN 'removed'
        WHEN (${content('delivered')}) IS DISTINCT FROM (${content('stored')}) THEN 'revised'
        ELSE 'unchanged' END AS change
    FROM delivered LEFT JOIN stored USING (${KEY})`)
}

const content = (table: string) =>
  `value, mark, ${BESIDE}, source`
    .split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ')

function listRevisions(connection: DuckDBConnection): Promise<Revision[]> {
  return rowsOf<Record<string, unknown>>(
    connection,
    `SELECT id AS indicator, ${SEX_TOLD} AS sex, period, code AS municipality, old_value, was.status AS old_status,
       value, mark.status AS status, change
     FROM compared JOIN indicator ON indicator.number = compared.indicator JOIN place ON place.number = compared.place
       LEFT JOIN mark AS was ON was.number = old_mark LEFT JOIN mark ON mark.number = compared.mark
     WHERE change IN ('revised', 'removed') ORDER BY 1, 2, 3, 4 LIMIT ${LISTED_REVISIONS}`,
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
    `INSERT INTO stored_revision BY NAME SELECT stored_figure.*, $loadedAt AS replaced_at FROM stored_figure SEMI JOIN
       (FROM compared WHERE change IN ('revised', 'removed')) USING (${KEY})`,
    { loadedAt },
  )
  await connection.run(
    `DELETE FROM stored_figure USING compared WHERE compared.change IN ('revised', 'removed')
       AND ${KEY.split(', ')
         .map((column) => `stored_figure.${column} = compared.${column}`)
         .join(' AND ')}`,
  )
  const origins = await originsAt(connection, loadedAt)
  for (const kept of [COMPARED, FRESH])
    await connection.run(
      `INSERT INTO stored_figure BY NAME SELECT ${KEY}, value, mark, ${BESIDE}, ${origins} AS origin FROM (${kept})`,
    )
  await connection.run('UPDATE condition SET unpublished = true')
}

const COMPARED = `FROM compared WHERE change IN ('added', 'revised')`
const FRESH = 'FROM arrived WHERE NOT deleted AND indicator IN (SELECT indicator FROM fresh)'

/** SQL for the number of a source's origin at that moment. */
async function originsAt(connection: DuckDBConnection, loadedAt: string): Promise<string> {
  const used = `SELECT DISTINCT ${SOURCES}[source + 1] AS source, $loadedAt AS loaded_at FROM (
    SELECT source FROM (${COMPARED}) UNION ALL SELECT source FROM arrived_year SEMI JOIN fresh USING (indicator))`
  await numberTexts(connection, 'origin', used, { loadedAt })
  const rows = await rowsOf<{ number: number; source: FigureSource }>(
    connection,
    'SELECT number, source FROM origin WHERE loaded_at = $loadedAt',
    { loadedAt },
  )
  const cases = rows.map(({ number, source }) => `WHEN ${figureSources.indexOf(source)} THEN ${number}`)
  return cases.length > 0 ? `CASE source ${cases.join(' ')} END` : 'NULL'
}
