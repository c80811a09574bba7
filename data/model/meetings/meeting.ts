import { z } from 'zod'
import { code, partId, text } from './fields.ts'

/** How far a session has come: being prepared, going on, or over; what is over is read, and its actions followed up. */
export const meetingStates = ['preparing', 'open', 'ended'] as const

/** Where the host is: a pointer that the others may follow. Moving it moves nobody. */
const Place = z.strictObject({ card: partId.nullable(), since: z.iso.datetime() })

/** A countdown that the host has started: for a card, or for the whole agenda where `card` is null. */
const Timer = z.strictObject({ card: partId.nullable(), until: z.iso.datetime() })

/** An analysis session: municipalities read their figures together and decide what to do about them. */
export const Meeting = z.strictObject({
  title: text(120).min(1),
  purpose: text(2000),
  /** The day it is held, null until it is set; `start` as 24-hour time. */
  date: z.iso.date().nullable(),
  start: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  /** Group id of the comparison; the invited municipalities are named one by one. */
  group: z.string().regex(/^[A-Za-z0-9-]{1,60}$/),
  municipalities: z.array(code).min(1).max(60),
  /** Id of the release that every figure of the session is read from. */
  release: z.string().regex(/^[A-Za-z0-9-]{1,60}$/),
  /** The session that this one follows: its actions come first. */
  previous: partId.nullable(),
  state: z.enum(meetingStates),
  /** The participant who leads. Only that one hands it on; a lost connection changes nothing. */
  host: partId,
  /** Whether notes carry their writer's name for others than the host. */
  named: z.boolean(),
  /** Whether others than one's own municipality are blinded on placemats. */
  blinded: z.boolean(),
  place: Place.nullable(),
  timer: Timer.nullable(),
})
export type Meeting = z.infer<typeof Meeting>
