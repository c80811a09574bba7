import { type Database, identifier, rowsOf } from '../../data/store/duckdb.ts'
import { openVault } from '../../data/store/vault.ts'
import { withHeld } from './attached.ts'

const MEMORY_MB = 256

/** A municipality's part of the vault, in memory: whatever is done to it, the vault stays as it is. */
export async function sliceOf(vaultFile: string, municipality: string): Promise<Database> {
  const slice = await openVault(':memory:', MEMORY_MB)
  await withHeld(slice, vaultFile, () => copy(slice, municipality))
  return slice
}

async function copy({ connection }: Database, municipality: string): Promise<void> {
  const held = await rowsOf<{ name: string }>(
    connection,
    `SELECT table_name AS name FROM duckdb_tables() WHERE database_name = 'held'`,
  )
  for (const { name } of held) {
    const table = identifier(name)
    if (name === OF_EVERYBODY) continue
    const own = HAVING_MUNICIPALITY.has(name) ? ' WHERE municipality = $1' : ''
    await connection.run(`CREATE TABLE IF NOT EXISTS ${table} AS FROM held.${table} LIMIT 0`)
    await connection.run(`INSERT INTO ${table} BY NAME FROM held.${table}${own}`, own ? [municipality] : [])
  }
}

/** Clients' answers to surveys, by municipality within: an extract has nothing to do with them. */
const OF_EVERYBODY = 'released_survey'
const HAVING_MUNICIPALITY = new Set(['asi', 'ubu', 'extract_part', 'released_year'])
