import { z } from 'zod'
import { directions, kinds } from '../indicator.ts'

/** Why a value is not there; null where there is one. */
export const Status = z.enum(['missing', 'secrecy', 'not-applicable', 'protected']).nullable()
export type Status = z.infer<typeof Status>

export const Sex = z.enum(['T', 'K', 'M'])
export type Sex = z.infer<typeof Sex>

/** Öppna jämförelser's rule over all municipalities with a value: best quarter, middle half, worst quarter. */
export const Band = z.enum(['best', 'middle', 'worst']).nullable()
export type Band = z.infer<typeof Band>

/** Against a reference figure; higher and lower where the indicator has no direction. */
export const Comparison = z.enum(['better', 'similar', 'worse', 'higher', 'lower']).nullable()
export type Comparison = z.infer<typeof Comparison>

/** Movement of the last five consecutive yearly points; null where too little is known. */
export const RecentTrend = z
  .object({
    change: z.enum(['increasing', 'decreasing', 'none']),
    assessment: z.enum(['better', 'worse']).nullable(),
    chiSquare: z.number(),
  })
  .nullable()
export type RecentTrend = z.infer<typeof RecentTrend>

/** What the figures rest on; stands at the top level of every answer that shows figures. */
export const provenance = {
  source: z.string().describe('Who published the raw values; invented data say so'),
  processing: z.string().describe('Who made the calculations'),
  release: z.string().describe('Id of the release that was read'),
  sample: z.boolean().describe('True where the figures are invented'),
}

/** What a reader must know to write an indicator's figure down. */
export const About = z.object({
  indicator: z.string(),
  title: z.string(),
  short: z.string(),
  unit: z.string(),
  kind: z.enum(kinds),
  direction: z.enum(directions),
  decimals: z.number().int(),
  children: z.boolean().describe('Women and men are girls and boys'),
  grades: z
    .array(z.object({ value: z.number().int(), name: z.string() }))
    .nullable()
    .describe('What the grades of a scale are called'),
  ended: z.number().int().nullable().describe('The last year it was collected; null while it lives'),
  area: z.string(),
  sub: z.string().nullable(),
})
export type About = z.infer<typeof About>

/** What the uncertainty of a figure rests on: an interval from a known base, noise measured from year to year, or nothing. */
export const Uncertainty = z.enum(['stated', 'measured', 'unknown'])
export type Uncertainty = z.infer<typeof Uncertainty>

/** The same two in every answer that shows a municipality's figure. */
export const certainty = {
  uncertainty: Uncertainty.describe(
    'What the uncertainty rests on: a stated interval, measured noise, or nothing known',
  ),
  margin: z
    .number()
    .nullable()
    .describe('Measured: half the width of the 95 % band for a difference from a fixed value, in the unit; else null'),
}

export const number = z.number().nullable()

/** How many municipalities of the country have the best value of all; null where no way is better. */
export const Best = z
  .object({ count: z.number().int(), of: z.number().int() })
  .nullable()
  .describe(
    'How many of the country’s municipalities with a value have the best one: of more than a quarter, quarters say nothing',
  )
export type Best = z.infer<typeof Best>

/** Where a municipality has no value in the year shown: its newest other one. */
export const OtherYear = z
  .object({ period: z.number().int(), value: z.number() })
  .nullable()
  .describe('The newest other year with a value, where this year has none')
