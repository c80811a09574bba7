import { html, type TemplateResult } from 'lit'
import { keptBasket } from '../browser-storage/basket.ts'
import type { Context, View } from '../page/view.ts'
import { message } from '../parts/messages.ts'
import { exploringIn } from '../text/exploring/index.ts'
import { askSelection, type Selection } from './selection/asked.ts'
import { factsOf } from './selection/facts.ts'
import { headingFields, titleOf } from './selection/heading.ts'
import { pickedArticle } from './selection/picked-article.ts'
import { saveBar } from './selection/save-bar.ts'

function show(selection: Selection, context: Context): TemplateResult {
  const words = exploringIn(context.lang).selection
  const { basket, figures, shared, broken, fits } = selection
  if (broken) return message(words.brokenTitle, words.brokenDetail)
  if (basket.picked.length === 0) return message(words.emptyTitle, words.emptyDetail)
  const facts = factsOf(figures, context, new Date())
  return html`<header class="finding">
      <h1 tabindex="-1">${titleOf(selection, context)}</h1>
      <p class="on-screen">${words.lead(basket.picked.length)}</p>
      ${shared ? sharedNotice(context) : ''}
      ${fits ? '' : html`<p class="notice on-screen" role="note">${words.tooLong}</p>`}
      ${headingFields(basket, context)} ${basket.introduction ? html`<p class="on-paper">${basket.introduction}</p>` : ''}
      <ul class="facts on-paper">
        ${facts.map((fact) => html`<li>${fact}</li>`)}
      </ul>
      ${saveBar(selection, context)}
    </header>
    <ol class="selection">
      ${basket.picked.map((_, at) => pickedArticle(selection, at, context))}
    </ol>`
}

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
  title: titleOf,
  show,
}
