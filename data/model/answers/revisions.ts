import { z } from 'zod'
import { number, provenance, Sex, Status } from './figure.ts'

const Place = z.object({ rank: z.number().int().nullable(), of: z.number().int() })

export const RevisionsAnswer = z.object({
  count: z.number().int().describe('Revised values that answer the question'),
  revisions: z
    .array(
      z.object({
        indicator: z.string(),
        title: z.string(),
        municipality: z.string(),
        name: z.string(),
        period: z.number().int(),
        sex: Sex,
        before: number,
        beforeStatus: Status,
        beforeLoadedAt: z.string(),
        now: number,
        nowStatus: Status,
        revisedAt: z.string(),
      }),
    )
    .describe('Latest revised first'),
  since: z
    .object({ release: z.string(), builtAt: z.string() })
    .nullable()
    .describe('The release before the one answered from, where only what was revised after it is asked for'),
  indicators: z.array(z.string()).describe('Every indicator that any of them are of, whichever are asked for'),
  places: z
    .array(
      z.object({
        indicator: z.string(),
        title: z.string(),
        period: z.number().int(),
        sex: Sex,
        before: Place,
        now: Place,
      }),
    )
    .describe('Where the revisions have moved the asked place among all municipalities'),
  ...provenance,
})
export type RevisionsAnswer = z.infer<typeof RevisionsAnswer>
