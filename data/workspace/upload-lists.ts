import { KEPT_MS } from './keeping.ts'
import { UNDECIDED, type Upload } from './uploads.ts'
import type { Reading, Writing } from './workspace.ts'

const MOST_LISTED = 500

/** The uploads of some municipalities, the latest first. */
export function listUploads(read: Reading, municipalities: readonly string[]): Promise<Upload[]> {
  return read
    .selectFrom('upload')
    .selectAll()
    .where('municipality', 'in', municipalities.length > 0 ? municipalities : [''])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(MOST_LISTED)
    .execute()
}

/** How many files of an account are on their way or wait to be decided. */
export async function undecidedOf(read: Reading, account: string): Promise<number> {
  const found = await read
    .selectFrom('upload')
    .select((of) => of.fn.countAll().as('n'))
    .where('account', '=', account)
    .where('state', 'in', UNDECIDED)
    .executeTakeFirst()
  return Number(found?.n ?? 0)
}

/** Names by account, for those that an upload speaks of. */
export async function namesOf(read: Reading, uploads: readonly Upload[]): Promise<Map<string, string>> {
  const ids = uploads.flatMap((upload) => [upload.account, upload.approved_by, upload.seconded_by])
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  const rows = await read.selectFrom('account').select(['id', 'name']).where('id', 'in', known).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const PATIENCE_MS = { receiving: KEPT_MS.unsentUpload, ready: KEPT_MS.undecidedUpload }

/**
 * What was begun and never sent, and what nobody has decided for a month, is taken back; how a refused file could have been
 * read otherwise is kept as long.
 */
export async function expireUploads(transaction: Writing, now = Date.now()): Promise<void> {
  await transaction
    .updateTable('upload')
    .set({ proposal: null })
    .where('state', '=', 'refused')
    .where('proposal', 'is not', null)
    .where('changed_at', '<', new Date(now - KEPT_MS.undecidedUpload).toISOString())
    .execute()
  for (const state of ['receiving', 'ready'] as const) {
    const before = new Date(now - PATIENCE_MS[state]).toISOString()
    await transaction
      .updateTable('upload')
      .set({ state: 'withdrawn', reason: 'expired', proposal: null, preview: null })
      .where('state', '=', state)
      .where('changed_at', '<', before)
      .execute()
  }
}
