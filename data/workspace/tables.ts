import type { AccountTables } from './account-tables.ts'
import type { AuditTables } from './audit-tables.ts'
import { type MeetingTables, meetingTables } from './meeting-tables.ts'
import type { MigrationTables } from './migration.ts'
import { type ShelfTables, shelfTables } from './shelf-tables.ts'
import type { SignInTables } from './sign-in-tables.ts'
import type { UploadTables } from './upload-tables.ts'

/** Every table of the workspace; each subject declares its own. */
export interface Tables
  extends MigrationTables,
    AuditTables,
    AccountTables,
    SignInTables,
    UploadTables,
    MeetingTables,
    ShelfTables {}

/** The tables that hold what is kept, each after those that it refers to: the order in which they can be filled. */
export const TABLES = [
  'audit',
  'account',
  'account_role',
  'identity',
  'one_time_link',
  'sign_in',
  'api_token',
  'passkey',
  'challenge',
  'attempt',
  'upload',
  'mapping',
  'expectation',
  ...meetingTables,
  ...shelfTables,
] as const satisfies readonly (keyof Tables)[]
