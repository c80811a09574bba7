import { BODIES, type Body, type Change, type Part, type PartKind } from '../../model/meetings/part.ts'
import type { MeetingTables } from '../meeting-tables.ts'
import type { Reading, Writing } from '../workspace.ts'

type Row = MeetingTables['meeting_part']
type ChangeRow = MeetingTables['meeting_change']

/** A part of a session, written over its version `base`; 0 where it is new. */
export type Save = { meeting: string; kind: PartKind; id: string; base: number; body: Body; by: string }
export type Removal = Omit<Save, 'body'>

/** `same`: the very save had come before, and its answer was lost on the way. `stale`: another was first; `part` is theirs. */
export type Saved = { state: 'saved' | 'same'; part: Part } | { state: 'stale'; part: Part | null; version: number }

const asPart = ({ made_at, saved_at, body, meeting, ...row }: Row): Part =>
  ({ ...row, madeAt: made_at, savedAt: saved_at, body: JSON.parse(body) }) as Part

const asChange = ({ body, meeting, ...row }: ChangeRow) =>
  ({ ...row, body: body === null ? null : JSON.parse(body) }) as Change & { author: string }

/** All parts of a session as they stand, each kind together. */
export async function partsIn(read: Reading, meeting: string): Promise<Part[]> {
  const rows = await read
    .selectFrom('meeting_part')
    .selectAll()
    .where('meeting', '=', meeting)
    .orderBy('kind')
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(asPart)
}

export async function partIn(read: Reading, meeting: string, id: string): Promise<Part | null> {
  const row = await read
    .selectFrom('meeting_part')
    .selectAll()
    .where('meeting', '=', meeting)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? asPart(row) : null
}

/** The session itself: its own part. */
export const meetingPart = async (read: Reading, meeting: string): Promise<Extract<Part, { kind: 'meeting' }> | null> =>
  (await partIn(read, meeting, meeting)) as Extract<Part, { kind: 'meeting' }> | null

/**
 * Saves a part and notes the change, never over what the writer has not seen.
 * A retry of a save that did arrive is told so and changes nothing.
 */
export async function save(transaction: Writing, { meeting, kind, id, base, body, by }: Save): Promise<Saved> {
  const before = await partIn(transaction, meeting, id)
  const version = before?.version ?? (await lastVersion(transaction, meeting, id))
  const text = JSON.stringify(BODIES[kind].parse(body))
  if (before && version === base + 1 && before.by === by && JSON.stringify(before.body) === text)
    return { state: 'same', part: before }
  if (version !== base || (before && before.kind !== kind)) return { state: 'stale', part: before, version }
  const at = new Date().toISOString()
  const row: Row = {
    meeting,
    kind,
    id,
    version: version + 1,
    author: before?.author ?? (await firstAuthor(transaction, meeting, id)) ?? by,
    by,
    made_at: before?.madeAt ?? at,
    saved_at: at,
    body: text,
  }
  await transaction
    .insertInto('meeting_part')
    .values(row)
    .onConflict((conflict) => conflict.columns(['meeting', 'id']).doUpdateSet(row))
    .execute()
  await note(transaction, row, text)
  return { state: 'saved', part: asPart(row) }
}

/** Takes a part away; its history stays, and so does the way back. */
export async function remove(transaction: Writing, { meeting, kind, id, base, by }: Removal): Promise<Saved> {
  const before = await partIn(transaction, meeting, id)
  const version = before?.version ?? (await lastVersion(transaction, meeting, id))
  if (!before && version === base + 1) return { state: 'stale', part: null, version }
  if (!before || before.kind !== kind || version !== base) return { state: 'stale', part: before, version }
  await transaction.deleteFrom('meeting_part').where('meeting', '=', meeting).where('id', '=', id).execute()
  const at = new Date().toISOString()
  await note(transaction, { meeting, kind, id, version: version + 1, author: before.author, by, saved_at: at }, null)
  return { state: 'saved', part: before }
}

type Noted = Pick<Row, 'meeting' | 'kind' | 'id' | 'version' | 'author' | 'by' | 'saved_at'>

async function note(transaction: Writing, { saved_at, ...row }: Noted, body: string | null): Promise<void> {
  const { meeting, kind, id, version, author, by } = row
  await transaction
    .insertInto('meeting_change')
    .values({ seq: await nextSeq(transaction), meeting, kind, id, version, author, by, at: saved_at, body })
    .execute()
}

/** The number of the next change. Only under the write lock, where nobody else can take it. */
export async function nextSeq(transaction: Writing): Promise<number> {
  const row = await transaction
    .selectFrom('meeting_change')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst()
  return Number(row?.seq ?? 0) + 1
}

/** A part that was taken away goes on counting where it was. */
async function lastVersion(read: Reading, meeting: string, id: string): Promise<number> {
  const row = await read
    .selectFrom('meeting_change')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('meeting', '=', meeting)
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(row?.version ?? 0)
}

/** Whoever wrote a part stays its author when it comes back. */
export async function firstAuthor(read: Reading, meeting: string, id: string): Promise<string | undefined> {
  const row = await read
    .selectFrom('meeting_change')
    .select('author')
    .where('meeting', '=', meeting)
    .where('id', '=', id)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row?.author
}

export type Happened = Change & { author: string }

/** What happened in a session after a place in its history, at most so much. */
export async function changesAfter(read: Reading, meeting: string, seq: number, most: number): Promise<Happened[]> {
  const rows = await read
    .selectFrom('meeting_change')
    .selectAll()
    .where('meeting', '=', meeting)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(most)
    .execute()
  return rows.map(asChange)
}

/** Everything that happened to one part, first to last. */
export async function historyOf(read: Reading, meeting: string, id: string): Promise<Happened[]> {
  const rows = await read
    .selectFrom('meeting_change')
    .selectAll()
    .where('meeting', '=', meeting)
    .where('id', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(asChange)
}

/** Where the history of a session ends: what a reader who has just read its parts goes on from. */
export async function cursorOf(read: Reading, meeting: string): Promise<number> {
  const row = await read
    .selectFrom('meeting_change')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('meeting', '=', meeting)
    .executeTakeFirst()
  return Number(row?.seq ?? 0)
}
