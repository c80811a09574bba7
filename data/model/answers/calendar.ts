import { z } from 'zod'
import { uploadSources } from '../upload.ts'

export const CalendarAnswer = z.object({
  expected: z.array(
    z.object({
      source: z.enum(uploadSources),
      year: z.number(),
      due: z.string(),
      handedIn: z.number(),
      of: z.number(),
      municipalities: z.array(z.object({ code: z.string(), name: z.string(), handedInAt: z.string().nullable() })),
    }),
  ),
  /** Groups that one may expect something of; empty for who hands in. */
  groups: z.array(z.object({ id: z.string(), name: z.string(), members: z.array(z.string()) })),
})
export type CalendarAnswer = z.infer<typeof CalendarAnswer>
