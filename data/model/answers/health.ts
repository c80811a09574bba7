import { z } from 'zod'

const bytes = z.number().int()

export const HealthAnswer = z.object({
  /** `degraded`: another release is served than the one that should be; the warning says why. */
  status: z.enum(['ok', 'degraded', 'no-release']),
  version: z.string(),
  release: z.object({ id: z.string(), builtAt: z.string(), sample: z.boolean() }).nullable(),
  warning: z.string().nullable(),
  memory: z
    .object({
      process: bytes.describe('All that the service takes'),
      answers: bytes.describe('Finished answers that are kept for those who ask the same'),
      answersLimit: bytes.describe('How many of them are kept at most'),
      values: bytes.describe(
        'Values of indicators that were asked for, and where all stand in those that pages are about',
      ),
    })
    .describe('In bytes; does not grow with the release'),
})
export type HealthAnswer = z.infer<typeof HealthAnswer>
