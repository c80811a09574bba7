import { randomBytes } from 'node:crypto'
import type { DeedName } from '../model/deeds.ts'
import { type Anchor, type AuditRow, BEGINNING, digestOf, follows, hashOf } from './audit-chain.ts'
import type { Reading, Workspace, Writing } from './workspace.ts'

/** Something that was done. `body` holds particulars; never client data, a password or a link that lets somebody in. */
export type Deed = { actor: string; action: DeedName; object?: string; body?: object }

/**
 * Adds a line to the audit log inside the transaction that does what it speaks of: both happen or neither.
 * @returns the anchor that the line ends with
 */
export async function append(transaction: Writing, deed: Deed): Promise<Anchor> {
  const before = await lastAnchor(transaction)
  const [body, salt] = [JSON.stringify(deed.body ?? {}), randomBytes(16).toString('hex')]
  const row = {
    seq: before.seq + 1,
    time: new Date().toISOString(),
    actor: oneLine(deed.actor),
    action: oneLine(deed.action),
    object: oneLine(deed.object ?? ''),
    digest: digestOf(salt, body),
  }
  const hash = hashOf(before.hash, row)
  await transaction
    .insertInto('audit')
    .values({ ...row, body, salt, hash })
    .execute()
  return { seq: row.seq, hash }
}

/** Lines are joined before they are hashed: none may hold the sign that joins them. */
const oneLine = (text: string) => text.replaceAll(/[\r\n]+/g, ' ').slice(0, 200)

/** Where the audit log ends. */
export async function lastAnchor(read: Reading): Promise<Anchor> {
  const last = await read.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return last ?? BEGINNING
}

/** `altered`: `at` is the first line that is not what it was. `short`: the log ends before the anchor; `other`: it is not that log. */
export type Verdict = { state: 'whole' | 'altered' | 'short' | 'other'; at?: number; end: Anchor }

const BATCH = 2000

/** Reads the whole audit log and says whether it is as it was written, and, with an anchor, whether it still holds that line. */
export async function verifyAudit(read: Reading, anchor?: Anchor): Promise<Verdict> {
  let [end, isAnchored] = [BEGINNING, !anchor || anchor.seq === 0]
  for (;;) {
    const rows = await linesAfter(read, end.seq, BATCH)
    for (const row of rows) {
      if (!follows(end, row)) return { state: 'altered', at: end.seq + 1, end }
      end = { seq: row.seq, hash: row.hash }
      isAnchored ||= anchor?.seq === end.seq && anchor.hash === end.hash
    }
    if (rows.length < BATCH) break
  }
  if (isAnchored) return { state: 'whole', end }
  return anchor!.seq > end.seq ? { state: 'short', end } : { state: 'other', at: anchor!.seq, end }
}

function linesAfter(read: Reading, seq: number, limit: number): Promise<AuditRow[]> {
  return read.selectFrom('audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute()
}

/** Erases the particulars of what was done before a time; the chain holds. @returns of how many lines */
export async function eraseParticulars(workspace: Workspace, before: string): Promise<number> {
  const erased = await workspace.write((transaction) =>
    transaction
      .updateTable('audit')
      .set({ body: null, salt: null })
      .where('time', '<', before)
      .where('body', 'is not', null)
      .executeTakeFirst(),
  )
  return Number(erased.numUpdatedRows)
}
