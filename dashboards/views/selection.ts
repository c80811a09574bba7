import { html, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { keptBasket } from '../browser-storage/basket.ts'
import type { Context, View } from '../page/view.ts'
import { followed } from '../parts/followed.ts'
import { message } from '../parts/messages.ts'
import { exploringIn } from '../text/exploring/index.ts'
import { askSelection, type Selection } from './selection/asked.ts'
import { titleOf } from './selection/change.ts'
import './selection/elsewhere.ts'
import { factsOf } from './selection/facts.ts'
import { headingFields } from './selection/heading.ts'
import { pickedArticle } from './selection/picked-article.ts'
import { saveBar } from './selection/save-bar.ts'
import type { Shown } from './selection/shown.ts'

function show(selection: Selection, context: Context): TemplateResult {
  const words = exploringIn(context.lang).selection
  const { shown, basket, figures, broken, fits } = selection
  if (broken) return message(words.brokenTitle, words.brokenDetail)
  const elsewhere = html`<js-elsewhere .selection=${selection} .context=${context}></js-elsewhere>`
  if (basket.picked.length === 0) return html`${message(words.emptyTitle, words.emptyDetail)}${elsewhere}`
  const facts = factsOf(figures, context, new Date())
  return html`<header class="finding">
      <h1 tabindex="-1">${followed(() => titleOf(shown.read(), context.lang))}</h1>
      <p class="on-screen">${words.lead(basket.picked.length)}</p>
      ${followed(() => (isShared(shown) ? sharedNotice(context) : ''))}
      ${fits ? '' : html`<p class="notice on-screen" role="note">${words.tooLong}</p>`}
      ${headingFields(shown, context)} ${followed(() => introduction(shown))}
      <ul class="facts on-paper">
        ${facts.map((fact) => html`<li>${fact}</li>`)}
      </ul>
      ${saveBar(selection, context)}
    </header>
    <ol class="selection">
      ${repeat(
        basket.picked,
        ({ query, figure }) => `${figure} ${query}`,
        (_, at) => pickedArticle(selection, at, context),
      )}
    </ol>
    ${elsewhere}`
}

const introduction = (shown: Shown) =>
  shown.read().introduction ? html`<p class="on-paper">${shown.read().introduction}</p>` : ''

/** It would take the place of another. */
const isShared = (shown: Shown): boolean => !shown.isOwn && keptBasket().picked.length > 0

/** Whoever changes somebody else's selection should know that their own gives way. */
function sharedNotice({ lang, go }: Context): TemplateResult {
  const words = exploringIn(lang).selection
  return html`<p class="notice on-screen" role="note">
    ${words.shared(keptBasket().picked.length)}
    <button type="button" class="button quiet" @click=${() => go({ basket: '' })}>${words.showOwn}</button>
  </p>`
}

export const view: View<Selection> = {
  choosers: [],
  ask: askSelection,
  title: ({ shown }, { lang }) => titleOf(shown.read(), lang),
  show,
}
