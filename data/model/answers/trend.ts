import { z } from 'zod'
import { About, certainty, number, provenance, RecentTrend, Sex, Status } from './figure.ts'

export const TrendAnswer = z.object({
  indicator: z.string(),
  sex: Sex,
  about: About,
  series: z.array(
    z.object({
      municipality: z.string(),
      name: z.string(),
      points: z.array(
        z.object({
          period: z.number().int(),
          value: number,
          status: Status,
          n: number,
          lower: number,
          upper: number,
        }),
      ),
      recentTrend: RecentTrend,
      ...certainty,
    }),
  ),
  referenceGroup: z.object({ id: z.string(), name: z.string() }),
  reference: z.array(
    z.object({
      period: z.number().int(),
      count: z.number().int(),
      mean: number,
      median: number,
      q1: number,
      q3: number,
      country: number,
    }),
  ),
  ...provenance,
})
export type TrendAnswer = z.infer<typeof TrendAnswer>
