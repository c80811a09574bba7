import { z } from 'zod'
import { ExtractMapping } from '../extract-mapping.ts'
import { localizedSchema } from '../localized.ts'

const Column = z.object({
  id: z.string(),
  title: localizedSchema,
  required: z.boolean(),
  kind: z.string(),
  /** The codes it may hold, with their titles; empty where it holds something else. */
  codes: z.array(z.object({ id: z.string(), title: localizedSchema })),
})

export const MappingsAnswer = z.object({
  mappings: z.array(
    z.object({
      id: z.string(),
      /** The municipality that keeps it; null where another has shared it. */
      municipality: z.string().nullable(),
      system: z.string(),
      shared: z.boolean(),
      changedAt: z.string(),
      mapping: ExtractMapping,
    }),
  ),
  /** What a mapping can map to. */
  formats: z.array(z.object({ instrument: z.enum(['asi', 'ubu']), columns: z.array(Column) })),
})
export type MappingsAnswer = z.infer<typeof MappingsAnswer>

export const KeptMappingAnswer = z.object({ id: z.string() })
