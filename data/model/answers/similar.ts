import { z } from 'zod'
import { About, number, provenance } from './figure.ts'

export const SimilarAnswer = z.object({
  municipality: z.string(),
  name: z.string(),
  indicators: z.array(
    z.object({
      indicator: z.string(),
      about: About,
      period: z.number().int().nullable(),
      weight: z.number(),
      mean: number,
      sd: number,
    }),
  ),
  neighbours: z.array(
    z.object({
      municipality: z.string(),
      name: z.string(),
      distance: z.number().describe('In standard deviations: root of the weighted mean square of the parts'),
      parts: z.array(
        z.object({
          indicator: z.string(),
          own: number,
          theirs: number,
          part: number.describe('Share of the squared distance, 0–1; null where a value is missing'),
        }),
      ),
    }),
  ),
  ...provenance,
})
export type SimilarAnswer = z.infer<typeof SimilarAnswer>
