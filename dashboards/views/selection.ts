import { html, type TemplateResult } from 'lit'
import { asLists, type Basket } from '../basket/basket.ts'
import { pack, unpack } from '../basket/packed.ts'
import { type PickedFigure, pickedFigure } from '../basket/picked-figure.ts'
import { keptBasket } from '../kept.ts'
import { message } from '../parts/messages.ts'
import { exploringIn } from '../text/exploring/index.ts'
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
}

async function askSelection(context: Context): Promise<Selection> {
  const given = context.state.basket === '' ? keptBasket() : await unpack(context.state.basket)
  const basket = given ?? []
  await writeIntoAddress(basket, context)
  const figures = await Promise.all(basket.map((picked) => pickedFigure(picked, context)))
  return { basket, figures, shared: isShared(basket), broken: given === null }
}

function isShared(basket: Basket): boolean {
  const kept = keptBasket()
  return kept.length > 0 && JSON.stringify(asLists(kept)) !== JSON.stringify(asLists(basket))
}

/** The page was opened by its name: the address takes up what this browser keeps, so that it can be linked and reloaded. */
async function writeIntoAddress(basket: Basket, { state, href }: Context) {
  if (state.basket !== '' || basket.length === 0) return
  history.replaceState(null, '', href({ basket: await pack(basket) }))
}

function show(selection: Selection, context: Context): TemplateResult {
  const words = exploringIn(context.lang).selection
  if (selection.broken) return message(words.brokenTitle, words.brokenDetail)
  if (selection.basket.length === 0) return message(words.emptyTitle, words.emptyDetail)
  return html`<header class="finding">
      <h1 tabindex="-1">${words.title}</h1>
      <p class="on-screen">${words.lead(selection.basket.length)}</p>
      ${selection.shared ? sharedNotice(context) : ''} ${saveBar(selection, context)}
    </header>
    <ol class="selection">
      ${selection.basket.map((_, at) => pickedArticle(selection, at, context))}
    </ol>`
}

/** Whoever changes somebody else's selection should know that their own gives way. */
function sharedNotice({ lang, go }: Context): TemplateResult {
  const words = exploringIn(lang).selection
  return html`<p class="notice on-screen" role="note">
    ${words.shared(keptBasket().length)}
    <button type="button" class="button quiet" @click=${() => go({ basket: '' })}>${words.showOwn}</button>
  </p>`
}

export const view: View<Selection> = {
  choosers: [],
  ask: askSelection,
  title: (_, { lang }) => exploringIn(lang).selection.title,
  show,
}
