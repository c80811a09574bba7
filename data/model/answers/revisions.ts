import { z } from 'zod'
import { number, provenance, Sex, Status } from './figure.ts'

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
  ...provenance,
})
export type RevisionsAnswer = z.infer<typeof RevisionsAnswer>
