import type { Migration } from './migrate.ts'
import { audit } from './migrations/001-audit.ts'

/** All migrations in order. Forward only: one that has been in use is never changed, a further one mends it. */
export const migrations: readonly Migration[] = [audit]
