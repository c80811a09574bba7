import { z } from 'zod'
import { About, number, provenance } from './figure.ts'

/** Who does clearly better on a figure, and why they are worth asking. */
export const BetterAnswer = z.object({
  indicator: z.string(),
  municipality: z.string(),
  name: z.string(),
  period: z.number().int(),
  value: number,
  about: About,
  reason: z
    .enum(['no-value', 'no-direction', 'uncertainty-unknown'])
    .nullable()
    .describe('Why nobody can be called clearly better'),
  rows: z.array(
    z.object({
      municipality: z.string(),
      name: z.string(),
      value: z.number(),
      lower: number.describe('95 % interval of their value less the own one'),
      upper: number,
      distance: number.describe('How unlike the municipality is, in standard deviations of what it is like'),
      why: z.enum(['like', 'same-start']).describe('Like the own one; or once as high, and clearly better since'),
      since: z.object({ period: z.number().int(), value: z.number(), own: z.number() }).nullable(),
    }),
  ),
  ...provenance,
})
export type BetterAnswer = z.infer<typeof BetterAnswer>
