import { z } from 'zod'
import { code, partId, text } from './fields.ts'
import { Meeting } from './meeting.ts'
import { TEMPLATES } from './templates.ts'

const [first, ...rest] = TEMPLATES.map(({ id }) => id)

/** What a session begins from: a template, a copy of another, or the session before; or nothing. */
export const Begin = z.strictObject({
  /** Made by the page, so that a second try makes no second session. */
  id: partId,
  ...Meeting.pick({ title: true, purpose: true, date: true, start: true, group: true, municipalities: true }).shape,
  template: z.enum([first!, ...rest]).nullable(),
  /** Area of Öppna jämförelser whose figures the template takes. */
  area: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .nullable(),
  copyOf: partId.nullable(),
  follows: partId.nullable(),
  /** Who leads: name and, where one speaks for a municipality, its code. */
  name: text(60).min(1),
  municipality: code.nullable(),
})
export type Begin = z.infer<typeof Begin>

/** What somebody says of themselves who takes a seat. */
export const Seated = z.strictObject({ name: text(60).min(1), title: text(60), municipality: code.nullable() })
export type Seated = z.infer<typeof Seated>

/** A guest's way in: the code from the screen. */
export const Joining = Seated.extend({ code: z.string().min(4).max(20) })
