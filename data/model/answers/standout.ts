import { z } from 'zod'
import { About, Band, Comparison, certainty, number, OtherYear, provenance, RecentTrend, Status } from './figure.ts'

const isOfFew = z.boolean().describe('Whether a share of unknown base shows that fewer than 30 may stand behind it')

/** Whether a difference or a change is for the better; null where the indicator has no direction. */
const Side = z.enum(['better', 'worse']).nullable()

export const StandoutAnswer = z.object({
  municipality: z.string(),
  name: z.string(),
  reference: z.object({ id: z.string(), name: z.string() }),
  differs: z
    .array(
      z.object({
        indicator: z.string(),
        about: About,
        period: z.number().int(),
        value: z.number(),
        median: z.number(),
        difference: z.number(),
        distance: z.number().describe('Difference in interquartile ranges of the reference'),
        comparison: Comparison,
        band: Band,
        rank: z.number().int().nullable().describe('Null where the municipality is no member of the reference'),
        of: z.number().int(),
        side: Side,
        isOfFew,
        ...certainty,
        sentence: z.string(),
      }),
    )
    .describe(
      'Better or worse first, then those without a direction; in each the farthest from the reference first, those of few last',
    ),
  moved: z
    .array(
      z.object({
        indicator: z.string(),
        about: About,
        from: z.number().int(),
        to: z.number().int(),
        before: z.number(),
        value: z.number(),
        change: z.number(),
        distance: z.number().describe('Change in interquartile ranges of all municipalities'),
        side: Side,
        isOfFew,
        ...certainty,
        recentTrend: RecentTrend,
        path: z.array(z.object({ period: z.number().int(), value: number })).describe('Every year of the change'),
        sentence: z.string(),
      }),
    )
    .describe(
      'For the better or worse first, then those without a direction; in each the largest move first, those of few last',
    ),
  missing: z.array(
    z.object({
      indicator: z.string(),
      about: About,
      period: z.number().int(),
      status: Status,
      referenceCount: z.number().int(),
      referenceMedian: number,
      other: OtherYear,
      sentence: z.string(),
    }),
  ),
  ...provenance,
})
export type StandoutAnswer = z.infer<typeof StandoutAnswer>
