import { html, type TemplateResult } from 'lit'
import { type Basket, commented, LONGEST_COMMENT, moved, without } from '../../basket/basket.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import type { Selection } from './asked.ts'
import { change } from './change.ts'
import { textField } from './text-field.ts'

/** A picked figure with its place in the order and its comment. */
export function pickedArticle({ basket, figures }: Selection, at: number, context: Context): TemplateResult {
  const words = exploringIn(context.lang).selection
  const picked = figures[at]
  const name = picked ? picked.spec.finding : words.goneTitle
  const button = (label: string, sign: string, changed: Basket, disabled: boolean) =>
    html`<button type="button" aria-label=${label} title=${label} ?disabled=${disabled} @click=${() => change(changed, context)}>
      ${sign}
    </button>`
  return html`<li>
    <div class="order on-screen" role="group" aria-label=${words.place(at + 1, basket.picked.length)}>
      ${button(words.up(name), '↑', moved(basket, at, at - 1), at === 0)}
      ${button(words.down(name), '↓', moved(basket, at, at + 1), at === basket.picked.length - 1)}
      ${button(words.leaveOut(name), '×', without(basket, at), false)}
    </div>
    ${picked ? figure({ ...picked.spec, name: `${at + 1}-${picked.spec.name}`, pickable: false }, picked.context) : gone(context)}
    ${comment(basket, at, context)}
  </li>`
}

function comment(basket: Basket, at: number, context: Context): TemplateResult {
  const text = basket.picked[at]!.comment
  const field = {
    id: `comment-${at}`,
    label: exploringIn(context.lang).selection.comment,
    text,
    longest: LONGEST_COMMENT,
    rows: 2,
    write: (written: string) => change(commented(basket, at, written), context),
  }
  return html`<div class="comment">${textField(field, context)}<p class="on-paper">${text}</p></div>`
}

function gone({ lang }: Context): TemplateResult {
  const words = exploringIn(lang).selection
  return html`<section class="card"><h2>${words.goneTitle}</h2><p>${words.goneDetail}</p></section>`
}
