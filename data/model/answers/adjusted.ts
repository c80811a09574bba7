import { z } from 'zod'
import { Comparison, number, provenance } from './figure.ts'
import { CatalogueMeasure } from './instruments.ts'

export const AdjustedRow = z.object({
  municipality: z.string(),
  name: z.string(),
  observed: number.describe('Persons with the property, from shown shares and counts of age by sex'),
  expected: number.describe("Persons with it, had each age and sex the reference's share"),
  ratio: number.describe('Observed over expected; 1 is as the reference with the same ages and sexes'),
  lower: number.describe('95 % interval of the ratio, noise included'),
  upper: number,
  value: number.describe("The reference's share times the ratio, percent"),
  covered: number.describe('Percent of the persons of the municipality whose age by sex is shown, to the nearest five'),
  comparison: Comparison,
  status: z.literal('protected').nullable(),
})
export type AdjustedRow = z.infer<typeof AdjustedRow>

export const AdjustedAnswer = z.object({
  instrument: z.string(),
  about: CatalogueMeasure,
  period: z.union([z.number().int(), z.string()]),
  reference: z.object({ id: z.string(), name: z.string(), value: number.describe('Its share, percent') }),
  rows: z.array(AdjustedRow),
  ...provenance,
})
export type AdjustedAnswer = z.infer<typeof AdjustedAnswer>
