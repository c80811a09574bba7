import { z } from 'zod'

export const HealthAnswer = z.object({
  /** `degraded`: another release is served than the one that should be; the warning says why. */
  status: z.enum(['ok', 'degraded', 'no-release']),
  version: z.string(),
  release: z.object({ id: z.string(), builtAt: z.string(), sample: z.boolean() }).nullable(),
  warning: z.string().nullable(),
})
export type HealthAnswer = z.infer<typeof HealthAnswer>
