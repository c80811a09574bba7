import type { Kysely } from 'kysely'
import { WorkspaceFault } from './fault.ts'
import type { Migration } from './migration.ts'
import { migrations } from './migrations.ts'
import type { Reading, Workspace } from './workspace.ts'

/**
 * Brings the tables up to this program, one migration after the other, each in a transaction and each after a backup of what
 * was there before.
 * @param before makes a backup, where there is anything to lose
 * @throws WorkspaceFault for a workspace of a newer program
 */
export async function migrate(
  opened: Workspace,
  before: (step: Migration) => Promise<void>,
  steps = migrations,
): Promise<void> {
  await opened.write((transaction) =>
    transaction.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('applied_at', 'text', (column) => column.notNull())
      .execute(),
  )
  const applied = await appliedIn(opened.read)
  refuseNewer(applied, steps)
  const isNew = applied.size === 0
  for (const step of steps.filter(({ id }) => !applied.has(id))) {
    if (!isNew) await before(step)
    await apply(opened, step)
  }
}

/** Ids of the migrations that a workspace has been through. */
export async function appliedIn(read: Reading): Promise<Set<string>> {
  const rows = await read.selectFrom('migration').select('id').execute()
  return new Set(rows.map(({ id }) => id))
}

function refuseNewer(applied: ReadonlySet<string>, steps: readonly Migration[]): void {
  const known = new Set(steps.map(({ id }) => id))
  const newer = [...applied].find((id) => !known.has(id))
  if (newer === undefined) return
  throw new WorkspaceFault(
    `Arbetsytan är gjord av en nyare version av programmet (${newer}). Kör den versionen, eller återställ en äldre kopia.`,
    `The workspace was made by a newer version of the program (${newer}). Run that version, or restore an older copy.`,
  )
}

/** Another process may have been first: under the lock one looks again. */
function apply(opened: Workspace, step: Migration): Promise<void> {
  return opened.write(async (transaction) => {
    if ((await appliedIn(transaction)).has(step.id)) return
    await step.up(transaction as unknown as Kysely<unknown>, opened.engine)
    await transaction.insertInto('migration').values({ id: step.id, applied_at: new Date().toISOString() }).execute()
  })
}
