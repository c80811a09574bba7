import { z } from 'zod'
import { code, text } from './fields.ts'

/** What somebody does in a session: leads it, helps to lead, takes part, or was let in by the code. */
export const participantRoles = ['host', 'cohost', 'member', 'guest'] as const

export const Participant = z.strictObject({
  name: text(60).min(1),
  /** The municipality that one speaks for; null for staff of the unit that leads. */
  municipality: code.nullable(),
  role: z.enum(participantRoles),
  /** The role at work, as the person wrote it: "enhetschef". */
  title: text(60),
  /** The host has taken away the pen; what was written stays. */
  muted: z.boolean(),
  /** The host has shown this guest out; the code does not open again. */
  out: z.boolean(),
})
export type Participant = z.infer<typeof Participant>
