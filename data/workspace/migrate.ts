import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { backUp } from './backup.ts'
import type { Opened, Reading } from './engine.ts'
import { WorkspaceFault } from './fault.ts'
import { migrations } from './migrations.ts'

/** One step forward of the tables. `id` begins with its number, which gives the order. */
export type Migration = {
  id: string
  /** Makes or changes tables, alike on both engines: texts, whole numbers, ISO times as text, JSON as text. */
  up(database: Kysely<unknown>, engine: Opened['engine']): Promise<void>
}

export interface MigrationTables {
  migration: { id: string; applied_at: string }
}

/**
 * Brings the tables up to this program, one migration after the other, each in a transaction and each after a backup of what
 * was there before.
 * @param backups folder of the copies
 * @throws WorkspaceFault for a workspace of a newer program
 */
export async function migrate(opened: Opened, backups: string, steps = migrations): Promise<void> {
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
    if (!isNew) await backUpBefore(opened, backups, step)
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

async function backUpBefore(opened: Opened, backups: string, { id }: Migration): Promise<void> {
  mkdirSync(backups, { recursive: true, mode: 0o700 })
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const path = join(backups, `workspace-${time}-before-${id}.sqlite`)
  if (!existsSync(path)) await backUp(opened, path)
}

/** Another process may have been first: under the lock one looks again. */
function apply(opened: Opened, step: Migration): Promise<void> {
  return opened.write(async (transaction) => {
    if ((await appliedIn(transaction)).has(step.id)) return
    await step.up(transaction as unknown as Kysely<unknown>, opened.engine)
    await transaction.insertInto('migration').values({ id: step.id, applied_at: new Date().toISOString() }).execute()
  })
}
