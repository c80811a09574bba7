import { randomBytes } from 'node:crypto'
import type { Selectable, Updateable } from 'kysely'
import type { UploadMapping, UploadSource, UploadState } from '../model/upload.ts'
import { append } from './audit.ts'
import type { Anchor } from './audit-chain.ts'
import type { UploadTables } from './upload-tables.ts'
import type { Reading, Workspace, Writing } from './workspace.ts'

export type Upload = Selectable<UploadTables['upload']>

/** The upload is not in the state that the act begins from: somebody, or something, was first. */
export class UploadMoved extends Error {
  override name = 'UploadMoved'
}

/** States that a file can still come out of. */
export const UNDECIDED = ['receiving', 'received', 'checking', 'ready'] as const satisfies readonly UploadState[]

type NewUpload = {
  account: string
  municipality: string
  source: UploadSource
  language: 'sv' | 'en'
  mapping: UploadMapping | null
}

/** Makes an upload that is waiting for its file. Its id is chance: it tells nothing of how many there are. */
export async function addUpload(transaction: Writing, { mapping, ...given }: NewUpload): Promise<string> {
  const id = randomBytes(16).toString('base64url')
  const now = new Date().toISOString()
  await transaction
    .insertInto('upload')
    .values({ ...EMPTY, ...given, id, created_at: now, changed_at: now, mapping: mapping && JSON.stringify(mapping) })
    .execute()
  await append(transaction, { actor: given.account, action: 'upload.begun', object: id, body: aboutOf(given) })
  return id
}

const aboutOf = ({ municipality, source }: Pick<Upload, 'municipality' | 'source'>) => ({ municipality, source })

const EMPTY: Omit<Upload, 'id' | 'created_at' | 'changed_at' | keyof NewUpload> & { state: 'receiving' } = {
  state: 'receiving',
  queued: null,
  bytes: null,
  sha256: null,
  report: null,
  proposal: null,
  preview: null,
  years: null,
  rules: null,
  failure: null,
  progress: 0,
  acknowledged: null,
  approved_by: null,
  approved_at: null,
  seconded_by: null,
  seconded_at: null,
  waits_for: null,
  reason: null,
  work: null,
  extract: null,
  release: null,
  anchor_seq: null,
  anchor_hash: null,
}

/** The upload of that id, if there is one. */
export function uploadOf(read: Reading, id: string): Promise<Upload | undefined> {
  return read.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst()
}

/**
 * Moves an upload from one of the states to another, and changes it as said, all of it or nothing.
 * @throws UploadMoved when it is in none of these states
 */
export async function moveUpload(
  transaction: Writing,
  id: string,
  from: readonly UploadState[],
  change: Updateable<UploadTables['upload']> & { state: UploadState },
): Promise<void> {
  const moved = await transaction
    .updateTable('upload')
    .set({ ...change, changed_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  if (Number(moved.numUpdatedRows) !== 1) throw new UploadMoved(id)
}

/** The whole file has come: it takes its place in the queue. */
export async function queueUpload(
  transaction: Writing,
  upload: Upload,
  file: { bytes: number; sha256: string },
): Promise<void> {
  const last = await transaction
    .selectFrom('upload')
    .select((of) => of.fn.max('queued').as('queued'))
    .executeTakeFirst()
  await moveUpload(transaction, upload.id, ['receiving'], {
    state: 'received',
    ...file,
    queued: Number(last?.queued ?? 0) + 1,
  })
  await append(transaction, { actor: upload.account, action: 'upload.received', object: upload.id, body: file })
}

/** How many files are checked before this one; null where it is not in the queue. */
export async function placeInQueue(read: Reading, { state, queued }: Upload): Promise<number | null> {
  if (state !== 'received' || queued === null) return null
  const before = await read
    .selectFrom('upload')
    .select((of) => of.fn.countAll().as('n'))
    .where('state', 'in', ['received', 'checking'])
    .where('queued', '<', queued)
    .executeTakeFirst()
  return Number(before?.n ?? 0)
}

/** The first file in the queue goes to be checked. */
export function takeNextUpload(workspace: Workspace): Promise<Upload | null> {
  return workspace.write(async (transaction) => {
    const next = await transaction
      .selectFrom('upload')
      .selectAll()
      .where('state', '=', 'received')
      .orderBy('queued')
      .limit(1)
      .executeTakeFirst()
    if (!next) return null
    await moveUpload(transaction, next.id, ['received'], { state: 'checking', progress: 0 })
    return next
  })
}

/** What could not be checked now takes its place in the queue again. */
export async function returnToQueue(workspace: Workspace, id: string): Promise<void> {
  await workspace.write((transaction) =>
    transaction
      .updateTable('upload')
      .set({ state: 'received', progress: 0 })
      .where('id', '=', id)
      .where('state', '=', 'checking')
      .execute(),
  )
}

/** What was being checked by a process that is gone takes its place in the queue again. @returns how many there were */
export async function returnUnchecked(workspace: Workspace): Promise<number> {
  const returned = await workspace.write((transaction) =>
    transaction
      .updateTable('upload')
      .set({ state: 'received', progress: 0 })
      .where('state', '=', 'checking')
      .executeTakeFirst(),
  )
  return Number(returned.numUpdatedRows)
}

/** The check has come to an end: ready to be approved, or refused, and then nothing of the file is kept. */
export async function concludeCheck(
  transaction: Writing,
  upload: Upload,
  result: Pick<Upload, 'report' | 'proposal' | 'preview' | 'years' | 'rules' | 'failure'> & {
    ok: boolean
    counts: Record<string, number>
  },
): Promise<void> {
  const { ok, counts, ...told } = result
  await moveUpload(transaction, upload.id, ['checking'], { state: ok ? 'ready' : 'refused', ...told })
  const action = ok ? 'upload.checked' : 'upload.refused'
  await append(transaction, { actor: 'program', action, object: upload.id, body: { rules: Object.keys(counts) } })
}

/** Notes in an upload where the audit log stood when it was approved: with that, a receipt tells a changed log. */
export async function noteAnchor(transaction: Writing, id: string, { seq, hash }: Anchor): Promise<void> {
  await transaction.updateTable('upload').set({ anchor_seq: seq, anchor_hash: hash }).where('id', '=', id).execute()
}

/** Notes how many rows have been read. */
export async function noteProgress(workspace: Workspace, id: string, rows: number): Promise<void> {
  await workspace.write((transaction) =>
    transaction
      .updateTable('upload')
      .set({ progress: rows })
      .where('id', '=', id)
      .where('state', '=', 'checking')
      .execute(),
  )
}
