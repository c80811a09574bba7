import type { Kysely } from 'kysely'

/** One step forward of the tables. `id` begins with its number, which gives the order. */
export type Migration = {
  id: string
  /** Makes or changes tables, alike on both engines: texts, whole numbers, ISO times as text, JSON as text. */
  up(database: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void>
}

export interface MigrationTables {
  migration: { id: string; applied_at: string }
}
