import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { type Database, identifier, quoted, rowsOf } from '../../data/store/duckdb.ts'
import { openVault } from '../../data/store/vault.ts'
import { BUSY } from './guarded.ts'

const MEMORY_MB = 256
const TRY_AGAIN_MS = 300
const LONGEST_WAIT_MS = 60_000

/** A municipality's part of the vault, in memory: whatever is done to it, the vault stays as it is. */
export async function sliceOf(vaultFile: string, municipality: string): Promise<Database> {
  const slice = await openVault(':memory:', MEMORY_MB)
  if (existsSync(vaultFile)) await whenFree(() => copy(slice, vaultFile, municipality))
  return slice
}

async function copy({ connection }: Database, vaultFile: string, municipality: string): Promise<void> {
  await connection.run(`ATTACH ${quoted(vaultFile)} AS held (READ_ONLY)`)
  try {
    const held = await rowsOf<{ name: string }>(
      connection,
      `SELECT table_name AS name FROM duckdb_tables() WHERE database_name = 'held'`,
    )
    for (const { name } of held) {
      const table = identifier(name)
      const own = HAVING_MUNICIPALITY.has(name) ? ' WHERE municipality = $1' : ''
      await connection.run(`CREATE TABLE IF NOT EXISTS ${table} AS FROM held.${table} LIMIT 0`)
      await connection.run(`INSERT INTO ${table} BY NAME FROM held.${table}${own}`, own ? [municipality] : [])
    }
  } finally {
    await connection.run('DETACH held')
  }
}

const HAVING_MUNICIPALITY = new Set(['asi', 'ubu', 'extract_part', 'released_year'])

/** Waits as long as another process writes to the vault. */
async function whenFree(work: () => Promise<void>): Promise<void> {
  const until = Date.now() + LONGEST_WAIT_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!/lock/i.test(String(error))) throw error
      if (Date.now() > until) process.exit(BUSY)
      await setTimeout(TRY_AGAIN_MS)
    }
  }
}
