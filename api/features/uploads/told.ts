import type { UploadAnswer, UploadsAnswer } from '../../../data/model/answers/uploads.ts'
import { UploadPreview, UploadProposal, UploadReport, warningsOf } from '../../../data/model/upload.ts'
import { UnderstoodUpload } from '../../../data/model/workbook-understanding.ts'
import { canBeWithdrawn } from '../../../data/workspace/upload-decisions.ts'
import { namesOf } from '../../../data/workspace/upload-lists.ts'
import { placeInQueue, type Upload } from '../../../data/workspace/uploads.ts'
import type { Reading } from '../../../data/workspace/workspace.ts'

type Summary = UploadsAnswer['uploads'][number]

/** Uploads as they are listed. */
export async function summariesOf(read: Reading, uploads: readonly Upload[]): Promise<Summary[]> {
  const names = await namesOf(read, uploads)
  return Promise.all(uploads.map(async (upload) => summary(upload, names, await placeInQueue(read, upload))))
}

function summary(upload: Upload, names: Map<string, string>, place: number | null): Summary {
  const { id, municipality, source, state, created_at, changed_at, account, waits_for, reason, years } = upload
  return {
    id,
    municipality,
    source,
    state,
    createdAt: created_at,
    changedAt: changed_at,
    account: names.get(account) ?? '',
    place,
    years: JSON.parse(years ?? '[]'),
    waitsFor: waits_for,
    reason,
  }
}

/** All that is told of one upload, to those whose it is. */
export async function toldOf(read: Reading, upload: Upload): Promise<UploadAnswer> {
  const names = await namesOf(read, [upload])
  const report = upload.report === null ? null : UploadReport.parse(JSON.parse(upload.report))
  const { anchor_seq: seq, anchor_hash: hash } = upload
  const nameOf = (account: string | null): string | null => (account === null ? null : (names.get(account) ?? ''))
  return {
    ...summary(upload, names, await placeInQueue(read, upload)),
    bytes: upload.bytes,
    sha256: upload.sha256,
    progress: upload.progress,
    failure: upload.failure as UploadAnswer['failure'],
    report,
    warnings: report ? warningsOf(report) : [],
    ...readOtherwise(upload),
    preview: upload.preview === null ? null : UploadPreview.parse(JSON.parse(upload.preview)),
    mapped: upload.mapping !== null,
    acknowledged: JSON.parse(upload.acknowledged ?? '[]'),
    rules: upload.rules,
    approvedBy: nameOf(upload.approved_by),
    approvedAt: upload.approved_at,
    secondedBy: nameOf(upload.seconded_by),
    secondedAt: upload.seconded_at,
    release: upload.release,
    anchor: seq !== null && hash !== null ? { seq, hash } : null,
    canBeWithdrawn: canBeWithdrawn(upload),
  }
}

/** How a file could be read otherwise: its columns proposed, or a workbook as it was understood. */
function readOtherwise({ source, proposal }: Upload): Pick<UploadAnswer, 'proposal' | 'understanding'> {
  if (proposal === null) return { proposal: null, understanding: null }
  const kept = JSON.parse(proposal)
  return source === 'oj'
    ? { proposal: null, understanding: UnderstoodUpload.parse(kept) }
    : { proposal: UploadProposal.parse(kept), understanding: null }
}
