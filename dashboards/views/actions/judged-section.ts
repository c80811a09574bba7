import { html, nothing, type TemplateResult } from 'lit'
import type { ActionsAnswer } from '../../../data/model/answers/meetings.ts'
import type { Context } from '../../page/view.ts'
import { link } from '../../parts/link.ts'
import { meetingsIn } from '../../text/meetings/index.ts'
import { actionItems } from '../meetings/action-list.ts'

/** More are read on their own page. */
const MOST = 3

/** On Start: what the release says of what was decided, and what has passed its day. */
export function judgedSection({ actions, summary }: ActionsAnswer, context: Context): TemplateResult {
  const words = meetingsIn(context.lang)
  const { overview, decide } = words
  const judged = actions.filter(({ verdict }) => verdict !== null).slice(0, MOST)
  return html`<section class="found judged" aria-labelledby="judged">
    <h2 id="judged">${overview.start}</h2>
    <p>${decide.summary(summary.judged, summary.total, summary.met)} ${summary.overdue > 0 ? overview.overdue(summary.overdue) : ''}</p>
    ${judged.length > 0 ? actionItems({ actions: judged }, words, context.lang) : nothing}
    <p>${link(overview.toAll, { view: 'atgarder' }, context)}</p>
  </section>`
}
