import { z } from 'zod'
import { Joining, Seated } from '../../../data/model/meetings/begin.ts'
import { code } from '../../../data/model/meetings/fields.ts'
import type { BodyOf } from '../../../data/model/meetings/part.ts'
import { closeDoors, meetingOfCode, newCode, newPass } from '../../../data/workspace/meetings/doors.ts'
import { meetingPart, save } from '../../../data/workspace/meetings/parts.ts'
import { takePart } from '../../../data/workspace/meetings/people.ts'
import type { Writing } from '../../../data/workspace/workspace.ts'
import { askerOf, givePass } from '../../meetings/asker.ts'
import { newId } from '../../meetings/beginning.ts'
import { leaderOnly } from '../../meetings/leading.ts'
import { type Asker, seatOf } from '../../meetings/seat.ts'
import { invalidBody, Problem } from '../../problem.ts'
import { feature } from '../feature.ts'
import { inMeeting } from './address.ts'

const Seat = z.object({ id: z.string(), me: z.string() })

/** A code for the screen: whoever reads it in the room may take part for a day, as a named guest of a municipality. */
export const openDoors = feature({
  path: '/analysis-sessions/{id}/join-code',
  method: 'post',
  right: 'meetings.take-part',
  audit: 'analysis-session.opened-to-guests',
  summary: { sv: 'En ny kod som släpper in gäster i ett dygn', en: 'A new code that lets guests in for a day' },
  parameters: inMeeting,
  answer: z.object({ code: z.string(), until: z.string() }),
  respond: (asked) =>
    asked.act(async (transaction) => {
      const seat = await seatOf(transaction, askerOf(asked), asked.question.id)
      const { id } = leaderOnly(seat)
      const answer = await newCode(transaction, seat.meeting.id)
      return { answer, object: seat.meeting.id, actor: asked.who?.id ?? `guest ${id}` }
    }),
})

export const shutDoors = feature({
  path: '/analysis-sessions/{id}/join-code',
  method: 'delete',
  right: 'meetings.take-part',
  audit: 'analysis-session.closed-to-guests',
  summary: { sv: 'Koden släpper inte in fler', en: 'The code lets nobody else in' },
  parameters: inMeeting,
  answer: z.object({ closed: z.literal(true) }),
  respond: (asked) =>
    asked.act(async (transaction) => {
      const seat = await seatOf(transaction, askerOf(asked), asked.question.id)
      const { id } = leaderOnly(seat)
      await closeDoors(transaction, seat.meeting.id)
      return { answer: { closed: true as const }, object: seat.meeting.id, actor: asked.who?.id ?? `guest ${id}` }
    }),
})

/** The municipalities that one may say one comes from, for whoever has the code. */
export const behindCode = feature({
  path: '/analysis-sessions/behind-code',
  method: 'post',
  right: 'meetings.take-part',
  audit: null,
  summary: { sv: 'Vilket möte en kod öppnar', en: 'Which session a code opens' },
  parameters: z.object({}),
  body: z.strictObject({ code: Joining.shape.code }),
  answer: z.object({ id: z.string(), title: z.string(), municipalities: z.array(code) }),
  respond: async (asked) => {
    const { read } = await asked.workspace()
    const id = await meetingOfCode(read, asked.body.code)
    const meeting = id === null ? null : await meetingPart(read, id)
    if (!meeting) throw wrongCode()
    return { id: meeting.id, title: meeting.body.title, municipalities: meeting.body.municipalities }
  },
})

export const join = feature({
  path: '/analysis-sessions/join',
  method: 'post',
  right: 'meetings.take-part',
  audit: null,
  summary: { sv: 'Går in i ett möte med koden, som gäst', en: 'Enters a session with the code, as a guest' },
  parameters: z.object({}),
  body: Joining,
  answer: Seat,
  respond: async (asked) => {
    const { code: given, ...person } = asked.body
    const asker = askerOf(asked)
    const { token, ...seat } = await (await asked.workspace()).write(async (transaction) => {
      const id = await meetingOfCode(transaction, given)
      if (id === null) throw wrongCode()
      const already = await seatedIn(transaction, asker, id)
      if (already) return { id, me: already, token: null }
      const me = await seatNew(transaction, id, person, 'guest')
      if (asker.account) await takePart(transaction, id, asker.account.id, me)
      return { id, me, token: await newPass(transaction, id, me) }
    })
    if (token) givePass(asked.http.response, asked.gate.address, token)
    return seat
  },
})

/** A seat for somebody who is invited: the account is the participant from then on. */
export const sit = feature({
  path: '/analysis-sessions/{id}/seat',
  method: 'post',
  right: 'meetings.take-part',
  audit: null,
  summary: {
    sv: 'Tar plats i ett möte som man är inbjuden till',
    en: 'Takes a seat in a session that one is invited to',
  },
  parameters: inMeeting,
  body: Seated,
  answer: Seat,
  respond: async (asked) => {
    const asker = askerOf(asked)
    return (await asked.workspace()).write(async (transaction) => {
      const { meeting, participant } = await seatOf(transaction, asker, asked.question.id)
      if (participant) return { id: meeting.id, me: participant.id }
      const me = await seatNew(transaction, meeting.id, asked.body, 'member')
      await takePart(transaction, meeting.id, asker.account!.id, me)
      return { id: meeting.id, me }
    })
  },
})

/** The asker's participant; null where the asker is not let in, or has no seat. */
async function seatedIn(transaction: Writing, asker: Asker, id: string): Promise<string | null> {
  const seat = await seatOf(transaction, asker, id).catch(() => null)
  return seat?.participant?.id ?? null
}

async function seatNew(
  transaction: Writing,
  meeting: string,
  person: z.infer<typeof Seated>,
  role: BodyOf<'participant'>['role'],
): Promise<string> {
  const { municipalities } = (await meetingPart(transaction, meeting))!.body
  if (person.municipality !== null && !municipalities.includes(person.municipality))
    throw invalidBody([{ path: 'municipality', message: NOT_INVITED }])
  const me = newId()
  const body = { ...person, role, muted: false, out: false }
  await save(transaction, { meeting, kind: 'participant', id: me, base: 0, body, by: me })
  return me
}

const NOT_INVITED = {
  sv: 'Kommunen är inte inbjuden till mötet.',
  en: 'The municipality is not invited to the session.',
}

const wrongCode = () =>
  new Problem('not-found', {
    sv: 'Koden öppnar inget möte. Läs den på skärmen en gång till; den gäller i ett dygn.',
    en: 'The code opens no session. Read it on the screen once more; it holds for a day.',
  })
