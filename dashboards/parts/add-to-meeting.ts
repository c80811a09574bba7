import { html, render } from 'lit'
import type { MeetingsAnswer } from '../../data/model/answers/meetings.ts'
import type { SourceAnswer } from '../../data/model/answers/shelf.ts'
import type { Card, Content } from '../../data/model/meetings/card.ts'
import { kindOf, pickedQuery } from '../basket/picked.ts'
import { newId } from '../meetings/new-id.ts'
import { isDone, reasonOf, request } from '../meetings/request.ts'
import type { FigureSpec } from '../page/figure-spec.ts'
import type { Context } from '../page/view.ts'
import { type MeetingTexts, meetingsIn } from '../text/meetings/index.ts'

type Meeting = MeetingsAnswer['meetings'][number]

/** Letters of a source's own words that its card shows; the rest stays on the shelf. */
const SHOWN = 4000

/** Puts a figure last on the agenda of a session that the reader leads. @returns how it went, in words */
export const addToMeeting = (spec: FigureSpec, context: Context): Promise<string> =>
  addCard(
    spec.finding,
    { kind: 'figure', query: pickedQuery(context.state, spec), figure: kindOf(spec.name), asks: [] },
    context,
  )

/** The same for a source from the knowledge shelf. */
export const addSourceToMeeting = (source: SourceAnswer, context: Context): Promise<string> =>
  addCard(source.title, cardOfSource(source), context)

/** A source's card: how its words begin, and where the whole of it stands. */
export const cardOfSource = ({ id, text, url, year, theme, author }: SourceAnswer): Content => ({
  kind: 'source',
  text: [author, text.slice(0, SHOWN) + (text.length > SHOWN ? ' …' : '')].filter(Boolean).join('\n'),
  ...{ url, year, theme },
  source: id,
})

async function addCard(title: string, content: Content, context: Context): Promise<string> {
  const words = meetingsIn(context.lang)
  const listed = await request('GET', 'analysis-sessions', context.lang)
  if (!isDone(listed)) return reasonOf(listed) || words.notAdded
  const all = (listed.body as unknown as MeetingsAnswer).meetings
  const led = all.filter(({ role, state }) => (role === 'host' || role === 'cohost') && state !== 'ended')
  const meeting = led.length > 1 ? await chosenOf(led, words) : led[0]
  if (!meeting) return led.length > 1 ? '' : words.noMeetings
  const card: Card = { ...NEW, title: title.slice(0, 160), content }
  const address = `analysis-sessions/${meeting.id}/cards/${newId()}`
  const put = await request('PUT', address, context.lang, { base: 0, body: card })
  return isDone(put) ? words.added(meeting.title) : reasonOf(put) || words.notAdded
}

/** A new card comes past every one that the agenda has. */
const NEW = { weight: 900_000, minutes: 10, speaker: '', visibility: 'all', news: '' } as const

/** Asks which session; nothing where the reader thinks better of it. */
function chosenOf(meetings: readonly Meeting[], words: MeetingTexts): Promise<Meeting | undefined> {
  const dialog = document.createElement('dialog')
  dialog.className = 'choose-meeting'
  document.body.append(dialog)
  return new Promise((resolve) => {
    const end = (meeting?: Meeting) => {
      dialog.remove()
      resolve(meeting)
    }
    render(
      html`<h2 id="choose-meeting">${words.addWhich}</h2>
        ${meetings.map((one) => html`<p><button class="button quiet" @click=${() => end(one)}>${one.title}</button></p>`)}`,
      dialog,
    )
    dialog.setAttribute('aria-labelledby', 'choose-meeting')
    dialog.addEventListener('cancel', () => end())
    dialog.showModal()
  })
}
