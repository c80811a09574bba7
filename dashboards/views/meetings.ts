import { html, type TemplateResult } from 'lit'
import type { Me } from '../../data/model/answers/me.ts'
import type { ActionsAnswer, MeetingsAnswer } from '../../data/model/answers/meetings.ts'
import { answerInstead, readFrom } from '../api-client/ask.ts'
import { fetchLists } from '../api-client/lists.ts'
import { fetchMe } from '../api-client/me.ts'
import { LiveMeeting } from '../meetings/live-meeting.ts'
import { isDone, reasonOf, request } from '../meetings/request.ts'
import type { Context, View } from '../page/view.ts'
import { message } from '../parts/messages.ts'
import { meetingsIn } from '../text/meetings/index.ts'
import { meetingList } from './meetings/list.ts'
import { meetingRoom } from './meetings/room.ts'
import { readPlacemat, type SentPlacemat, sentPlacemat } from './meetings/sent-placemat.ts'

type Answer =
  | { kind: 'list'; meetings: MeetingsAnswer['meetings'] | null; actions: ActionsAnswer | null; account: Me['account'] }
  | { kind: 'room'; live: LiveMeeting; context: Context }
  | { kind: 'closed'; reason: string }
  | SentPlacemat

/** For who has no account: the way in by a code. */
const NO_LIST: Answer = { kind: 'list', meetings: null, actions: null, account: null }

/** The session that this page has open: what is written there goes on being sent also from other pages. */
let current: LiveMeeting | undefined

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
      current.close()
      current = undefined
      return { kind: 'closed', reason: reasonOf(refused) }
    }
  }
  return { kind: 'room', live: current!, context: await frozen(current!, context) }
}

/** Everything in the session is read from its own release, the lists as well. */
async function frozen(live: LiveMeeting, context: Context): Promise<Context> {
  if (live.release === null) return context
  readFrom(live.release.id)
  answerInstead((question) => live.shownBy(question))
  return { ...context, lists: await fetchLists(context.lang) }
}

function show(answer: Answer, context: Context): TemplateResult {
  const words = meetingsIn(context.lang)
  if (answer.kind === 'closed') return message(words.closed, answer.reason)
  if (answer.kind === 'mat') return sentPlacemat(answer, context)
  if (answer.kind === 'room') return html`${meetingRoom({ live: answer.live, context: answer.context })}`
  return meetingList(answer, context)
}

export const view: View<Answer> = {
  choosers: [],
  ask,
  title: (answer, { lang }) => (answer.kind === 'room' ? answer.live.meeting.title : meetingsIn(lang).title),
  show,
}
