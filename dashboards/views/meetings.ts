import { html, nothing, type TemplateResult } from 'lit'
import type { Me } from '../../data/model/answers/me.ts'
import type { ActionsAnswer, MeetingsAnswer } from '../../data/model/answers/meetings.ts'
import { AskError, answerInstead, readFrom } from '../api-client/ask.ts'
import { fetchLists } from '../api-client/lists.ts'
import { fetchMe, SOMEBODY_ELSE } from '../api-client/me.ts'
import { LiveMeeting } from '../meetings/live-meeting.ts'
import { isDone, isLost, reasonOf, request } from '../meetings/request.ts'
import { keepProgram } from '../offline/keep-program.ts'
import { forgetKept } from '../offline/kept-answers.ts'
import type { Context, View } from '../page/view.ts'
import { link } from '../parts/link.ts'
import { message } from '../parts/messages.ts'
import { meetingsIn } from '../text/meetings/index.ts'
import { meetingList } from './meetings/list.ts'
import { meetingRoom } from './meetings/room.ts'
import { readPlacemat, type SentPlacemat, sentPlacemat } from './meetings/sent-placemat.ts'

type Answer =
  | { kind: 'list'; meetings: MeetingsAnswer['meetings'] | null; actions: ActionsAnswer | null; account: Me['account'] }
  | { kind: 'room'; live: LiveMeeting; context: Context }
  | { kind: 'closed'; reason: string; waiting: number }
  | SentPlacemat

/** For who has no account: the way in by a code. */
const NO_LIST: Answer = { kind: 'list', meetings: null, actions: null, account: null }

/** The session that this page has open: what is written there goes on being sent also from other pages. */
let current: LiveMeeting | undefined

/** What was open to one is not for another. */
window.addEventListener(SOMEBODY_ELSE, () => {
  current?.close()
  current = undefined
})

async function ask(context: Context): Promise<Answer> {
  const { state, lang } = context
  if (state.meeting !== '') return openRoom(state.meeting, context)
  if (state.mode === 'placemat' && state.code !== '') return readPlacemat(state.code, context)
  const { rights, account } = await fetchMe(lang)
  if (!rights.includes('meetings.read')) return NO_LIST
  const meetings = await request('GET', 'analysis-sessions', lang)
  if (!isDone(meetings)) return NO_LIST
  const actions = await request('GET', 'actions', lang)
  return {
    kind: 'list',
    meetings: (meetings.body as unknown as MeetingsAnswer).meetings,
    actions: isDone(actions) ? (actions.body as unknown as ActionsAnswer) : null,
    account,
  }
}

async function openRoom(id: string, context: Context): Promise<Answer> {
  const isOpen = current?.id === id && current.lang === context.lang
  if (!isOpen) {
    current?.close()
    current = new LiveMeeting(id, context.lang)
    const refused = await current.open()
    if (refused) {
      const waiting = current.outbox.waiting.length
      current.close()
      current = undefined
      if (isLost(refused)) throw new AskError('offline', '')
      void forgetKept()
      return { kind: 'closed', reason: reasonOf(refused), waiting }
    }
  }
  void keepProgram().catch(() => {})
  return { kind: 'room', live: current!, context: await frozen(current!, context) }
}

/** Everything in the session is read from its own release, the lists as well. */
async function frozen(live: LiveMeeting, context: Context): Promise<Context> {
  readFrom(live.meeting.release)
  answerInstead((question) => live.shownBy(question))
  return { ...context, lists: await fetchLists(context.lang) }
}

function show(answer: Answer, context: Context): TemplateResult {
  if (answer.kind === 'closed') return closed(answer, context)
  if (answer.kind === 'mat') return sentPlacemat(answer, context)
  if (answer.kind === 'room') return html`${meetingRoom({ live: answer.live, context: answer.context })}`
  return meetingList(answer, context)
}

/** Whoever wrote before the way in was closed is told where the words are. */
function closed({ reason, waiting }: { reason: string; waiting: number }, context: Context): TemplateResult {
  const words = meetingsIn(context.lang)
  const next = link(words.title, { meeting: '' }, context)
  return message(
    words.closed,
    reason,
    html`${waiting > 0 ? html`<p>${words.left(waiting)}</p>` : nothing}<p class="next">${next}</p>`,
  )
}

export const view: View<Answer> = {
  choosers: [],
  ask,
  title: (answer, { lang }) => (answer.kind === 'room' ? answer.live.meeting.title : meetingsIn(lang).title),
  show,
}
