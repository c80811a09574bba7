import { html, type TemplateResult } from 'lit'
import { METHODS, type MethodId } from '../../data/model/methods.ts'
import type { Context, View } from '../page/view.ts'
import { link } from '../parts/link.ts'
import { methodsIn } from '../text/method/index.ts'
import { pictureOfMethod } from './method/pictures.ts'

/** Each method in four sentences and a picture, where its results lead to. */
function show(_: null, context: Context): TemplateResult {
  const words = methodsIn(context.lang)
  return html`<header class="finding">
      <h1 tabindex="-1">${words.title}</h1>
      <p>${words.lead} ${words.invented}</p>
    </header>
    <nav class="contents" aria-label=${words.contents}>
      <ul>
        ${METHODS.map((id) => html`<li>${link(words.explained[id].title, { at: id }, context)}</li>`)}
      </ul>
    </nav>
    ${METHODS.map((id) => explained(id, context))}`
}

function explained(id: MethodId, { lang }: Context): TemplateResult {
  const words = methodsIn(lang)
  const { title, sentences, picture, labels, formula, source } = words.explained[id]
  return html`<section class="method" id=${id} tabindex="-1" aria-labelledby=${`${id}-title`}>
    <h2 id=${`${id}-title`}>${title}</h2>
    <div class="told">
      <p class="sentences">${sentences.join(' ')}</p>
      <details class="why">
        <summary>${words.formula}</summary>
        <p>${formula}</p>
        <p>${source}</p>
      </details>
    </div>
    <div class="drawn">${pictureOfMethod(id, { labels, lang }, picture)}</div>
  </section>`
}

export const view: View<null> = {
  choosers: [],
  ask: async () => null,
  title: (_, { lang }) => methodsIn(lang).title,
  show,
}
