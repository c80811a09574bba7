import { z } from 'zod'
import { About, Band, Best, Comparison, number, provenance, Sex, Status, Uncertainty } from './figure.ts'

/** The last five years where they are more than chance: for the better or worse, or only up or down. */
const Trend = z.enum(['better', 'worse', 'increasing', 'decreasing', 'none']).nullable()

export const MatrixAnswer = z.object({
  group: z.object({ id: z.string(), name: z.string() }),
  sex: Sex,
  columns: z.array(z.string()).describe('Municipality codes, in Swedish order of name'),
  names: z.array(z.string()).describe('In the order of the columns'),
  rows: z.array(
    z.object({
      indicator: z.string(),
      about: About,
      period: z.number().int().nullable(),
      median: number,
      best: Best,
      cells: z
        .array(
          z.object({
            municipality: z.string(),
            value: number,
            status: Status,
            band: Band,
            comparison: Comparison.describe('To the country’s median, or its figure for shares whose base is known'),
            uncertainty: Uncertainty,
            trend: Trend,
          }),
        )
        .describe('In the order of the columns'),
    }),
  ),
  ...provenance,
})
export type MatrixAnswer = z.infer<typeof MatrixAnswer>
