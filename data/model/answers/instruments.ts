import { z } from 'zod'

const titled = { id: z.string(), title: z.string() }

export const CatalogueMeasure = z.object({
  ...titled,
  kind: z.enum(['share', 'mean', 'count', 'distribution']),
  scale: z
    .object({ min: z.number(), max: z.number() })
    .nullable()
    .describe("In the measure's own unit; null for a count"),
  direction: z.enum(['higher', 'lower', 'neutral']),
  unit: z.string(),
  decimals: z.number().int().describe('Decimals that its values are given with'),
  interview: z.enum(['baseline', 'followup', 'change', 'yearly', 'closing']).describe('Which persons it speaks of'),
  steps: z
    .array(z.object({ ...titled, from: z.number(), to: z.number() }))
    .nullable()
    .describe('Of a distribution, in order'),
  assumes: z
    .object({ reliability: z.number(), sdBaseline: z.number(), threshold: z.number() })
    .nullable()
    .describe('What a reliable change was taken to be; to be shown wherever the figure is'),
  note: z.string().nullable().describe('A caution; to be shown wherever the figure is'),
})
export type CatalogueMeasure = z.infer<typeof CatalogueMeasure>

export const InstrumentsAnswer = z.object({
  instruments: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kinds: z.array(z.object(titled)),
      measures: z.array(CatalogueMeasure),
      dimensions: z.array(z.object({ ...titled, categories: z.array(z.object(titled)) })),
      crossings: z.array(z.tuple([z.string(), z.string()])),
    }),
  ),
})
export type InstrumentsAnswer = z.infer<typeof InstrumentsAnswer>
