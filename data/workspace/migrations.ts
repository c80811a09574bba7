import type { Migration } from './migration.ts'
import { audit } from './migrations/001-audit.ts'
import { accounts } from './migrations/002-accounts.ts'
import { signIns } from './migrations/003-sign-ins.ts'
import { uploads } from './migrations/010-uploads.ts'
import { reminders } from './migrations/011-reminders.ts'
import { meetings } from './migrations/020-meetings.ts'
import { shelf } from './migrations/021-shelf.ts'
import { placemats } from './migrations/022-placemats.ts'
import { oneDigest } from './migrations/023-one-digest.ts'

/** All migrations in order. Forward only: one that has been in use is never changed, a further one mends it. */
export const migrations: readonly Migration[] = [
  audit,
  accounts,
  signIns,
  uploads,
  reminders,
  meetings,
  shelf,
  placemats,
  oneDigest,
]
