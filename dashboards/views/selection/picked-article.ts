import { html, type TemplateResult } from 'lit'
import {
  type Basket,
  commented,
  commentOn,
  LONGEST_COMMENT,
  moved,
  type Picked,
  withoutPicked,
} from '../../basket/basket.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followed } from '../../parts/followed.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import type { Selection } from './asked.ts'
import { arrange, settle, write } from './change.ts'
import type { Shown } from './shown.ts'
import { textField } from './text-field.ts'

/** A picked figure with its place in the order and its comment. */
export function pickedArticle({ shown, basket, figures }: Selection, at: number, context: Context): TemplateResult {
  const words = exploringIn(context.lang).selection
  const one = basket.picked[at]!
  const picked = figures[at]
  const name = picked ? picked.spec.finding : words.goneTitle
  const button = (label: string, sign: string, how: (now: Basket) => Basket, disabled: boolean) =>
    html`<button type="button" aria-label=${label} title=${label} ?disabled=${disabled} @click=${() => arrange(shown, how, context)}>
      ${sign}
    </button>`
  return html`<li>
    <div class="order on-screen" role="group" aria-label=${words.place(at + 1, basket.picked.length)}>
      ${button(words.up(name), '↑', (now) => moved(now, one, -1), at === 0)}
      ${button(words.down(name), '↓', (now) => moved(now, one, 1), at === basket.picked.length - 1)}
      ${button(words.leaveOut(name), '×', (now) => withoutPicked(now, one.query, one.figure), false)}
    </div>
    ${picked ? figure({ ...picked.spec, name: `${at + 1}-${picked.spec.name}`, pickable: false }, picked.context) : gone(context)}
    ${comment(shown, one, at, context)}
  </li>`
}

function comment(shown: Shown, one: Picked, at: number, context: Context): TemplateResult {
  const words = exploringIn(context.lang).selection
  const read = () => commentOn(shown.read(), one)
  const field = textField({
    id: `comment-${at}`,
    label: words.comment,
    longest: LONGEST_COMMENT,
    full: words.fieldFull(LONGEST_COMMENT),
    rows: 2,
    read,
    asKept: (text) => text,
    write: (text) => write(shown, (now) => commented(now, one, text), context),
    settle: () => settle(shown, context),
  })
  return html`<div class="comment">${field}<p class="on-paper">${followed(read)}</p></div>`
}

function gone({ lang }: Context): TemplateResult {
  const words = exploringIn(lang).selection
  return html`<section class="card"><h2>${words.goneTitle}</h2><p>${words.goneDetail}</p></section>`
}
