import { z } from 'zod'
import { partId } from '../../model/meetings/fields.ts'
import { BODIES, Change, Part } from '../../model/meetings/part.ts'
import { meetingTables } from '../meeting-tables.ts'
import type { Reading, Writing } from '../workspace.ts'
import { changesAfter, nextSeq, partsIn } from './parts.ts'
import { invite } from './people.ts'

/** A session as one file: what it is made of and everything that happened to it. No account, code or token is in it. */
export const WholeMeeting = z.object({
  format: z.literal('jamsides-analysis-session'),
  version: z.literal(1),
  id: partId,
  exportedAt: z.iso.datetime(),
  parts: z.array(Part).max(20_000),
  changes: z.array(Change.extend({ author: partId })).max(200_000),
})
export type WholeMeeting = z.infer<typeof WholeMeeting>

export async function exportMeeting(read: Reading, id: string): Promise<WholeMeeting> {
  return {
    format: 'jamsides-analysis-session',
    version: 1,
    id,
    exportedAt: new Date().toISOString(),
    parts: await partsIn(read, id),
    changes: (await changesAfter(read, id, 0, 200_000)) as WholeMeeting['changes'],
  }
}

/** What is wrong with a file that holds no whole session: each part must be its history's last word. */
export function faultIn({ id, parts, changes }: WholeMeeting): 'no-meeting' | 'twice' | 'history' | 'body' | null {
  const own = parts.filter((part) => part.kind === 'meeting')
  if (own.length !== 1 || own[0]!.id !== id) return 'no-meeting'
  if (new Set(parts.map((part) => part.id)).size !== parts.length) return 'twice'
  const last = new Map(changes.map((change) => [change.id, change]))
  const isKept = (part: Part) => last.get(part.id)?.version === part.version && last.get(part.id)?.body !== null
  if (!parts.every(isKept)) return 'history'
  return changes.every(({ kind, body }) => body === null || BODIES[kind].safeParse(body).success) ? null : 'body'
}

/** Puts an exported session in place, with its history. The id must be free. */
export async function importMeeting(transaction: Writing, { id, parts, changes }: WholeMeeting): Promise<void> {
  for (const { kind, madeAt, savedAt, body, ...part } of parts)
    await transaction
      .insertInto('meeting_part')
      .values({ meeting: id, kind, ...part, made_at: madeAt, saved_at: savedAt, body: JSON.stringify(body) })
      .execute()
  const first = await nextSeq(transaction)
  for (const [at, { seq, body, ...change }] of changes.entries())
    await transaction
      .insertInto('meeting_change')
      .values({ seq: first + at, meeting: id, ...change, body: body === null ? null : JSON.stringify(body) })
      .execute()
  const meeting = parts.find((part) => part.kind === 'meeting')!
  await invite(transaction, id, meeting.body.municipalities)
}

/** Takes a session away with everything that was said in it. What was there is counted for the receipt. */
export async function deleteMeeting(transaction: Writing, id: string): Promise<Record<string, number>> {
  const counted = await transaction
    .selectFrom('meeting_part')
    .select(({ fn }) => ['kind', fn.countAll().as('count')])
    .where('meeting', '=', id)
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  for (const table of [...meetingTables].reverse())
    await transaction.deleteFrom(table).where('meeting', '=', id).execute()
  return Object.fromEntries(counted.map(({ kind, count }) => [kind, Number(count)]))
}

/** Releases that sessions read their figures from: these are not taken away. */
export async function citedReleases(read: Reading): Promise<Set<string>> {
  const rows = await read.selectFrom('meeting_part').select('body').where('kind', '=', 'meeting').execute()
  return new Set(rows.map(({ body }) => (JSON.parse(body) as { release: string }).release))
}
