import { z } from 'zod'
import { ExtractMapping } from './extract-mapping.ts'
import { WorkbookMapping } from './workbook-mapping.ts'

/** What can be handed in, and what the file then is. */
export const uploadSources = ['asi', 'ubu', 'indicators', 'oj'] as const
export type UploadSource = (typeof uploadSources)[number]

/** Whether a source is an instrument's rows of clients, rather than figures that are open. */
export const isExtract = (source: UploadSource): source is 'asi' | 'ubu' => source === 'asi' || source === 'ubu'

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

/** How a file's own headings are read: an extract's columns, or the sheets of a workbook. */
export const UploadMapping = z.union([ExtractMapping, WorkbookMapping])
export type UploadMapping = z.infer<typeof UploadMapping>

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

const Shown = z.union([z.number(), z.string()]).nullable()

/** What approving would change of the figures of indicators, which are open. */
const FiguresPreview = z.object({
  indicators: z.number(),
  values: z.number(),
  years: z.array(z.number()),
  /** Of each indicator or question: its years, and how many values are new, other than before, taken away, as they were. */
  changes: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        years: z.array(z.number()),
        added: z.number(),
        revised: z.number(),
        removed: z.number(),
        unchanged: z.number(),
      }),
    )
    .default([]),
  /** The first of the values that will be others than before; a word where one is missing. */
  revisions: z
    .array(
      z.object({
        indicator: z.string(),
        sex: z.string(),
        period: z.number(),
        municipality: z.string(),
        before: Shown,
        after: Shown,
      }),
    )
    .default([]),
  /** Indicators that stay as they are, since a source that goes before this one has them. */
  leftOut: z.array(z.object({ indicator: z.string(), owner: z.string() })).default([]),
})
export type FiguresPreview = z.infer<typeof FiguresPreview>

/** What approving would change. Nothing in it is an exact count of persons. */
export const UploadPreview = z.object({
  /** The first real data: every invented figure goes. */
  emptiesSample: z.boolean(),
  years: z.array(YearPreview),
  figures: FiguresPreview.nullable(),
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
