import { z } from 'zod'
import { Action } from './action.ts'
import { Answer } from './answer.ts'
import { Card } from './card.ts'
import { partId } from './fields.ts'
import { Meeting } from './meeting.ts'
import { Note } from './note.ts'
import { Participant } from './participant.ts'

/** What a session is made of, by kind. */
export const BODIES = {
  meeting: Meeting,
  participant: Participant,
  card: Card,
  note: Note,
  answer: Answer,
  action: Action,
}
export type PartKind = keyof typeof BODIES
const partKinds = Object.keys(BODIES) as PartKind[]
export type BodyOf<K extends PartKind> = z.infer<(typeof BODIES)[K]>
export type Body = BodyOf<PartKind>

const stamp = {
  id: partId,
  /** Counts the saves; 1 is the first. */
  version: z.number().int().min(1),
  /** The participant who made it, and who saved it last. */
  author: partId,
  by: partId,
  madeAt: z.iso.datetime(),
  savedAt: z.iso.datetime(),
}

const of = <K extends PartKind, B extends z.ZodType>(kind: K, body: B) =>
  z.object({ kind: z.literal(kind), ...stamp, body })

/** A part of a session as it stands. */
export const Part = z.discriminatedUnion('kind', [
  of('meeting', Meeting),
  of('participant', Participant),
  of('card', Card),
  of('note', Note),
  of('answer', Answer),
  of('action', Action),
])
export type Part = z.infer<typeof Part>
export type PartOf<K extends PartKind> = Extract<Part, { kind: K }>

/** One row of what happened: the whole body as it was saved, or null where the part was taken away. */
export const Change = z.object({
  seq: z.number().int(),
  kind: z.enum(partKinds as [PartKind, ...PartKind[]]),
  id: partId,
  version: z.number().int(),
  by: partId,
  at: z.iso.datetime(),
  body: z.unknown().nullable(),
})
export type Change = z.infer<typeof Change>

/** The parts of one kind. */
export const partsOf = <K extends PartKind>(parts: Iterable<Part>, kind: K): PartOf<K>[] =>
  [...parts].filter((part): part is PartOf<K> => part.kind === kind)

/** By weight, then by when they were made, then by id: the same order everywhere. */
export function inOrder<P extends { id: string; madeAt: string; body: { weight: number } }>(parts: readonly P[]): P[] {
  return [...parts].sort((a, b) => a.body.weight - b.body.weight || compare(a.madeAt, b.madeAt) || compare(a.id, b.id))
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
