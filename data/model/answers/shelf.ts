import { z } from 'zod'
import { Source } from '../shelf/source.ts'

/** A source as the shelf lists it. */
export const KeptSource = Source.extend({
  id: z.string(),
  version: z.number().int(),
  letters: z.number().int().describe('Length of the kept text'),
  bytes: z.number().int().nullable().describe('Size of the kept PDF; null where there is none'),
  sha256: z.string().nullable(),
  by: z.string().describe('Who put it there'),
  savedAt: z.string(),
})
export type KeptSource = z.infer<typeof KeptSource>

export const ShelfAnswer = z.object({
  sources: z.array(KeptSource.extend({ excerpt: z.string() })),
  found: z.number().int(),
  themes: z.array(z.string()),
})
export type ShelfAnswer = z.infer<typeof ShelfAnswer>

export const SourceAnswer = KeptSource.extend({ text: z.string() })
export type SourceAnswer = z.infer<typeof SourceAnswer>
