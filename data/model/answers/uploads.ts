import { z } from 'zod'
import { UploadPreview, UploadProposal, UploadReport, uploadSources, uploadStates } from '../upload.ts'
import { UnderstoodUpload } from '../workbook-understanding.ts'

const Warning = z.object({ rule: z.string(), column: z.string().nullable() })

const Summary = z.object({
  id: z.string(),
  /** The country's code for a workbook, which is all municipalities'. */
  municipality: z.string(),
  source: z.enum(uploadSources),
  state: z.enum(uploadStates),
  createdAt: z.string(),
  changedAt: z.string(),
  /** Who handed in. */
  account: z.string(),
  /** How many files are checked before this one; null where it is not in the queue. */
  place: z.number().nullable(),
  /** The years that it has figures of. */
  years: z.array(z.number()),
  waitsFor: z.enum(['second', 'release', 'gate']).nullable(),
  /** Why it waits at the gate, or was taken back without anybody saying so. */
  reason: z.string().nullable(),
})

export const UploadsAnswer = z.object({
  uploads: z.array(Summary),
  /** Municipalities that one may hand in for. */
  municipalities: z.array(z.object({ code: z.string(), name: z.string() })),
  /** What one may hand in. */
  sources: z.array(z.enum(uploadSources)),
  fourEyes: z.boolean(),
  largestBytes: z.number(),
})
export type UploadsAnswer = z.infer<typeof UploadsAnswer>

export const UploadAnswer = Summary.extend({
  bytes: z.number().nullable(),
  sha256: z.string().nullable(),
  /** Rows read so far, while it is being checked. */
  progress: z.number(),
  /** Why the check came to no end. */
  failure: z.enum(['memory', 'time', 'failed']).nullable(),
  report: UploadReport.nullable(),
  /** To be acknowledged one by one before it is approved. */
  warnings: z.array(Warning),
  proposal: UploadProposal.nullable(),
  /** How a workbook was understood, to be corrected and given back as its mapping. */
  understanding: UnderstoodUpload.nullable(),
  preview: UploadPreview.nullable(),
  /** Whether it was read by a mapping. */
  mapped: z.boolean(),
  acknowledged: z.array(Warning.extend({ why: z.string() })),
  rules: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  secondedBy: z.string().nullable(),
  secondedAt: z.string().nullable(),
  release: z.string().nullable(),
  /** Where the audit log stood when it was approved. */
  anchor: z.object({ seq: z.number(), hash: z.string() }).nullable(),
  canBeWithdrawn: z.boolean(),
})
export type UploadAnswer = z.infer<typeof UploadAnswer>
