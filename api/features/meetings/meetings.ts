import { z } from 'zod'
import { MeetingsAnswer } from '../../../data/model/answers/meetings.ts'
import { Begin } from '../../../data/model/meetings/begin.ts'
import { type Part, partsOf } from '../../../data/model/meetings/part.ts'
import { partsIn } from '../../../data/workspace/meetings/parts.ts'
import { meetingsFor, participantOf } from '../../../data/workspace/meetings/people.ts'
import { askerOf } from '../../meetings/asker.ts'
import { beginMeeting } from '../../meetings/beginning.ts'
import { feature } from '../feature.ts'

/** The asker's sessions, the newest first. */
export const meetings = feature({
  path: '/analysis-sessions',
  right: 'meetings.read',
  summary: {
    sv: 'Analysmöten som man deltar i eller är inbjuden till',
    en: 'Analysis sessions that one takes part in or is invited to',
  },
  parameters: z.object({}),
  answer: MeetingsAnswer,
  respond: async (asked): Promise<MeetingsAnswer> => {
    const account = askerOf(asked).account!
    const { read } = await asked.workspace()
    const ids = await meetingsFor(read, account.id, account.municipalities)
    const all = await Promise.all(
      ids.map(async (id) => overviewOf(id, await partsIn(read, id), await participantOf(read, id, account.id))),
    )
    return { meetings: all.filter((one) => one !== null).sort(newestFirst) }
  },
})

type Overview = MeetingsAnswer['meetings'][number]

function overviewOf(id: string, parts: readonly Part[], participant: string | null): Overview | null {
  const meeting = partsOf(parts, 'meeting')[0]
  if (!meeting) return null
  const { title, date, state, group, municipalities, release, previous } = meeting.body
  const seat = partsOf(parts, 'participant').find((part) => part.id === participant)
  if (seat?.body.out) return null
  const count = (kind: Part['kind']) => parts.filter((part) => part.kind === kind).length
  return {
    ...{ id, title, date, state, group, municipalities, release, previous },
    role: seat?.body.role ?? null,
    cards: count('card'),
    notes: count('note'),
    actions: count('action'),
  }
}

/** By day, those without one first; then by title. */
const newestFirst = (a: Overview, b: Overview): number =>
  (b.date ?? '9999').localeCompare(a.date ?? '9999') || a.title.localeCompare(b.title, 'sv') || (a.id < b.id ? -1 : 1)

export const begin = feature({
  path: '/analysis-sessions',
  method: 'post',
  right: 'meetings.lead',
  audit: null,
  summary: {
    sv: 'Börjar ett analysmöte: ur en mall, som kopia, eller som nästa efter ett tidigare',
    en: 'Begins an analysis session: from a template, as a copy, or as the next after an earlier one',
  },
  parameters: z.object({}),
  body: Begin,
  answer: z.object({ id: z.string() }),
  respond: async (asked) => {
    const { body, release, language, keeper } = asked
    await beginMeeting(await asked.workspace(), askerOf(asked).account!, body, {
      release,
      language,
      earlier: async (id, work) => {
        const lease = await keeper.lease(id).catch(() => null)
        try {
          return await work(lease?.release ?? null)
        } finally {
          lease?.done()
        }
      },
    })
    return { id: body.id }
  },
})
