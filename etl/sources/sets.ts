import type { DuckDBConnection } from '@duckdb/node-api'
import type { TakenSet } from '../../data/store/stage.ts'

/** Where the figures of a file can be checked and taken many at a time: a database with nothing of the file in it yet. */
export type Sets = {
  /** The database, opened where it is needed. */
  connect(): Promise<DuckDBConnection>
  /** Takes figures where they are in the database. */
  take(set: TakenSet): Promise<void>
}
