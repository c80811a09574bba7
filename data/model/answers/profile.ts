import { z } from 'zod'
import {
  About,
  Band,
  Best,
  Comparison,
  certainty,
  number,
  OtherYear,
  provenance,
  RecentTrend,
  Sex,
  Status,
} from './figure.ts'

export const ProfileRow = z.object({
  indicator: z.string(),
  about: About,
  period: z.number().int().nullable().describe('Null where the indicator has no value for any year'),
  value: number,
  status: Status,
  n: number,
  lower: number,
  upper: number,
  count: z.number().int(),
  min: number,
  q1: number,
  median: number,
  q3: number,
  max: number,
  country: number,
  rank: z.number().int().nullable(),
  of: z.number().int(),
  band: Band,
  best: Best,
  comparison: Comparison,
  ...certainty,
  other: OtherYear,
  recentTrend: RecentTrend,
})
export type ProfileRow = z.infer<typeof ProfileRow>

export const ProfileAnswer = z.object({
  municipality: z.string(),
  name: z.string(),
  sex: Sex,
  reference: z.object({ id: z.string(), name: z.string() }),
  rows: z.array(ProfileRow),
  ...provenance,
})
export type ProfileAnswer = z.infer<typeof ProfileAnswer>
