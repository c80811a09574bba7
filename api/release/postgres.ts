import pg from 'pg'
import type { Column } from '../../data/store/columns.ts'
import type { Bound, Connection, Engine } from './engine.ts'

const PATIENCE_MS = 10_000

/**
 * A release's tables in a PostgreSQL, for where one file a machine is outgrown.
 * @param address as in DATABASE_URL; @throws what the server says
 */
export async function postgresEngine(address: string): Promise<Engine> {
  const pool = new pg.Pool({ connectionString: address, max: 8, connectionTimeoutMillis: PATIENCE_MS })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at the next question
  await pool.query('SELECT 1')
  return {
    connect: async () => connectionOf(await pool.connect(), pool),
    close: () => void pool.end(),
  }
}

function connectionOf(client: pg.PoolClient, pool: pg.Pool): Connection {
  return {
    rows: async <T>(sql: string, bound: Bound = {}) => (await client.query(numbered(sql, bound))).rows as T[],
    async each(sql, bound, take) {
      const { rows, fields } = await client.query<(number | null)[]>({ ...numbered(sql, bound), rowMode: 'array' })
      const columns: Column[] = fields.map((_, column) => ({ getItem: (row) => rows[row]![column]! }))
      for (let row = 0; row < rows.length; row++) take(columns, row)
    },
    interrupt() {
      const { processID } = client as unknown as { processID: number }
      pool.query('SELECT pg_cancel_backend($1)', [processID]).catch(() => {})
    },
    close: () => client.release(),
  }
}

/** Names become the numbers by which PostgreSQL knows what is bound. */
function numbered(sql: string, bound: Bound): { text: string; values: Bound[string][] } {
  const values: Bound[string][] = []
  const numbers = new Map<string, number>()
  const text = sql.replace(/\$([a-z]\w*)/gi, (_, name: string) => {
    if (!numbers.has(name)) numbers.set(name, values.push(bound[name] ?? null))
    return `$${numbers.get(name)}`
  })
  return { text, values }
}
