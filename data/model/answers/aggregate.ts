import { z } from 'zod'
import { number, provenance } from './figure.ts'
import { CatalogueMeasure } from './instruments.ts'

export const Bound = z
  .enum(['under', 'over', 'between'])
  .describe(
    'The share is known within bounds only: it lies under or over the value, or between `lower` and `upper`, of which the value is the middle',
  )
export type Bound = z.infer<typeof Bound>

/** How much of a group or a run of years the figure contains. */
export const Coverage = z.object({
  shown: z.number().int(),
  of: z.number().int(),
  unit: z.enum(['municipalities', 'years']),
  text: z.string().describe('The same in words: 5 av 8 kommuner'),
})
export type Coverage = z.infer<typeof Coverage>

const Step = z.object({
  from: z.number(),
  to: z.number(),
  steps: z.array(z.string()).describe('Ids of the steps of the measure; where there are several they are merged here'),
  share: z.number().int().describe('Whole percent; those of a distribution make 100'),
})

const FollowUp = z.object({ value: z.number(), bound: Bound.optional(), lower: number, upper: number })

export const AggregateCell = z.object({
  place: z.string().describe('Municipality code, group id, or `own` for a group made up on the spot'),
  name: z.string(),
  period: z.union([z.number().int(), z.string()]).describe('A year, or a run of years such as 2021-2023'),
  categories: z.record(z.string(), z.string()).describe('Category by dimension'),
  measure: z.string(),
  shown: z.boolean(),
  value: number.describe(
    'Share in percent, mean or protected count; the median of a distribution, null where it would speak against those of the sexes',
  ),
  bound: Bound.optional(),
  count: z.number().int().nullable().describe('Persons (over several years: personår), protected, to the nearest five'),
  coverage: Coverage.optional(),
  lower: number.describe('95 % interval from shown numbers; of a share that is known between two bounds, those'),
  upper: number,
  status: z.literal('protected').nullable(),
  followUp: FollowUp.nullable().optional().describe('Beside a change: the share followed up, percent'),
  distribution: z.array(Step).nullable().optional().describe('Of a distribution: neighbouring steps may be merged'),
  nonResponse: number.describe("Percent without an answer, to the nearest five; of a municipality's whole year only"),
})
export type AggregateCell = z.infer<typeof AggregateCell>

export const AggregateAnswer = z.object({
  instrument: z.string(),
  measures: z.array(CatalogueMeasure).describe('Those that were asked for, in order'),
  cells: z.array(AggregateCell),
  protection: z.string().describe('How the figures are protected, for their reader'),
  ...provenance,
})
export type AggregateAnswer = z.infer<typeof AggregateAnswer>
