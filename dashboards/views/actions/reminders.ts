import { html, nothing, type TemplateResult } from 'lit'
import type { JudgedAction } from '../../../data/model/answers/meetings.ts'
import { type Turn, turnOf } from '../../../data/model/meetings/follow-up.ts'
import type { Context } from '../../page/view.ts'
import { link } from '../../parts/link.ts'
import { meetingsIn } from '../../text/meetings/index.ts'
import { actionItems } from '../meetings/action-list.ts'

const TURNS = ['overdue', 'soon', 'judged'] as const satisfies readonly Turn[]

/** What waits for somebody: past its day, soon due, or judged and not yet decided on. */
export function reminders(shown: readonly JudgedAction[], context: Context): TemplateResult {
  const words = meetingsIn(context.lang)
  const today = new Date().toISOString().slice(0, 10)
  const waiting = TURNS.map((turn) => [turn, shown.filter((one) => turnOf(one, today) === turn)] as const)
  const isQuiet = waiting.every(([, actions]) => actions.length === 0)
  return html`<section class="panel" aria-labelledby="reminders">
    <h2 id="reminders">${words.overview.reminders}</h2>
    ${isQuiet ? html`<p class="quiet">${words.overview.nothingWaits}</p>` : nothing}
    ${waiting.map(([turn, actions]) =>
      actions.length === 0
        ? nothing
        : html`<h3>${words.overview.turns[turn]} (${actions.length})</h3>
            ${actionItems({ actions }, words, context.lang, (one) => toMeeting(one, context))}`,
    )}
  </section>`
}

/** The session that decided it, where its state and what comes of it are written. */
const toMeeting = ({ meeting, meetingTitle }: JudgedAction, context: Context): TemplateResult =>
  html`<p>${link(meetingsIn(context.lang).overview.inMeeting(meetingTitle), { view: 'meetings', meeting, mode: 'decide' }, context)}</p>`
