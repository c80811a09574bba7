import { beginStep, hasStepped, showsOwn, stepOfEntry } from '../address/entry.ts'
import { asLists, type Basket } from './basket.ts'

const textOf = (basket: Basket): string => JSON.stringify(asLists(basket))

/** The own basket as this tab has last shown it or put it into the address. */
let last: string | null = null
/** Steps before this one know nothing of what another tab has done since. */
let earliest = 0

/** Notes that the page, and the address with it, shows the own basket. */
export function showing(basket: Basket): void {
  showsOwn()
  last = textOf(basket)
}

/** Notes that a change of the own basket begins a step that Back undoes. */
export function changing(basket: Basket): void {
  beginStep()
  last = textOf(basket)
}

/** Another tab has changed the basket: no step of this one from before may undo that. */
export function changedElsewhere(basket: Basket): void {
  earliest = beginStep()
  last = textOf(basket)
}

/**
 * Whether somebody stepped back or forward to an own basket of before, and what the browser keeps should follow. Never where
 * something was added, written or taken away since, here or elsewhere: it would be lost.
 */
export const isStep = (kept: Basket): boolean =>
  hasStepped() && (stepOfEntry() ?? 0) >= earliest && last === textOf(kept)
