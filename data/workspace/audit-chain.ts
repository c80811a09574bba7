import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { AuditTables } from './audit-tables.ts'

export type AuditRow = Selectable<AuditTables['audit']>

/** The last row of a chain at some moment: whoever keeps it outside can tell later whether the chain was changed before it. */
export type Anchor = { seq: number; hash: string }

/** What comes before the first row. */
export const BEGINNING: Anchor = { seq: 0, hash: '0'.repeat(64) }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export const digestOf = (salt: string, body: string): string => sha256(salt + body)

/** The hash of a row from the one before it, over the very texts that are stored. */
export function hashOf(before: string, row: Omit<AuditRow, 'body' | 'salt' | 'hash'>): string {
  const { seq, time, actor, action, object, digest } = row
  return sha256([before, seq, time, actor, action, object, digest].join('\n'))
}

/** Whether a row is what must follow the anchor before it, and its particulars, where they are still there, what was digested. */
export function follows(before: Anchor, row: AuditRow): boolean {
  if (row.seq !== before.seq + 1 || row.hash !== hashOf(before.hash, row)) return false
  if (row.body === null || row.salt === null) return row.body === row.salt
  return row.digest === digestOf(row.salt, row.body)
}
