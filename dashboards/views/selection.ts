import { html, type TemplateResult } from 'lit'
import { type Basket, EMPTY } from '../basket/basket.ts'
import { pack, unpack } from '../basket/packed.ts'
import { type PickedFigure, pickedFigure } from '../basket/picked-figure.ts'
import { isStep, showing } from '../basket/undo.ts'
import { keepBasket, keptBasket } from '../kept.ts'
import { message } from '../parts/messages.ts'
import { LONGEST_BASKET } from '../state.ts'
import { exploringIn } from '../text/exploring/index.ts'
import { factsOf } from './selection/facts.ts'
import { headingFields, titleOf } from './selection/heading.ts'
import { pickedArticle } from './selection/picked-article.ts'
import { saveBar } from './selection/save-bar.ts'
import type { Context, View } from './view.ts'

export type Selection = {
  basket: Basket
  /** In the basket's order; null where a page no longer has the figure. */
  figures: readonly (PickedFigure | null)[]
  /** The address holds another basket than this browser: it came with a link. */
  shared: boolean
  /** The address holds a text that is no basket. */
  broken: boolean
  /** The address has room for it. */
  fits: boolean
}

async function askSelection(context: Context): Promise<Selection> {
  const { basket: address } = context.state
  const given = address === '' ? keptBasket() : await unpack(address)
  const basket = given ?? EMPTY
  const text = await pack(basket)
  const fits = text.length <= LONGEST_BASKET
  // Opened by its name, the page takes up in the address what this browser keeps, so that it can be linked and reloaded.
  if (address === '' && text !== '' && fits) history.replaceState(null, '', context.href({ basket: text }))
  const shared = given !== null && (await isForeign(basket, text))
  const figures = await Promise.all(basket.picked.map((picked) => pickedFigure(picked, context)))
  return { basket, figures, shared, broken: given === null, fits }
}

/** Whether the basket would take the place of another that this browser keeps; one stepped back to is kept at once. */
async function isForeign(basket: Basket, text: string): Promise<boolean> {
  const kept = await pack(keptBasket())
  const isStepped = isStep(text, kept)
  if (isStepped) keepBasket(basket)
  const foreign = !isStepped && kept !== '' && text !== kept
  showing(text, !foreign)
  return foreign
}

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
