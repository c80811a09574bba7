import { z } from 'zod'
import { About, number, provenance, Sex, Status } from './figure.ts'

const Shown = {
  value: number,
  status: Status,
  n: number.describe('The base: answers or people of the unit; null where its source publishes none'),
  lower: number.describe('The 95 % interval that follows from the base, as for municipalities'),
  upper: number,
}

export const UnitRow = z.object({
  id: z.string().describe('The unit, as Kolada numbers it'),
  name: z.string(),
  ...Shown,
  loadedAt: z.string(),
})
export type UnitRow = z.infer<typeof UnitRow>

export const UnitsAnswer = z.object({
  indicator: z.string(),
  municipality: z.string(),
  name: z.string(),
  period: z.number().int(),
  sex: Sex,
  about: About,
  own: z
    .object(Shown)
    .describe("The municipality's own published value that year; it is not made of those of its units"),
  size: z
    .object({ indicator: z.string(), title: z.string() })
    .nullable()
    .describe('What counts the size of a unit; null where the indicator has no base'),
  periods: z.array(z.number().int()).describe('Years for which a unit of the municipality has anything, ascending'),
  units: z.array(UnitRow).describe('In Swedish order of name: units are not ranked'),
  ...provenance,
})
export type UnitsAnswer = z.infer<typeof UnitsAnswer>
