import { constants, copyFileSync, readFileSync, rmSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type Database, inTransaction, openWritable, rowsOf } from '../../data/store/duckdb.ts'
import { attachFigures } from './contents.ts'
import { type Definitions, replaceIndicators, writeDefinitions } from './definitions.ts'
import { attachEarlier, type Change, type Earlier } from './earlier.ts'
import { isRenewed } from './renewed.ts'
import { sumOf } from './stored-sums.ts'

const SCHEMA = readFileSync(new URL('../../data/store/release.sql', import.meta.url), 'utf8')

/** Tables each of whose rows is of one indicator, by its position. */
const OF_INDICATORS = [
  ...['figure', 'figure_by_place', 'beside', 'coverage', 'reckoned', 'reckoned_from', 'noise', 'statistics'],
  ...['yearly_statistics', 'standing', 'group_rank', 'rank_limit', 'addition'],
]
/** Tables that are gone on with as they are: what is looked up in them keeps its number, and what is small is compared whole. */
const GONE_ON_WITH = [...['place', 'origin', 'mark', 'unit', 'unit_figure', 'published_indicator', 'search_index']]
const OF_THE_RELEASE = ['release', 'source']
const OF_CLIENTS = [
  ...['protected_measure', 'protected_cell', 'protected_figure', 'protected_bar', 'protected_non_response'],
  `(FROM DATABASE.survey WHERE (definition->>'answerers') = 'clients')`,
]

/** Makes a release's tables in a file of its own. */
export async function openEmptyRelease(path: string, memoryMb: number): Promise<Database> {
  const database = await openWritable(path, memoryMb)
  try {
    await inTransaction(database.connection, () => database.connection.run(SCHEMA))
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Whether the protected figures of clients in a release are those of the earlier one (attached as `earlier`), all of them. */
export async function holdsSameClients(connection: DuckDBConnection): Promise<boolean> {
  const sum = (table: string, database: string) => {
    const rows = table.startsWith('(') ? table.replace('DATABASE', database) : `${database}.${table}`
    return `(SELECT ${sumOf('one')} FROM ${rows} AS one)`
  }
  const same = OF_CLIENTS.map((table) => `${sum(table, 'main')} = ${sum(table, 'earlier')}`)
  return (await rowsOf(connection, `SELECT 1 WHERE ${same.join(' AND ')}`)).length > 0
}

/**
 * Begins a release as a copy of the earlier one's file, without what has changed since: what it costs is the change, and the
 * copying of bytes. What was deleted may still be read in the file by who takes it apart: never for other figures of clients.
 * @param path where nothing is open; what is there goes
 * @param figures the stored ones, attached as `figures`; the earlier release is as `earlier`
 */
export async function openAsCopy(
  path: string,
  figures: string,
  earlier: Earlier,
  change: Change,
  memoryMb: number,
): Promise<Database> {
  for (const left of [path, `${path}.wal`]) rmSync(left, { force: true })
  copyFileSync(earlier.file, path, constants.COPYFILE_FICLONE)
  const database = await openWritable(path, memoryMb)
  try {
    const { connection } = database
    await attachFigures(connection, figures)
    await attachEarlier(connection, earlier)
    const outdated = isRenewed('indicator', change.outdated)
    for (const table of OF_INDICATORS) await connection.run(`DELETE FROM ${table} WHERE ${outdated}`)
    for (const table of OF_THE_RELEASE) await connection.run(`DELETE FROM ${table}`)
    await replaceIndicators(connection, change.before, change.indicators)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Begins a release with the rows of the earlier one (attached as `earlier`) that have not changed, in the order that they have there. */
export async function takeRowsOver(
  connection: DuckDBConnection,
  definitions: Definitions,
  { indicators, outdated }: Change,
): Promise<void> {
  await writeDefinitions(connection, { ...definitions, indicator: indicators })
  for (const table of GONE_ON_WITH) await connection.run(`INSERT INTO ${table} FROM earlier.${table}`)
  const kept = `NOT (${isRenewed('indicator', outdated)})`
  for (const table of OF_INDICATORS) await connection.run(`INSERT INTO ${table} FROM earlier.${table} WHERE ${kept}`)
}
