import { readFileSync } from 'node:fs'
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api'
import type { Indicator } from '../model/indicator.ts'
import { type Database, openWritable, rowsOf } from './duckdb.ts'

/** Sources of indicator values; an indicator belongs to the earliest in this list that has delivered it. */
export const figureSources = ['kolada', 'oj', 'indicators', 'sample'] as const
export type FigureSource = (typeof figureSources)[number]

export const statuses = ['missing', 'secrecy', 'not-applicable'] as const
export type Status = (typeof statuses)[number]

/** One value of one indicator for one municipality, year and sex, as a source delivers it. */
export type Figure = {
  indicator: string
  /** T total, K women, M men. */
  sex: 'T' | 'K' | 'M'
  period: number
  /** Four digits; 0000 is the country, 00NN a region. */
  municipality: string
  /** null exactly where there is a status. */
  value: number | null
  status: Status | null
  /** The mark as the source printed it, null for a number. */
  token: string | null
  numerator: number | null
  denominator: number | null
  /** The source has taken the figure back. */
  deleted?: boolean
}

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
const CONTENT = 'value, status, token, numerator, denominator, source'
const LISTED_REVISIONS = 200

/** Opens the figures of a home, making them where there are none. Only for the process that holds the home's lock, or to read. */
export async function openFigures(path: string, memoryMb?: number): Promise<Database> {
  const database = await openWritable(path, memoryMb)
  await database.connection.run(readFileSync(new URL('figures.sql', import.meta.url), 'utf8'))
  return database
}

/** Figures on their way in: in a table that vanishes with the connection, so that nothing refused is left anywhere. */
export type Stage = { add(figure: Figure, source: FigureSource, file: number): void; rows(): number; close(): void }

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
}

function appendNumber(appender: DuckDBAppender, value: number | null): void {
  value === null ? appender.appendNull() : appender.appendDouble(value)
}

function appendText(appender: DuckDBAppender, value: string | null): void {
  value === null ? appender.appendNull() : appender.appendVarchar(value)
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
async function leaveOutOwned(connection: DuckDBConnection) {
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE owner AS
    SELECT indicator, min(rank) AS rank, arg_min(source, rank) AS owner
    FROM (SELECT DISTINCT indicator, source, ${RANK} AS rank FROM stage
          UNION SELECT DISTINCT indicator, source, ${RANK} FROM figure)
    GROUP BY indicator`)
  const leftOut = await rowsOf<Changes['leftOut'][number]>(
    connection,
    `SELECT DISTINCT indicator, source, owner FROM stage JOIN owner USING (indicator) WHERE ${RANK} > owner.rank ORDER BY ALL`,
  )
  await connection.run(`DELETE FROM stage USING owner WHERE stage.indicator = owner.indicator AND ${RANK} > owner.rank`)
  await connection.run(`
    INSERT INTO stage SELECT ${KEY}, ${CONTENT}, true, -1 FROM figure JOIN owner USING (indicator)
    WHERE ${RANK} > owner.rank`)
  return leftOut
}

async function compareWithStored(connection: DuckDBConnection) {
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE compared AS
    WITH delivered AS (
      FROM stage QUALIFY row_number() OVER (PARTITION BY ${KEY} ORDER BY file DESC) = 1
    )
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
    `INSERT INTO revision SELECT figure.*, $loadedAt FROM figure SEMI JOIN
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
    `INSERT INTO figure SELECT ${KEY}, ${CONTENT}, $loadedAt FROM compared WHERE change IN ('added', 'revised')`,
    { loadedAt },
  )
  await connection.run('UPDATE condition SET unpublished = true')
}

/** Whether what is stored is invented, and whether it has changed since the last release. */
export async function conditionOf(connection: DuckDBConnection): Promise<{ sample: boolean; unpublished: boolean }> {
  const [row] = await rowsOf<{ sample: boolean; unpublished: boolean }>(connection, 'FROM condition')
  return row!
}

/** Takes away every figure and its history, and marks what follows as invented or real. */
export async function emptyFigures(connection: DuckDBConnection, sample: boolean): Promise<void> {
  for (const table of ['figure', 'revision', 'delivery', 'declared_indicator', 'published_indicator', 'loaded_group']) {
    await connection.run(`DELETE FROM ${table}`)
  }
  await connection.run('UPDATE condition SET sample = $sample, unpublished = true', { sample })
}

/** The indicators that came with earlier files. */
export async function declaredIndicators(connection: DuckDBConnection): Promise<Indicator[]> {
  const rows = await rowsOf<{ definition: string }>(connection, 'SELECT definition FROM declared_indicator ORDER BY id')
  return rows.map(({ definition }) => JSON.parse(definition))
}

/** Notes that something stored stands in no release yet. */
export async function markUnpublished(connection: DuckDBConnection): Promise<void> {
  await connection.run('UPDATE condition SET unpublished = true')
}

/** Notes that everything stored stands in a release. */
export async function markPublished(path: string): Promise<void> {
  const figures = await openFigures(path)
  try {
    await figures.connection.run('UPDATE condition SET unpublished = false')
  } finally {
    figures.close()
  }
}

/** Notes a file, or a web address, that figures were taken from. */
export async function noteDelivery(
  connection: DuckDBConnection,
  delivery: { source: string; file: string; rows: number; loadedAt: string },
): Promise<void> {
  await connection.run('INSERT OR REPLACE INTO delivery VALUES ($source, $file, $rows, $loadedAt)', delivery)
}

/** Whether any figure is stored. */
export async function hasFigures(connection: DuckDBConnection): Promise<boolean> {
  return (await rowsOf(connection, 'SELECT 1 FROM figure LIMIT 1')).length > 0
}

/** Indicators, descriptions and groups that come with figures. */
export type Definitions = {
  declared: ReadonlyMap<string, unknown>
  described: readonly { id: string; title: string; description: string | null; nextPublication: string | null }[]
  groups: readonly { id: string }[]
}

/** Stores what came with the figures. @returns whether any of it was new or different */
export async function storeDefinitions(connection: DuckDBConnection, definitions: Definitions): Promise<boolean> {
  const declared = [...definitions.declared].map(([id, definition]) => [id, JSON.stringify(definition)])
  const groups = definitions.groups.map((group) => [group.id, JSON.stringify(group)])
  const described = definitions.described.map((one) => [one.id, one.title, one.description, one.nextPublication])
  const differ = [
    await replaceRows(connection, 'declared_indicator', declared),
    await replaceRows(connection, 'loaded_group', groups),
    await replaceRows(connection, 'published_indicator', described),
  ].some(Boolean)
  if (differ) await connection.run('UPDATE condition SET unpublished = true')
  return differ
}

/** Puts rows in the place of those with the same id. @returns whether any was new or different */
async function replaceRows(connection: DuckDBConnection, table: string, rows: (string | null)[][]): Promise<boolean> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE incoming AS FROM ${table} LIMIT 0`)
  const appender = await connection.createAppender('incoming', 'main', 'temp')
  for (const row of rows) {
    for (const cell of row) appendText(appender, cell)
    appender.endRow()
  }
  appender.closeSync()
  const different = await rowsOf(connection, `SELECT * FROM (FROM incoming EXCEPT FROM ${table}) LIMIT 1`)
  if (different.length > 0) await connection.run(`INSERT OR REPLACE INTO ${table} FROM incoming`)
  return different.length > 0
}
