import { z } from 'zod'
import { About, number, provenance, Sex, Status } from './figure.ts'

const Axis = z.object({ indicator: z.string(), period: z.number().int().nullable(), about: About })

export const RelationAnswer = z.object({
  x: Axis,
  y: Axis,
  sex: Sex,
  group: z.object({ id: z.string(), name: z.string() }),
  pairs: z
    .array(z.object({ municipality: z.string(), name: z.string(), x: z.number(), y: z.number() }))
    .describe('Municipalities with both values'),
  missing: z.array(
    z.object({ municipality: z.string(), name: z.string(), x: number, xStatus: Status, y: number, yStatus: Status }),
  ),
  n: z.number().int(),
  pearson: number,
  spearman: number,
  slope: number,
  intercept: number,
  line: z
    .array(z.object({ x: z.number(), y: z.number(), lower: z.number(), upper: z.number() }))
    .describe('The fitted line with its 95 % confidence band'),
  ...provenance,
})
export type RelationAnswer = z.infer<typeof RelationAnswer>
