import { z } from 'zod'
import { Action } from '../meetings/action.ts'
import { meetingStates } from '../meetings/meeting.ts'
import { Change, Part } from '../meetings/part.ts'
import { participantRoles } from '../meetings/participant.ts'
import { About, number } from './figure.ts'

const Hold = z.object({ part: z.string(), participant: z.string(), until: z.string() })

/** A session as one who takes part in it may see it. */
export const MeetingAnswer = z.object({
  id: z.string(),
  me: z.string().nullable().describe('Id of the participant that asks; null before a seat is taken'),
  cursor: z.number().int().describe('Where its history ends: the event stream goes on from there'),
  parts: z.array(Part),
  filled: z.record(z.string(), z.string()).describe('Text cards with their tokens filled, by card'),
  holds: z.array(Hold),
  release: z.object({ id: z.string(), builtAt: z.string(), sample: z.boolean(), current: z.boolean() }).nullable(),
})
export type MeetingAnswer = z.infer<typeof MeetingAnswer>

export const MeetingsAnswer = z.object({
  meetings: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      date: z.string().nullable(),
      state: z.enum(meetingStates),
      group: z.string(),
      municipalities: z.array(z.string()),
      release: z.string(),
      previous: z.string().nullable(),
      role: z.enum(participantRoles).nullable(),
      cards: z.number().int(),
      notes: z.number().int(),
      actions: z.number().int(),
    }),
  ),
})
export type MeetingsAnswer = z.infer<typeof MeetingsAnswer>

const VerdictAnswer = z.object({
  outcome: z.enum(['met', 'unmet', 'cannot-be-said']),
  movement: z.enum(['as-predicted', 'moved', 'unchanged', 'worse']).nullable(),
  chance: z.enum(['beyond', 'within', 'unknown']),
  reason: z.enum(['no-before', 'no-after', 'uncertainty-unknown', 'too-uncertain']).nullable(),
  change: number,
  lower: number,
  upper: number,
  meanwhile: z
    .object({ count: z.number().int(), median: z.number(), sameWay: z.number().int(), ownIsMore: z.boolean() })
    .nullable(),
})

/** An action with what the release says of it. */
export const JudgedAction = z.object({
  id: z.string(),
  version: z.number().int(),
  meeting: z.string(),
  meetingTitle: z.string(),
  meetingDate: z.string().nullable(),
  decidedAt: z.string().describe('When it was first written'),
  name: z.string().describe('The municipality'),
  action: Action,
  about: About.nullable(),
  due: z.boolean().describe('The release has the year that was agreed on'),
  verdict: VerdictAnswer.nullable(),
  word: z.string().nullable(),
  sentence: z.string().nullable(),
  revisedBaseline: number,
})
export type JudgedAction = z.infer<typeof JudgedAction>

export const ActionsAnswer = z.object({
  actions: z.array(JudgedAction),
  summary: z.object({
    total: z.number().int(),
    judged: z.number().int(),
    met: z.number().int(),
    unmet: z.number().int(),
    cannotBeSaid: z.number().int(),
    overdue: z.number().int().describe('Past its day, and not done or dropped'),
  }),
  release: z.string(),
  sample: z.boolean(),
})
export type ActionsAnswer = z.infer<typeof ActionsAnswer>

export const HistoryAnswer = z.object({ changes: z.array(Change.extend({ author: z.string() })) })
export type HistoryAnswer = z.infer<typeof HistoryAnswer>

export const FilledAnswer = z.object({
  text: z.string(),
  mistakes: z.array(z.object({ token: z.string(), start: z.number().int(), message: z.string() })),
})
export type FilledAnswer = z.infer<typeof FilledAnswer>

/** What a placemat that was sent beforehand is laid from. */
export const PlacematAnswer = z.object({
  title: z.string(),
  date: z.string().nullable(),
  municipality: z.string(),
  group: z.string(),
  municipalities: z.array(z.string()),
  blinded: z.boolean(),
  indicators: z.array(z.string()),
  release: z.string(),
  sample: z.boolean(),
})
export type PlacematAnswer = z.infer<typeof PlacematAnswer>

/** Proof that a session is gone for good: what it held, when, and where the audit log stood. */
export const DeletionReceipt = z.object({
  id: z.string(),
  title: z.string(),
  deletedAt: z.string(),
  by: z.string(),
  parts: z.record(z.string(), z.number().int()),
  anchor: z.object({ seq: z.number().int(), hash: z.string() }),
})
export type DeletionReceipt = z.infer<typeof DeletionReceipt>
