import { z } from 'zod'
import { About, number, provenance, Sex, Status } from './figure.ts'

const limits = { lower95: z.number(), upper95: z.number(), lower998: z.number(), upper998: z.number() }
const Outside = z.enum(['above95', 'above998', 'below95', 'below998']).nullable()

export const FunnelAnswer = z.object({
  indicator: z.string(),
  period: z.number().int(),
  sex: Sex,
  about: About,
  kind: z.enum(['proportion', 'rate']),
  reference: z.object({ id: z.string(), name: z.string() }),
  pooled: number.describe('All events over all bases, in the unit of the indicator'),
  overdispersion: z
    .object({ phi: z.number(), tauSquared: z.number().describe('In the squared unit of the indicator') })
    .nullable(),
  points: z.array(
    z.object({
      municipality: z.string(),
      name: z.string(),
      value: number,
      status: Status,
      n: number,
      outside: Outside.describe('Against the limits of chance alone'),
      outsideAdjusted: Outside.describe('Against the limits adjusted for overdispersion'),
    }),
  ),
  limits: z
    .array(z.object({ n: z.number(), ...limits, adjusted: z.object(limits) }))
    .describe('The curves, by rising n, in the unit of the indicator'),
  ...provenance,
})
export type FunnelAnswer = z.infer<typeof FunnelAnswer>
