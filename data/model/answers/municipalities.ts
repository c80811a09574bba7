import { z } from 'zod'

const Named = z.object({ code: z.string(), name: z.string() })

export const MunicipalitiesAnswer = z.object({
  municipalities: z.array(
    z.object({
      code: z.string(),
      name: z.string().describe('As in charts: Järfälla'),
      fullName: z.string().describe('As in headings: Järfälla kommun'),
      county: Named,
      skrGroup: Named,
      population: z.number(),
      lon: z.number(),
      lat: z.number(),
    }),
  ),
  release: z.string(),
  sample: z.boolean(),
})
export type MunicipalitiesAnswer = z.infer<typeof MunicipalitiesAnswer>
