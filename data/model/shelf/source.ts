import { z } from 'zod'
import { text } from '../meetings/fields.ts'

/** What a source on the knowledge shelf is: a report, a page or a PDF. Its text and its file are kept beside. */
export const Source = z.strictObject({
  title: text(200).min(1),
  /** Who wrote or published it. */
  author: text(120),
  year: z.number().int().min(1500).max(2100).nullable(),
  theme: text(80),
  /** Where it was found; the page may be gone since. */
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
})
export type Source = z.infer<typeof Source>

/** Longest text of one source, in characters: a report of some five hundred pages. */
export const LONGEST_TEXT = 1_000_000
/** Largest file of one source, and of all sources together, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024
export const LARGEST_SHELF = 1024 * 1024 * 1024
