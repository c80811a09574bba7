import { readFileSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Indicator } from '../model/indicator.ts'
import { type Database, inTransaction, openWritable, rowsOf } from './duckdb.ts'
import { storeTold } from './figure-numbers.ts'

const SCHEMA = readFileSync(new URL('figures.sql', import.meta.url), 'utf8')

/**
 * Opens the figures of a home, making them where there are none; those of a former version become what they are now, all or
 * none. Only for the process that holds the home's lock.
 */
export async function openFigures(path: string, memoryMb?: number): Promise<Database> {
  const database = await openWritable(path, memoryMb)
  try {
    if (await holdsTexts(database.connection))
      await inTransaction(database.connection, () => renew(database.connection))
    await database.connection.run(SCHEMA)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Whether figures stand as texts, as they did in the first version. */
async function holdsTexts(connection: DuckDBConnection): Promise<boolean> {
  const tables = await rowsOf(
    connection,
    `SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() AND table_name = 'figure'`,
  )
  return tables.length > 0
}

/** Writes what stands as texts anew as numbers. */
async function renew(connection: DuckDBConnection): Promise<void> {
  const tables = ['figure', 'revision'] as const
  for (const table of tables) await connection.run(`ALTER TABLE ${table} RENAME TO former_${table}`)
  await connection.run(SCHEMA)
  for (const table of tables) {
    await storeTold(connection, table, `FROM (FROM ${table} LIMIT 0) UNION ALL BY NAME FROM former_${table}`)
    await connection.run(`DROP TABLE former_${table}`)
  }
}

/** Whether what is stored is invented, and whether it has changed since the last release. */
export async function conditionOf(connection: DuckDBConnection): Promise<{ sample: boolean; unpublished: boolean }> {
  const [row] = await rowsOf<{ sample: boolean; unpublished: boolean }>(connection, 'FROM condition')
  return row!
}

/** Takes away every figure and its history, and marks what follows as invented or real. */
export async function emptyFigures(connection: DuckDBConnection, sample: boolean): Promise<void> {
  for (const table of [
    'stored_figure',
    'stored_revision',
    'indicator',
    'place',
    'mark',
    'origin',
    'delivery',
    'declared_indicator',
    'published_indicator',
    'loaded_group',
    'survey',
    'unit',
    'unit_figure',
  ]) {
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

/** Notes, in the figures at that path, that everything stored stands in a release, or not. */
export async function notePublished(path: string, isPublished: boolean): Promise<void> {
  const figures = await openFigures(path)
  try {
    await figures.connection.run('UPDATE condition SET unpublished = $unpublished', { unpublished: !isPublished })
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

/** Whether any figure, of a municipality or a unit, or survey is stored. */
export async function hasFigures(connection: DuckDBConnection): Promise<boolean> {
  const any = 'SELECT 1 FROM stored_figure UNION ALL SELECT 1 FROM unit_figure UNION ALL SELECT 1 FROM survey LIMIT 1'
  return (await rowsOf(connection, any)).length > 0
}

/** Indicators, descriptions and groups that come with figures. */
export type Definitions = {
  declared: ReadonlyMap<string, unknown>
  described: readonly { id: string; title: string; description: string | null; nextPublication: string | null }[]
  groups: readonly { id: string }[]
  /** Local surveys by their id. */
  surveys: ReadonlyMap<string, unknown>
}

/** Stores what came with the figures. @returns whether any of it was new or different */
export async function storeDefinitions(connection: DuckDBConnection, definitions: Definitions): Promise<boolean> {
  const declared = [...definitions.declared].map(([id, definition]) => [id, JSON.stringify(definition)])
  const groups = definitions.groups.map((group) => [group.id, JSON.stringify(group)])
  const surveys = [...definitions.surveys].map(([id, survey]) => [id, JSON.stringify(survey)])
  const described = definitions.described.map((one) => [one.id, one.title, one.description, one.nextPublication])
  const differ = [
    await replaceRows(connection, 'declared_indicator', declared),
    await replaceRows(connection, 'loaded_group', groups),
    await replaceRows(connection, 'survey', surveys),
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
    for (const cell of row) cell === null ? appender.appendNull() : appender.appendVarchar(cell)
    appender.endRow()
  }
  appender.closeSync()
  const different = await rowsOf(connection, `SELECT * FROM (FROM incoming EXCEPT FROM ${table}) LIMIT 1`)
  if (different.length > 0) await connection.run(`INSERT OR REPLACE INTO ${table} FROM incoming`)
  return different.length > 0
}
