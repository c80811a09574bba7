import { z } from 'zod'
import { PlacematAnswer } from '../../../data/model/answers/meetings.ts'
import { Joining } from '../../../data/model/meetings/begin.ts'
import { code } from '../../../data/model/meetings/fields.ts'
import { inOrder, partsOf } from '../../../data/model/meetings/part.ts'
import { listReleases } from '../../../data/store/release.ts'
import { partsIn } from '../../../data/workspace/meetings/parts.ts'
import { newPlacematCode, placematOfCode } from '../../../data/workspace/meetings/placemats.ts'
import { askerOf } from '../../meetings/asker.ts'
import { leaderOnly } from '../../meetings/leading.ts'
import { seatOf } from '../../meetings/seat.ts'
import { invalidBody, Problem } from '../../problem.ts'
import { feature } from '../feature.ts'
import { inMeeting } from './address.ts'

/** A link to send beforehand: whoever has it reads that municipality's placemat, and nothing else of the session. */
export const sendPlacemat = feature({
  path: '/analysis-sessions/{id}/placemat-code',
  method: 'post',
  right: 'meetings.take-part',
  audit: 'analysis-session.placemat-sent',
  summary: {
    sv: 'En kod som visar en kommuns underlägg i sextio dagar',
    en: "A code that shows a municipality's placemat for sixty days",
  },
  parameters: inMeeting,
  body: z.strictObject({ municipality: code }),
  answer: z.object({ code: z.string(), until: z.string() }),
  respond: (asked) =>
    asked.act(async (transaction) => {
      const { municipality } = asked.body
      const seat = await seatOf(transaction, askerOf(asked), asked.question.id)
      const { id } = leaderOnly(seat)
      if (!seat.meeting.body.municipalities.includes(municipality))
        throw invalidBody([{ path: 'municipality', message: NOT_INVITED }])
      const answer = await newPlacematCode(transaction, seat.meeting.id, municipality)
      const actor = asked.who?.id ?? `guest ${id}`
      return { answer, object: seat.meeting.id, particulars: { municipality }, actor }
    }),
})

const NOT_INVITED = {
  sv: 'Kommunen är inte inbjuden till mötet.',
  en: 'The municipality is not invited to the session.',
}

/** What a placemat is laid from: which open figures, of whom, in which release. No words of the session are in it. */
export const placemat = feature({
  path: '/analysis-sessions/placemat',
  method: 'post',
  right: 'meetings.take-part',
  audit: null,
  summary: { sv: 'Underlägget som en kod visar', en: 'The placemat that a code shows' },
  parameters: z.object({}),
  body: z.strictObject({ code: Joining.shape.code }),
  answer: PlacematAnswer,
  respond: async (asked): Promise<PlacematAnswer> => {
    const { read } = await asked.workspace()
    const found = await placematOfCode(read, asked.body.code)
    const parts = found ? await partsIn(read, found.meeting) : []
    const [meeting] = partsOf(parts, 'meeting')
    if (!found || !meeting?.body.municipalities.includes(found.municipality)) throw wrongCode()
    const { title, date, group, municipalities, blinded, release } = meeting.body
    const cards = inOrder(partsOf(parts, 'card')).filter(({ body }) => body.visibility === 'all')
    return {
      ...{ title, date, group, municipalities, blinded, release, municipality: found.municipality },
      indicators: [...new Set(cards.flatMap(({ body }) => indicatorOf(body.content)))],
      sample: listReleases(asked.home).find(({ id }) => id === release)?.sample ?? false,
    }
  },
})

const indicatorOf = (content: { kind: string; query?: string }): string[] => {
  const id = content.kind === 'figure' ? new URLSearchParams(content.query).get('indicator') : null
  return id ? [id] : []
}

const wrongCode = () =>
  new Problem('not-found', {
    sv: 'Länken visar inget underlägg längre. Be den som leder mötet om en ny.',
    en: 'The link shows no placemat any more. Ask the one who leads the session for a new one.',
  })
