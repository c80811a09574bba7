import { z } from 'zod'

export const ReleasesAnswer = z.object({
  releases: z.array(
    z.object({
      id: z.string(),
      builtAt: z.string(),
      current: z.boolean(),
      sample: z.boolean(),
      sources: z.array(
        z.object({
          source: z.string(),
          rows: z.number().nullable(),
          loadedAt: z.string(),
          file: z.string().nullable(),
        }),
      ),
    }),
  ),
})
export type ReleasesAnswer = z.infer<typeof ReleasesAnswer>
