import { DeletionReceipt, HistoryAnswer, MeetingAnswer } from '../../../data/model/answers/meetings.ts'
import { type Part, partsOf } from '../../../data/model/meetings/part.ts'
import { leads } from '../../../data/model/meetings/rules.ts'
import { sceneOf, seenBy, type Viewer } from '../../../data/model/meetings/sight.ts'
import { listReleases } from '../../../data/store/release.ts'
import { append } from '../../../data/workspace/audit.ts'
import { holdsIn } from '../../../data/workspace/meetings/holds.ts'
import { cursorOf, historyOf, partsIn } from '../../../data/workspace/meetings/parts.ts'
import { deleteMeeting } from '../../../data/workspace/meetings/whole.ts'
import { membersOf } from '../../figures/members.ts'
import type { Language } from '../../language.ts'
import { askerOf } from '../../meetings/asker.ts'
import { seenChange } from '../../meetings/feed.ts'
import { filled } from '../../meetings/filled.ts'
import { hostOnly } from '../../meetings/leading.ts'
import { seatOf, viewerOf } from '../../meetings/seat.ts'
import { Problem } from '../../problem.ts'
import type { Keeper } from '../../release/keeper.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'
import { inMeeting, ofPart } from './address.ts'

export const meeting = feature({
  path: '/analysis-sessions/{id}',
  right: 'meetings.take-part',
  summary: { sv: 'Ett analysmöte som deltagaren får se det', en: 'An analysis session as the participant may see it' },
  parameters: inMeeting,
  answer: MeetingAnswer,
  respond: async (asked): Promise<MeetingAnswer> => {
    const { question, language, home, keeper, served } = asked
    const { read } = await asked.workspace()
    const seat = await seatOf(read, askerOf(asked), question.id)
    const { release, group } = seat.meeting.body
    // The cursor first: what happens between the two reads is told twice rather than never.
    const cursor = await cursorOf(read, question.id)
    const parts = seenParts(await partsIn(read, question.id), viewerOf(seat))
    const about = listReleases(home).find(({ id }) => id === release)
    return {
      id: question.id,
      me: seat.participant?.id ?? null,
      cursor,
      parts,
      filled: await filledTexts(keeper, release, group, parts, language),
      holds: await holdsIn(read, question.id),
      release: about
        ? { id: about.id, builtAt: about.builtAt, sample: about.sample, current: served?.about.id === about.id }
        : null,
    }
  },
})

function seenParts(parts: readonly Part[], viewer: Viewer): Part[] {
  const scene = sceneOf(parts)
  return parts.map((part) => seenBy(viewer, part, scene)).filter((part) => part !== null)
}

/** Text cards with their tokens filled from the session's release; as they were written where it is gone. */
async function filledTexts(keeper: Keeper, id: string, group: string, parts: readonly Part[], language: Language) {
  const texts = partsOf(parts, 'card').flatMap((card) =>
    card.body.content.kind === 'text' ? [[card.id, card.body.content.text] as const] : [],
  )
  const lease = await keeper.lease(id).catch(() => null)
  try {
    const fill = async (text: string, release: OpenRelease) =>
      (await filled(release, text, membersOf(release, [group], language, 'group'), language)).text
    const made = texts.map(async ([card, text]) => [card, lease?.release ? await fill(text, lease.release) : text])
    return Object.fromEntries(await Promise.all(made))
  } finally {
    lease?.done()
  }
}

export const deletion = feature({
  path: '/analysis-sessions/{id}',
  method: 'delete',
  right: 'meetings.take-part',
  audit: 'analysis-session.deleted',
  summary: {
    sv: 'Tar bort ett analysmöte för gott, med kvitto',
    en: 'Deletes an analysis session for good, with a receipt',
  },
  parameters: inMeeting,
  answer: DeletionReceipt,
  respond: async (asked) => {
    const asker = askerOf(asked)
    return (await asked.workspace()).write(async (transaction) => {
      const seat = await seatOf(transaction, asker, asked.question.id)
      const host = hostOnly(seat)
      const parts = await deleteMeeting(transaction, seat.meeting.id)
      const actor = asker.account?.id ?? `guest ${host.id}`
      const anchor = await append(transaction, {
        actor,
        action: 'analysis-session.deleted',
        object: seat.meeting.id,
        body: { parts },
      })
      const { title } = seat.meeting.body
      return { id: seat.meeting.id, title, deletedAt: new Date().toISOString(), by: host.name, parts, anchor }
    })
  },
})

export const history = feature({
  path: '/analysis-sessions/{id}/history/{part}',
  right: 'meetings.take-part',
  summary: { sv: 'Allt som hänt med en del av mötet', en: 'Everything that happened to a part of the session' },
  parameters: ofPart,
  answer: HistoryAnswer,
  respond: async (asked): Promise<HistoryAnswer> => {
    const { id, part } = asked.question
    const { read } = await asked.workspace()
    const seat = await seatOf(read, askerOf(asked), id)
    const viewer = viewerOf(seat)
    const changes = await historyOf(read, id, part)
    const own = changes.some(({ author }) => author === viewer?.id)
    if (!viewer || !(leads(viewer) || own)) throw notTold()
    const scene = sceneOf(await partsIn(read, id))
    return { changes: changes.map((change) => seenChange(viewer, change, scene)) }
  },
})

const notTold = () =>
  new Problem('not-allowed', {
    sv: 'Historiken visas för den som skrev och för den som leder.',
    en: 'The history is shown to whoever wrote and to the one who leads.',
  })
