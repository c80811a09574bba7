import type { DeedName } from '../model/deeds.ts'
import { type Acknowledgement, isExtract, UploadReport, type UploadState, warningsOf } from '../model/upload.ts'
import { append } from './audit.ts'
import { moveUpload, noteAnchor, type Upload, UploadMoved } from './uploads.ts'
import type { Writing } from './workspace.ts'

/** Why an approval is not taken: a warning that nobody has acknowledged, or the same person twice. */
export class ApprovalRefused extends Error {
  override name = 'ApprovalRefused'
  readonly why: 'warnings' | 'same-person'
  readonly warnings: { rule: string; column: string | null }[]

  constructor(why: ApprovalRefused['why'], warnings: ApprovalRefused['warnings'] = []) {
    super(why)
    this.why = why
    this.warnings = warnings
  }
}

type Approval = { account: string; acknowledged: Acknowledgement[]; fourEyes: boolean }

/**
 * Approves a file that is ready; where four eyes are wanted the first approval waits for another account's.
 * @throws UploadMoved when there is nothing to approve
 * @throws ApprovalRefused when warnings are not acknowledged, or both pairs of eyes are the same
 */
export async function approveUpload(transaction: Writing, upload: Upload, approval: Approval): Promise<void> {
  if (upload.state === 'waiting' && upload.waits_for === 'second') return second(transaction, upload, approval.account)
  const { account, acknowledged, fourEyes } = approval
  const missing = upload.state === 'ready' ? unacknowledged(upload, acknowledged) : []
  if (missing.length > 0) throw new ApprovalRefused('warnings', missing)
  await moveUpload(transaction, upload.id, ['ready'], {
    state: 'waiting',
    acknowledged: JSON.stringify(acknowledged),
    approved_by: account,
    approved_at: new Date().toISOString(),
    ...(fourEyes ? { waits_for: 'second', work: null } : PUBLISHING),
  })
  await note(transaction, upload, account, 'upload.approved')
}

const PUBLISHING = { waits_for: 'release', work: 'publish' } as const

async function second(transaction: Writing, upload: Upload, account: string): Promise<void> {
  if (account === upload.approved_by) throw new ApprovalRefused('same-person')
  const seconded = { seconded_by: account, seconded_at: new Date().toISOString() }
  await moveUpload(transaction, upload.id, ['waiting'], { state: 'waiting', ...seconded, ...PUBLISHING })
  await note(transaction, upload, account, 'upload.seconded')
}

async function note(transaction: Writing, { id, sha256, source }: Upload, actor: string, action: DeedName) {
  const anchor = await append(transaction, { actor, action, object: id, body: { sha256, source } })
  await noteAnchor(transaction, id, anchor)
}

function unacknowledged({ report }: Upload, acknowledged: Acknowledgement[]) {
  const key = ({ rule, column }: { rule: string; column: string | null }): string => JSON.stringify([rule, column])
  const known = new Set(acknowledged.map(key))
  return warningsOf(UploadReport.parse(JSON.parse(report ?? 'null'))).filter((warning) => !known.has(key(warning)))
}

const CAN_BE_WITHDRAWN = [
  'receiving',
  'received',
  'checking',
  'ready',
  'waiting',
  'published',
] as const satisfies UploadState[]

/** Whether an upload can be taken back: values of indicators are replaced by new ones, not taken out again. */
export const canBeWithdrawn = ({ state, source, work, extract }: Upload): boolean =>
  (CAN_BE_WITHDRAWN as readonly UploadState[]).includes(state) &&
  (isExtract(source) || (state !== 'published' && !(state === 'waiting' && work === 'publish') && extract === null))

/**
 * Takes back what was handed in, at whatever point it is. What has reached the vault is taken out again.
 * @throws UploadMoved when it cannot be
 */
export async function withdrawUpload(transaction: Writing, upload: Upload, account: string): Promise<void> {
  if (!canBeWithdrawn(upload)) throw new UploadMoved(upload.id)
  const mayBeStored = upload.state === 'published' || (upload.state === 'waiting' && upload.waits_for !== 'second')
  await moveUpload(transaction, upload.id, [upload.state], {
    state: 'withdrawn',
    waits_for: null,
    reason: null,
    proposal: null,
    preview: null,
    work: mayBeStored ? 'take-out' : null,
  })
  await append(transaction, { actor: account, action: 'upload.withdrawn', object: upload.id })
}
