import { z } from 'zod'
import { localizedSchema } from './localized.ts'
import { municipalityCodeSchema } from './municipality.ts'

export const groupKinds = ['all', 'county', 'skr', 'fou', 'region', 'similar', 'own'] as const

export const groupSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]+$/),
  name: localizedSchema,
  kind: z.enum(groupKinds),
  /** Municipality codes in ascending order. */
  members: z.array(municipalityCodeSchema).min(1),
})
/** Municipalities that are compared with one another. */
export type Group = z.infer<typeof groupSchema>
