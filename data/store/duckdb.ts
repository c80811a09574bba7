import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'

export type Row = Record<string, unknown>
export type Parameters = DuckDBValue[] | Record<string, DuckDBValue>

/** One DuckDB file opened by this process, with one connection of its own for everything sequential. */
export type Database = {
  connection: DuckDBConnection
  /** A further connection, for work beside the first. */
  connect(): Promise<DuckDBConnection>
  close(): void
}

/**
 * Opens (or makes) a database file for writing. Extensions are never fetched, other files never touched
 * unless `files` allows it; spilled rows go to `<file>.tmp` beside it.
 * @param memoryMb how much memory DuckDB may take before it spills
 * @throws Error when another process holds the file
 */
export async function openWritable(path: string, memoryMb = 2048): Promise<Database> {
  if (path !== ':memory:' && !existsSync(path)) await bear(path)
  return open(path, { memory_limit: `${memoryMb}MB` })
}

/**
 * Makes an empty database beside its place and puts it there whole: DuckDB never opens again what was cut off while it
 * was being made. Where another process was first, its file stands.
 */
async function bear(path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const beside = `${path}.${process.pid}.new`
  rmSync(beside, { force: true })
  try {
    if (empty) writeFileSync(beside, empty, { flush: true })
    else await makeEmpty(beside)
    linkSync(beside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(beside, { force: true })
  }
}

/**
 * Opens a finished file read-only and locks it: no other file can be read, no setting changed, nothing installed.
 * @param threads that one question is shared out over; all there are unless said
 * @throws Error when the file is missing or damaged
 */
export async function openLocked(path: string, memoryMb = 2048, threads?: number): Promise<Database> {
  const database = await open(path, {
    access_mode: 'READ_ONLY',
    memory_limit: `${memoryMb}MB`,
    ...(threads && { threads: String(threads) }),
  })
  await database.connection.run('SET enable_external_access = false')
  await database.connection.run('SET lock_configuration = true')
  return database
}

/** An empty database, byte for byte: made once by each process, for making one takes as long as much small work. */
let empty: Buffer | undefined

async function makeEmpty(path: string): Promise<void> {
  const database = await open(path, {})
  database.close()
  empty = readFileSync(path)
}

async function open(path: string, options: Record<string, string>): Promise<Database> {
  const instance = await DuckDBInstance.create(path, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...options,
  })
  const connection = await instance.connect()
  return {
    connection,
    connect: () => instance.connect(),
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** Rows as plain objects: numbers, strings, booleans, null. BIGINT arrives as bigint: cast in SQL where a number is meant. */
export async function rowsOf<T = Row>(
  connection: DuckDBConnection,
  sql: string,
  parameters?: Parameters,
): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql, parameters)
  return reader.getRowObjectsJS() as T[]
}

/** Runs the statements inside one transaction; any error rolls all of them back and is thrown on. */
export async function inTransaction<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run('BEGIN TRANSACTION')
  try {
    const result = await work()
    await connection.run('COMMIT')
    return result
  } catch (error) {
    // A commit that failed has rolled back already, and then there is nothing to roll back.
    await connection.run('ROLLBACK').catch(() => {})
    throw error
  }
}

/** Quotes a name for SQL. Only for names out of our own definitions: what comes from outside is bound, never quoted. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Quotes a text for SQL where none can be bound, as the path of a file in `ATTACH` and `COPY`. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
