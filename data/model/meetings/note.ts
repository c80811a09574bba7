import { z } from 'zod'
import { code, partId, text } from './fields.ts'

/** What is written down, in the order of the handbook; `common` is the text that a group writes together. */
export const noteKinds = ['observation', 'interpretation', 'hypothesis', 'question', 'common'] as const
export type NoteKind = (typeof noteKinds)[number]
export const LONGEST_NOTE = 2000

/** Something written in a session: it has one author, except a common text, which has the one who holds it. */
export const Note = z.strictObject({
  kind: z.enum(noteKinds),
  text: text(LONGEST_NOTE).min(1),
  /** The card that it was written at; null where it belongs to the whole session. */
  card: partId.nullable(),
  /** Whom it is about. */
  municipality: code.nullable(),
  /** The data point that it is about, as the figure names it: "Solna 2023". */
  point: text(80).nullable(),
  /** Another's text that this one was written beside when both changed the same. */
  beside: partId.nullable(),
  /** The note that the host has grouped it under. */
  under: partId.nullable(),
  /** The host has taken it from view: kept, and seen by the host and its author. */
  hidden: z.boolean(),
  /** Place in the host's order; equal weights keep the order of writing. */
  weight: z.number().int().min(-1_000_000).max(1_000_000),
  /** Its municipality lets others who look for good examples read it. */
  shared: z.boolean(),
})
export type Note = z.infer<typeof Note>
