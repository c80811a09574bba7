import { z } from 'zod'
import { ExtractMapping } from '../../data/model/extract-mapping.ts'
import { UploadMapping, UploadPreview, UploadProposal, UploadReport, uploadSources } from '../../data/model/upload.ts'
import { WorkbookMapping } from '../../data/model/workbook-mapping.ts'
import { UnderstoodUpload } from '../../data/model/workbook-understanding.ts'

/** What the checking process is told to look at, as one JSON object on its standard input. */
export const CheckJob = z.object({
  path: z.string(),
  source: z.enum(uploadSources),
  municipality: z.string(),
  mapping: ExtractMapping.nullable(),
  /** The same of a workbook. */
  workbook: WorkbookMapping.nullable(),
  /** Mappings that were chosen before, the likeliest first. */
  earlier: z.array(ExtractMapping),
  language: z.enum(['sv', 'en']),
})
export type CheckJob = z.infer<typeof CheckJob>

/** What the checking process says, one JSON object a line. Nothing else it writes is believed. */
export const CheckLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), rows: z.number() }),
  z.object({ kind: z.literal('report'), report: UploadReport }),
  z.object({ kind: z.literal('proposal'), proposal: UploadProposal }),
  z.object({ kind: z.literal('understanding'), understanding: UnderstoodUpload }),
  z.object({ kind: z.literal('preview'), preview: UploadPreview }),
  z.object({ kind: z.literal('done') }),
])
export type CheckLine = z.infer<typeof CheckLine>

/** A file that was approved, to be stored. */
const Approved = CheckJob.omit({ earlier: true, language: true }).extend({ id: z.string() })

/** What the publishing process is told to do: take out, store, and publish one release of it all. */
export const PublishJob = z.object({
  approved: z.array(Approved),
  /** Ids of extracts. */
  takeOut: z.array(z.string()),
  language: z.enum(['sv', 'en']),
})
export type PublishJob = z.infer<typeof PublishJob>

/** What the publishing process says, one JSON object a line. */
export const PublishLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refused'), id: z.string(), report: UploadReport }),
  z.object({
    kind: z.literal('stored'),
    id: z.string(),
    extract: z.string().nullable(),
    /** Years of clients' answers to surveys in it: they may wait at the gate too. */
    surveyYears: z.array(z.number()).default([]),
  }),
  z.object({
    kind: z.literal('released'),
    release: z.string(),
    /** Years that wait at the gate. */
    waiting: z.array(
      z.object({ instrument: z.string(), municipality: z.string(), year: z.number(), reason: z.string() }),
    ),
    /** Extracts that stand in the vault. */
    extracts: z.array(z.string()),
  }),
])
export type PublishLine = z.infer<typeof PublishLine>

/** The mapping that a file was handed in with, as the processes are told it. */
export function mappingsOf(text: string | null): Pick<CheckJob, 'mapping' | 'workbook'> {
  const mapping = text === null ? null : UploadMapping.parse(JSON.parse(text))
  if (mapping === null) return { mapping: null, workbook: null }
  return 'sheets' in mapping ? { mapping: null, workbook: mapping } : { mapping, workbook: null }
}
