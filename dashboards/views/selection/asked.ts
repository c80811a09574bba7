import { LONGEST_BASKET } from '../../address/state.ts'
import { type Basket, EMPTY } from '../../basket/basket.ts'
import { pack, unpack } from '../../basket/packed.ts'
import { type PickedFigure, pickedFigure } from '../../basket/picked-figure.ts'
import { isStep, showing } from '../../basket/undo.ts'
import { keepBasket, keptBasket } from '../../browser-storage/basket.ts'
import type { Context } from '../../page/view.ts'

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

/** @throws AskError */
export async function askSelection(context: Context): Promise<Selection> {
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
