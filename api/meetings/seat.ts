import type { PartOf } from '../../data/model/meetings/part.ts'
import type { Pen } from '../../data/model/meetings/rules.ts'
import type { Viewer } from '../../data/model/meetings/sight.ts'
import { passOf } from '../../data/workspace/meetings/doors.ts'
import { meetingPart, partIn } from '../../data/workspace/meetings/parts.ts'
import { isInvited, participantOf } from '../../data/workspace/meetings/people.ts'
import type { Reading } from '../../data/workspace/workspace.ts'
import { Problem } from '../problem.ts'

/** Who asks: an account with the municipalities that it speaks for, or a guest with the token of the session it was let into. */
export type Asker = {
  account: { id: string; name: string; municipalities: readonly string[] } | null
  pass: string | null
  /** Whether the asker may read protected figures without any session: then cards may be made that show them. */
  readsProtected: boolean
}

/** Where an asker sits in a session: as a participant, or invited and not yet seated. */
export type Seat = {
  meeting: PartOf<'meeting'>
  participant: PartOf<'participant'> | null
}

/** The same whether there is no such session or the asker is not invited: neither is told. */
const noSuchMeeting = () =>
  new Problem('not-found', {
    sv: 'Mötet finns inte, eller så är du inte inbjuden till det.',
    en: 'There is no such session, or you are not invited to it.',
  })

/** @throws Problem `not-found` for a session that is not there or does not invite the asker */
export async function seatOf(read: Reading, asker: Asker, id: string): Promise<Seat> {
  const meeting = await meetingPart(read, id)
  const name = meeting && (await participantIn(read, asker, id))
  if (!meeting || name === undefined) throw noSuchMeeting()
  const participant = name === null ? null : ((await partIn(read, id, name!)) as PartOf<'participant'> | null)
  if (participant?.body.out) throw noSuchMeeting()
  return { meeting, participant }
}

/** Id of the participant; null for one who is invited but has no seat yet; undefined for one who is not let in. */
async function participantIn(read: Reading, { account, pass }: Asker, id: string): Promise<string | null | undefined> {
  if (account) {
    const own = await participantOf(read, id, account.id)
    if (own !== null) return own
    if (await isInvited(read, id, account.municipalities)) return null
  }
  const let_in = pass === null ? null : await passOf(read, pass)
  return let_in?.meeting === id ? let_in.participant : undefined
}

export const viewerOf = ({ participant }: Seat): Viewer =>
  participant && { id: participant.id, role: participant.body.role }

/** Whoever writes has a seat. @throws Problem `not-allowed` */
export function penOf({ participant }: Seat): Pen {
  if (participant) return { id: participant.id, ...participant.body }
  throw new Problem('not-allowed', {
    sv: 'Ta plats i mötet innan du skriver.',
    en: 'Take a seat in the session before you write.',
  })
}
