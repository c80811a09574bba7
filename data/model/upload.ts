import { z } from 'zod'
import { ExtractMapping } from './extract-mapping.ts'

/** What can be handed in, and what the file then is. */
export const uploadSources = ['asi', 'ubu', 'indicators', 'oj'] as const
export type UploadSource = (typeof uploadSources)[number]

/**
 * Where a file that was handed in stands. It goes forward only: `waiting` is approved and waits for a second pair of eyes,
 * for its turn or at the release gate; `refused` and `withdrawn` are ends.
 */
export const uploadStates = [
  'receiving',
  'received',
  'checking',
  'refused',
  'ready',
  'waiting',
  'published',
  'withdrawn',
] as const
export type UploadState = (typeof uploadStates)[number]

/** Something wrong, or to be noticed, in a file: where and by which rule; never what stands there. */
export const UploadFinding = z.object({
  row: z.number().nullable(),
  column: z.string().nullable(),
  /** The spreadsheet's letter of the column in the file that was sent. */
  letter: z.string().nullable(),
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
})
export type UploadFinding = z.infer<typeof UploadFinding>

export const UploadReport = z.object({
  ok: z.boolean(),
  findings: z.array(UploadFinding),
  /** Findings by rule, also those beyond the listed ones. */
  counts: z.record(z.string(), z.number()),
})
export type UploadReport = z.infer<typeof UploadReport>

/** A code of the file's own, and how many rows have it to the nearest five; null where they are fewer than five. */
const ExampleCode = z.object({ code: z.string(), rows: z.number().nullable() })

/** How a file with headings of its own could be read, and what stands in its columns. */
export const UploadProposal = z.object({
  mapping: ExtractMapping,
  columns: z.array(
    z.object({
      heading: z.string(),
      letter: z.string(),
      rule: z.string().nullable(),
      target: z.string().nullable(),
      because: z.enum(['earlier', 'name', 'values']).nullable(),
      examples: z.array(ExampleCode),
    }),
  ),
})
export type UploadProposal = z.infer<typeof UploadProposal>

/** Persons to the nearest five; null where they are fewer than ten. */
const Persons = z.number().nullable()

/** How persons fall over the codes of a column: percent in whole fives, null for codes with fewer than ten persons. */
const Split = z.object({ code: z.string(), before: Persons, after: Persons })

/** Why a year waits at the release gate, or what it does there. */
const gateOutcomes = ['first', 'changes', 'same', 'fewer-than-ten', 'four-changes'] as const

const YearPreview = z.object({
  year: z.number(),
  before: Persons,
  after: Persons,
  gate: z.enum(gateOutcomes),
  splits: z.array(z.object({ column: z.string(), codes: z.array(Split) })),
  /** Groups that will be shown, may be, or will not, where that differs from before. */
  visibility: z.array(
    z.object({
      kind: z.string(),
      column: z.string().nullable(),
      code: z.string().nullable(),
      before: z.enum(['shown', 'maybe', 'hidden']),
      after: z.enum(['shown', 'maybe', 'hidden']),
    }),
  ),
})
export type YearPreview = z.infer<typeof YearPreview>

/** What approving would change. Nothing in it is an exact count. */
export const UploadPreview = z.object({
  /** The first real data: every invented figure goes. */
  emptiesSample: z.boolean(),
  years: z.array(YearPreview),
  /** Of indicator values: how much there is of what. */
  figures: z.object({ indicators: z.number(), values: z.number(), years: z.array(z.number()) }).nullable(),
})
export type UploadPreview = z.infer<typeof UploadPreview>

/** A warning that somebody has looked at, and why it may stand. */
export const Acknowledgement = z.strictObject({
  rule: z.string().max(60),
  column: z.string().max(60).nullable(),
  why: z
    .string()
    .trim()
    .min(2)
    .max(200)
    .refine((text) => !/\d(?:[\s._/+-]?\d){5,}|@/.test(text), 'digits'),
})
export type Acknowledgement = z.infer<typeof Acknowledgement>

/** The warnings that must be acknowledged one by one: each rule and column once. */
export function warningsOf({ findings }: Pick<UploadReport, 'findings'>): { rule: string; column: string | null }[] {
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const byKey = new Map(warnings.map(({ rule, column }) => [JSON.stringify([rule, column]), { rule, column }]))
  return [...byKey.values()]
}
