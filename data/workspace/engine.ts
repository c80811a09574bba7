import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely, Transaction } from 'kysely'
import type { Home } from '../store/home.ts'
import { faultOf } from './fault.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { Tables } from './tables.ts'

export type Reading = Kysely<Tables>
export type Writing = Transaction<Tables>

/** Accounts, receipts, sessions, audit log: small writes of several processes, on SQLite or PostgreSQL alike. */
export type Workspace = {
  engine: 'sqlite' | 'postgres'
  /** For questions outside of any transaction; sees what is committed. Never waits for a writer. */
  read: Reading
  /**
   * Runs the work in one transaction as the only writer of the whole workspace; an error rolls all of it back. Only database
   * work belongs inside: everybody else's writing waits. Read through the transaction there, not through `read`.
   */
  write<T>(work: (transaction: Writing) => Promise<T>): Promise<T>
  /** Calls soon after anything was committed, here or by another process; without knowing what. @returns how to stop */
  watch(changed: () => void): () => void
  /** A whole copy of a SQLite workspace as it stands; PostgreSQL has none of its own. */
  copyTo?(path: string): Promise<void>
  close(): Promise<void>
}

/** A workspace whose tables are not made yet. */
export type Opened = Workspace

/** Where a workspace is: a PostgreSQL by its address, or else the file in the home. */
export type Place = { home: Home; database: string }

/**
 * Opens the workspace, makes it where there is none, and brings its tables up to this program.
 * @throws WorkspaceFault in words where it cannot be opened, locked or read
 */
export async function openWorkspace({ home, database }: Place): Promise<Workspace> {
  try {
    const opened = database ? await openPostgres(database) : await openSqlite(home.workspace)
    return await readied(opened, home)
  } catch (error) {
    throw faultOf(error)
  }
}

async function readied(opened: Opened, home: Home): Promise<Workspace> {
  try {
    await migrate(opened, home.backups)
    return speaking(opened)
  } catch (error) {
    await opened.close()
    throw error
  }
}

/** Errors of the engine become faults in words, and writing inside of writing is told at once instead of waiting for itself. */
function speaking(opened: Opened): Workspace {
  const writing = new AsyncLocalStorage<true>()
  return {
    ...opened,
    async write(work) {
      if (writing.getStore()) throw new Error('write inside of write: hand on the transaction')
      try {
        return await opened.write((transaction) => writing.run(true, () => work(transaction)))
      } catch (error) {
        throw faultOf(error)
      }
    },
  }
}
