import type { AuditTables } from './audit-tables.ts'
import type { MigrationTables } from './migrate.ts'

/** Every table of the workspace; each subject declares its own. */
export interface Tables extends MigrationTables, AuditTables {}

/** The tables that hold what is kept, each after those that it refers to: the order in which they can be filled. */
export const TABLES = ['audit'] as const satisfies readonly (keyof Tables)[]
