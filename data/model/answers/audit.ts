import { z } from 'zod'

export const AuditAnswer = z.object({
  lines: z.array(
    z.object({
      seq: z.number().int(),
      time: z.string(),
      actor: z.string(),
      /** The account's name now; null for what is no account or is gone. */
      name: z.string().nullable(),
      action: z.string(),
      object: z.string(),
      /** The name now of the account that it was done to; null where that is none, or gone. */
      about: z.string().nullable(),
      /** Particulars; null where they were erased. */
      body: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
  /** To ask for the next lines, which are older; null at the end. */
  before: z.number().int().nullable(),
  actions: z.array(z.string()),
  end: z.object({ seq: z.number().int(), hash: z.string() }),
})
export type AuditAnswer = z.infer<typeof AuditAnswer>
