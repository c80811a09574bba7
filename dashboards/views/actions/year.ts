import { html, type TemplateResult } from 'lit'
import type { JudgedAction } from '../../../data/model/answers/meetings.ts'
import { quarterOf } from '../../../data/model/meetings/follow-up.ts'
import type { Context } from '../../page/view.ts'
import { meetingsIn } from '../../text/meetings/index.ts'
import { actionItems } from '../meetings/action-list.ts'

const UNDATED = ''

/** Every action by the quarter in which it is to be done, those without a day last. */
export function throughTheYear(shown: readonly JudgedAction[], { lang }: Context): TemplateResult {
  const words = meetingsIn(lang)
  const quarters = [...new Set(shown.map(whenOf))].sort((a, b) =>
    a === UNDATED ? 1 : b === UNDATED ? -1 : a < b ? -1 : 1,
  )
  return html`<section aria-labelledby="through-year">
    <h2 id="through-year">${words.overview.through}</h2>
    ${quarters.map((when) => {
      const actions = shown.filter((one) => whenOf(one) === when)
      return html`<h3>${when === UNDATED ? words.overview.undated : words.overview.quarter(when.slice(0, 4), Number(when.slice(5)))} (${actions.length})</h3>
        ${actionItems({ actions }, words, lang)}`
    })}
  </section>`
}

/** `2026 1`: year and quarter. */
const whenOf = ({ action: { due } }: JudgedAction): string =>
  due === null ? UNDATED : `${due.slice(0, 4)} ${quarterOf(due)}`
