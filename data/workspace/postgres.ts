import pg from 'pg'
import { Kysely, PostgresDialect, sql } from './kysely.ts'
import type { Tables } from './tables.ts'
import type { Workspace } from './workspace.ts'

/** Any number will do: it is the name of our one write lock in that database. */
const WRITE_LOCK = 7_246_120_184
const CHANNEL = 'jamsides_workspace'
const PATIENCE_MS = 10_000

/** Whole numbers arrive as numbers: none of ours comes near 2^53. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig

/**
 * Opens the workspace in a PostgreSQL.
 * @param address as in DATABASE_URL: postgres://name:password@host/database
 * @throws what the server says
 */
export async function openPostgres(address: string): Promise<Workspace> {
  const pool = new pg.Pool({ connectionString: address, types, max: 8, connectionTimeoutMillis: PATIENCE_MS })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at the next question
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await sql`SELECT 1`.execute(database).catch(async (error) => {
    await database.destroy()
    throw error
  })
  return {
    engine: 'postgres',
    read: database,
    write: (work) =>
      database.transaction().execute(async (transaction) => {
        await sql`SELECT pg_advisory_xact_lock(${WRITE_LOCK})`.execute(transaction)
        const result = await work(transaction)
        await sql`SELECT pg_notify(${CHANNEL}, '')`.execute(transaction)
        return result
      }),
    watch: (changed) => listen(address, changed),
    close: () => database.destroy(),
  }
}

const AGAIN_MS = 1000

/** Calls when anybody has committed. A broken connection is made anew, and counts as a change: something may have been missed. */
function listen(address: string, changed: () => void): () => void {
  let client: pg.Client | null = null
  let stopped = false
  const connect = async () => {
    if (stopped) return
    const mine = new pg.Client({ connectionString: address, connectionTimeoutMillis: PATIENCE_MS })
    client = mine
    mine.on('notification', changed)
    mine.once('error', () => mine.end().catch(() => {}))
    mine.once('end', () => void setTimeout(connect, AGAIN_MS).unref())
    try {
      await mine.connect()
      await mine.query(`LISTEN ${CHANNEL}`)
      changed()
    } catch {
      await mine.end().catch(() => {})
    }
  }
  void connect()
  return () => {
    stopped = true
    void client?.end().catch(() => {})
  }
}
