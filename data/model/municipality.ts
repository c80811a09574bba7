import { z } from 'zod'
import { localizedSchema } from './localized.ts'

export const municipalityCodeSchema = z.string().regex(/^\d{4}$/)

export const municipalitySchema = z.strictObject({
  code: municipalityCodeSchema,
  /** As in headings: "Solna kommun". */
  name: z.string().min(1),
  /** As in charts: "Solna". */
  shortName: z.string().min(1),
  countyCode: z.string().regex(/^\d{2}$/),
  countyName: z.string().min(1),
  skrCode: z.string().regex(/^[A-C]\d$/),
  skrName: z.string().min(1),
  /** Inhabitants at the end of 2022. */
  population: z.number().int().positive(),
  /** Approximate centre point, WGS 84 degrees. */
  lon: z.number().min(10).max(25),
  lat: z.number().min(55).max(70),
})
export type Municipality = z.infer<typeof municipalitySchema>

export const regionSchema = z.strictObject({ code: z.string().regex(/^00\d{2}$/), name: localizedSchema })
/** The country (`0000`) or a region (`00NN`): its values are kept, never ranked. */
export type Region = z.infer<typeof regionSchema>
