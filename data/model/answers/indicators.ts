import { z } from 'zod'
import { About } from './figure.ts'

const Area = z.object({
  id: z.string(),
  name: z.string(),
  subs: z.array(z.object({ id: z.string(), name: z.string() })),
})

export const IndicatorEntry = About.omit({ indicator: true }).extend({
  id: z.string(),
  core: z.boolean(),
  says: z.string().describe('One sentence on what the figure says'),
  matters: z.string().describe('One sentence on why it matters'),
  directionReason: z.string(),
  bySex: z.boolean(),
  scale: z.object({ min: z.number(), max: z.number() }).nullable(),
  multiplier: z.number().nullable().describe('A rate is per this many'),
  otherWords: z.string().describe('What people call it too: it is found by these, in Swedish'),
  base: z.string().nullable().describe('Indicator that counts the base'),
  baseReason: z.string().nullable().describe('Why there is no base, or why an interval would be wrong'),
  byUnit: z.boolean().describe('Whether values of units have been loaded of it, for some municipality'),
  outside: z.boolean().describe("Of Kolada's but not of the catalogue: nobody here has judged which way is better"),
  source: z.string(),
  discontinued: z.number().int().nullable().describe('The last year it was collected; null while it lives'),
  reviewed: z.string().nullable().describe('When the definition was last reviewed; null for one that came with a file'),
  nextReview: z.string().nullable(),
  published: z
    .object({ title: z.string(), description: z.string().nullable(), nextPublication: z.string().nullable() })
    .nullable()
    .describe("The source's own words, in Swedish, as they were loaded; null where they were not"),
  periods: z.array(z.number().int()),
  latest: z.number().int().nullable().describe('The year that is shown where none is asked for, for the whole country'),
  coverage: z.object({ period: z.number().int().nullable(), municipalities: z.number().int() }),
})
export type IndicatorEntry = z.infer<typeof IndicatorEntry>

export const IndicatorsAnswer = z.object({
  areas: z.array(Area),
  indicators: z.array(IndicatorEntry),
  total: z.number().int().describe('How many were found, on all pages'),
  outside: z.number().int().describe("How many of Kolada's indicators outside the catalogue the release knows"),
  next: z.string().nullable().describe('`after` of the next page; null on the last'),
  release: z.string(),
  sample: z.boolean(),
})
export type IndicatorsAnswer = z.infer<typeof IndicatorsAnswer>
