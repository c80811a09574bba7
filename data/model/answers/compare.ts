import { z } from 'zod'
import { About, Band, Best, Comparison, certainty, number, OtherYear, provenance, Sex, Status } from './figure.ts'

export const Reference = z.object({
  id: z.string(),
  name: z.string(),
  count: z.number().int().describe('Municipalities with a value'),
  missing: z.number().int().describe('Municipalities without one'),
  mean: number,
  median: number,
  q1: number,
  q3: number,
  min: number,
  max: number,
  country: number.describe('The published national figure'),
})
export type Reference = z.infer<typeof Reference>

export const CompareRow = z.object({
  municipality: z.string(),
  name: z.string(),
  value: number,
  status: Status,
  n: number.describe('The base: answers, cases or inhabitants'),
  lower: number,
  upper: number,
  difference: number.describe('Value less the median of the reference'),
  comparison: Comparison,
  ...certainty,
  rank: z.number().int().nullable().describe('1 is best in the direction of the indicator; highest where neutral'),
  of: z.number().int(),
  rankLower: z.number().int().nullable(),
  rankUpper: z.number().int().nullable(),
  band: Band,
  other: OtherYear,
  loadedAt: z.string().nullable(),
  revised: z
    .object({ value: number, status: Status, loadedAt: z.string() })
    .nullable()
    .describe('What stood here before the latest revision'),
})
export type CompareRow = z.infer<typeof CompareRow>

export const CompareAnswer = z.object({
  indicator: z.string(),
  period: z.number().int(),
  sex: Sex,
  about: About,
  comparedWith: z.enum(['median', 'country']).describe('What `comparison` is made against'),
  best: Best,
  reference: Reference,
  rows: z.array(CompareRow),
  ...provenance,
})
export type CompareAnswer = z.infer<typeof CompareAnswer>
