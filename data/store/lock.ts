import { type Database, openWritable } from './duckdb.ts'
import { HomeBusy } from './home-busy.ts'

const held = new Set<string>()

/**
 * Runs the work as the only writer of a home. The lock is the one that the system keeps on an open DuckDB file:
 * it ends with its process however that ends, so there is no stale lock to clear away.
 * @throws HomeBusy while another writer holds it
 */
export async function asOnlyWriter<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const database = await take(lock)
  try {
    return await work()
  } finally {
    held.delete(lock)
    database.close()
  }
}

async function take(lock: string): Promise<Database> {
  if (held.has(lock)) throw new HomeBusy()
  held.add(lock)
  try {
    return await openWritable(lock, 128)
  } catch (error) {
    held.delete(lock)
    if (/conflicting lock|could not set lock/i.test(String(error))) throw new HomeBusy()
    throw error
  }
}
