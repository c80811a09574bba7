import { CLIENT_SURVEYS } from '../model/survey.ts'
import type { UploadReport } from '../model/upload.ts'
import { append } from './audit.ts'
import { moveUpload, UNDECIDED, type Upload } from './uploads.ts'
import type { Reading, Workspace, Writing } from './workspace.ts'

/** What is approved and to be published, or withdrawn and to be taken out, in the order in which it was handed in. */
export function uploadsToDo(read: Reading): Promise<Upload[]> {
  return read.selectFrom('upload').selectAll().where('work', 'is not', null).orderBy('queued').execute()
}

/** Whether anything waits for a check, or for the store of figures. */
export async function isWorkLeft(read: Reading): Promise<boolean> {
  const left = await read
    .selectFrom('upload')
    .select('id')
    .where((where) => where.or([where('state', 'in', ['received', 'checking']), where('work', 'is not', null)]))
    .limit(1)
    .execute()
  return left.length > 0
}

/** Ids of the uploads whose files are still needed. */
export async function idsWithFiles(read: Reading): Promise<Set<string>> {
  const rows = await read
    .selectFrom('upload')
    .select('id')
    .where((where) =>
      where.or([where('state', 'in', UNDECIDED), where('state', '=', 'waiting').and('extract', 'is', null)]),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** In the place of an extract's id, of a file of figures. */
const FIGURES = 'figures'

/** What became of a file in the store of figures. */
export type Stored = { id: string; extract: string | null; release: string; waits: string | null }

/** Notes that a file's figures are published, or why they wait at the gate; where it was withdrawn meanwhile, that it must be taken out. */
export function notePublished(workspace: Workspace, { id, extract, release, waits }: Stored): Promise<void> {
  return workspace.write(async (transaction) => {
    const stored = { extract: extract ?? FIGURES, release, proposal: null, preview: null }
    const now = await transaction.selectFrom('upload').select('state').where('id', '=', id).executeTakeFirst()
    if (now?.state !== 'waiting') {
      await transaction
        .updateTable('upload')
        .set({ ...stored, work: 'take-out' })
        .where('id', '=', id)
        .execute()
      return
    }
    const state = waits ? 'waiting' : 'published'
    const standing = { waits_for: waits ? ('gate' as const) : null, reason: waits, work: null }
    await moveUpload(transaction, id, ['waiting'], { state, ...stored, ...standing })
    await append(transaction, {
      actor: 'program',
      action: `upload.${waits ? 'waits' : 'published'}`,
      object: id,
      body: { release },
    })
  })
}

/** A file that was approved does not hold any more, beside what has been stored since: refused after all. */
export function refuseApproved(workspace: Workspace, id: string, report: UploadReport): Promise<void> {
  return workspace.write(async (transaction) => {
    const refused = { report: JSON.stringify(report), waits_for: null, work: null, preview: null, proposal: null }
    await moveUpload(transaction, id, ['waiting'], { state: 'refused', ...refused })
    await append(transaction, { actor: 'program', action: 'upload.refused', object: id })
  })
}

/** Notes that nothing of a withdrawn file is stored any more. */
export function noteTakenOut(workspace: Workspace, id: string, release: string | null): Promise<void> {
  return workspace.write(async (transaction) => {
    await transaction.updateTable('upload').set({ work: null, release }).where('id', '=', id).execute()
    await append(transaction, { actor: 'program', action: 'upload.taken-out', object: id })
  })
}

/** A year that waits at the gate in a release. */
type WaitingYear = { instrument: string; municipality: string; reason: string }

/** Whether what waits is of a file's source and municipality; answers to surveys come among the local indicators. */
export const isOf = (
  { instrument, municipality }: Pick<WaitingYear, 'instrument' | 'municipality'>,
  file: Pick<Upload, 'source' | 'municipality'>,
): boolean =>
  municipality === file.municipality && file.source === (instrument === CLIENT_SURVEYS ? 'indicators' : instrument)

/** After a release: what no longer waits at the gate is published; what another extract has replaced is withdrawn. */
export function settleGate(
  workspace: Workspace,
  release: string,
  waiting: readonly WaitingYear[],
  extracts: ReadonlySet<string>,
): Promise<void> {
  return workspace.write(async (transaction) => {
    const held = await transaction.selectFrom('upload').selectAll().where('waits_for', '=', 'gate').execute()
    for (const upload of held) await settle(transaction, upload, release, waiting, extracts)
  })
}

async function settle(
  transaction: Writing,
  { id, extract, source, municipality }: Upload,
  release: string,
  waiting: readonly WaitingYear[],
  extracts: ReadonlySet<string>,
): Promise<void> {
  const waits = waiting.some((year) => isOf(year, { source, municipality }))
  const isReplaced = extract !== null && extract !== FIGURES && !extracts.has(extract)
  if (waits && !isReplaced) return
  const state = isReplaced ? 'withdrawn' : 'published'
  await moveUpload(transaction, id, ['waiting'], {
    state,
    waits_for: null,
    reason: isReplaced ? 'replaced' : null,
    release,
  })
  await append(transaction, {
    actor: 'program',
    action: `upload.${isReplaced ? 'replaced' : 'published'}`,
    object: id,
    body: { release },
  })
}
