import { z } from 'zod'

export const HealthAnswer = z.object({
  status: z.enum(['ok', 'no-release']),
  version: z.string(),
  release: z.object({ id: z.string(), builtAt: z.string(), sample: z.boolean() }).nullable(),
})
export type HealthAnswer = z.infer<typeof HealthAnswer>
