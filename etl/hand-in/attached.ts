import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { type Database, quoted } from '../../data/store/duckdb.ts'
import { BUSY } from './guarded.ts'

const TRY_AGAIN_MS = 300
const LONGEST_WAIT_MS = 60_000

/** Does some work with a store, where there is one, attached as `held` to read from. Waits as long as another process writes to it. */
export async function withHeld({ connection }: Database, file: string, work: () => Promise<void>): Promise<void> {
  if (!existsSync(file)) return
  await whenFree(async () => {
    await connection.run(`ATTACH ${quoted(file)} AS held (READ_ONLY)`)
    try {
      await work()
    } finally {
      await connection.run('DETACH held')
    }
  })
}

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
