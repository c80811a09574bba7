import { stepOfEntry } from '../../address/entry.ts'
import { type Basket, EMPTY } from '../../basket/basket.ts'
import { pack, unpack } from '../../basket/packed.ts'
import { type PickedFigure, pickedFigure } from '../../basket/picked-figure.ts'
import { isStep } from '../../basket/undo.ts'
import { changeKept, keptBasket } from '../../browser-storage/basket.ts'
import type { Context } from '../../page/view.ts'
import { follow, textFor } from './change.ts'
import { Shown } from './shown.ts'

export type Selection = {
  /** As it is at the moment of asking. */
  shown: Shown
  /** As it was when the figures were asked for. */
  basket: Basket
  /** In the basket's order; null where a page no longer has the figure. */
  figures: readonly (PickedFigure | null)[]
  /** The address holds a text that is no basket. */
  broken: boolean
  /** The address has room for it. */
  fits: boolean
}

/** @throws AskError */
export async function askSelection(context: Context): Promise<Selection> {
  const { basket: address } = context.state
  const given = address === '' ? EMPTY : await unpack(address)
  const shown = new Shown(given !== null && (await isForeign(given, address)) ? given : null)
  const basket = shown.read()
  if (given !== null && shown.isOwn) await follow(basket, address, context)
  const figures = await Promise.all(basket.picked.map((picked) => pickedFigure(picked, context)))
  const fits = basket.picked.length === 0 || (await textFor(basket)) !== ''
  return { shown, basket, figures, broken: given === null, fits }
}

/**
 * Whether the basket came from elsewhere. An own one of before did not: stepped back to it is kept again, else what was
 * written since is shown in its place.
 */
async function isForeign(given: Basket, address: string): Promise<boolean> {
  if (address === '') return false
  const kept = keptBasket()
  if (isStep(kept)) changeKept(() => given)
  else if (stepOfEntry() === null || kept.picked.length === 0) return (await pack(given)) !== (await pack(kept))
  return false
}
