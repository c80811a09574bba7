import type { Kysely, Transaction } from 'kysely'
import type { Home } from '../store/home.ts'
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

/** Where a workspace is: a PostgreSQL by its address, or else the file in the home. */
export type Place = { home: Home; database: string }
