import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from './duckdb.ts'
import { type Figure, type FigureSource, figureSources } from './figure.ts'

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

const KEY = 'indicator, sex, period, municipality'
const CONTENT = 'value, status, token, numerator, denominator, lower, upper, source'
const LISTED_REVISIONS = 200

/** Figures on their way in: in a table that vanishes with the connection, so that nothing refused is left anywhere. */
export type Stage = {
  add(figure: Figure, source: FigureSource, file: number): void
  /** @param select indicator, sex, period, municipality, value, status, token and deleted of many figures in the same database */
  take(select: string, source: FigureSource, file: number): Promise<void>
  rows(): number
  close(): void
}

/** Begins a delivery. Where several files hold the same figure, that of the highest `file` number stands. */
export async function openStage(connection: DuckDBConnection): Promise<Stage> {
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE stage AS
    SELECT ${KEY}, ${CONTENT}, false AS deleted, 0::INTEGER AS file FROM figure LIMIT 0`)
  const appender = await connection.createAppender('stage', 'main', 'temp')
  let rows = 0
  return {
    add(figure, source, file) {
      appendFigure(appender, figure)
      appender.appendVarchar(source)
      appender.appendBoolean(figure.deleted ?? false)
      appender.appendInteger(file)
      appender.endRow()
      rows++
    },
    async take(select, source, file) {
      appender.flushSync()
      const result = await connection.run(
        `INSERT INTO temp.stage (${KEY}, value, status, token, source, deleted, file)
         SELECT ${KEY}, value, status, token, $source, deleted, $file FROM (${select})`,
        { source, file },
      )
      rows += result.rowsChanged
    },
    rows: () => rows,
    close: () => appender.closeSync(),
  }
}

/** Appends key and content of a figure, up to but not including its source. */
function appendFigure(appender: DuckDBAppender, figure: Figure): void {
  appender.appendVarchar(figure.indicator)
  appender.appendVarchar(figure.sex)
  appender.appendSmallInt(figure.period)
  appender.appendVarchar(figure.municipality)
  appendNumber(appender, figure.value)
  appendText(appender, figure.status)
  appendText(appender, figure.token)
  appendNumber(appender, figure.numerator)
  appendNumber(appender, figure.denominator)
  appendNumber(appender, figure.lower ?? null)
  appendNumber(appender, figure.upper ?? null)
}

function appendNumber(appender: DuckDBAppender, value: number | null): void {
  value === null ? appender.appendNull() : appender.appendDouble(value)
}

/**
 * Merges the closed stage into the figures, set by set; call it inside a transaction.
 * A figure that is the same as before keeps its moment of loading; one that differs is kept as a revision.
 * @param loadedAt ISO 8601 in UTC
 */
export async function mergeStage(connection: DuckDBConnection, loadedAt: string): Promise<Changes> {
  const leftOut = await leaveOutOwned(connection)
  await compareWithStored(connection)
  const [counts] = await rowsOf<{ added: number; revised: number; removed: number; staged: number }>(
    connection,
    `SELECT count(*) FILTER (change = 'added')::INTEGER AS added, count(*) FILTER (change = 'revised')::INTEGER AS revised,
            count(*) FILTER (change = 'removed')::INTEGER AS removed, count(*)::INTEGER AS staged FROM compared`,
  )
  const { added, revised, removed, staged } = counts!
  const revisions = await listRevisions(connection)
  if (added + revised + removed > 0) await applyChanges(connection, loadedAt)
  return { added, revised, removed, unchanged: staged - added - revised - removed, leftOut, revisions }
}

const RANK = `list_position([${figureSources.map((source) => `'${source}'`).join(', ')}], source)`

/** An indicator has one source: the delivered one gives way to an earlier in the list, and takes over from a later. */
async function leaveOutOwned(connection: DuckDBConnection): Promise<Changes['leftOut']> {
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE yielding AS
    WITH pair AS (
      SELECT DISTINCT indicator, source, true AS delivered FROM stage
      UNION ALL SELECT DISTINCT indicator, source, false FROM figure
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

async function giveWay(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    DELETE FROM stage USING yielding
    WHERE delivered AND stage.indicator = yielding.indicator AND stage.source = yielding.source`)
  await connection.run(`
    INSERT INTO stage SELECT ${KEY}, ${CONTENT}, true, -1 FROM figure
    SEMI JOIN (FROM yielding WHERE NOT delivered) USING (indicator, source)`)
}

async function compareWithStored(connection: DuckDBConnection) {
  const [{ files } = { files: 0 }] = await rowsOf<{ files: number }>(
    connection,
    'SELECT count(DISTINCT file)::INTEGER AS files FROM stage',
  )
  const lastOfEach = `QUALIFY row_number() OVER (PARTITION BY ${KEY} ORDER BY file DESC) = 1`
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE compared AS
    WITH delivered AS (FROM stage ${files > 1 ? lastOfEach : ''})
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
  await connection.run('UPDATE condition SET unpublished = true')
}

function appendText(appender: DuckDBAppender, value: string | null): void {
  value === null ? appender.appendNull() : appender.appendVarchar(value)
}
