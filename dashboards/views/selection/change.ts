import { hasStepped, showsOwn } from '../../address/entry.ts'
import { LONGEST_BASKET } from '../../address/state.ts'
import type { Basket } from '../../basket/basket.ts'
import { pack } from '../../basket/packed.ts'
import { changedElsewhere, changing, showing } from '../../basket/undo.ts'
import type { Context } from '../../page/view.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import type { Shown } from './shown.ts'

/** The hand rests for this long before the address follows it: browsers allow few changes of an address a second. */
const REST_MS = 400

let waiting: ReturnType<typeof setTimeout> | undefined
let isUnnoted = false

/** Changes which figures stand where; the page is shown anew. */
export async function arrange(shown: Shown, how: (now: Basket) => Basket, { go }: Pick<Context, 'go'>): Promise<void> {
  stopWaiting()
  makeOwn(shown)
  shown.change(how)
  changing(shown.read())
  go({ basket: await textFor(shown.read()) })
}

/** Changes what is written: kept at once, the address follows when the hand rests. */
export function write(shown: Shown, how: (now: Basket) => Basket, context: Context): void {
  makeOwn(shown)
  shown.change(how)
  isUnnoted = true
  clearTimeout(waiting)
  waiting = setTimeout(() => void settle(shown, context), REST_MS)
}

/** Puts into the address what was written since; a step that Back undoes. */
export async function settle(shown: Shown, { note, lang }: Context): Promise<void> {
  if (!isUnnoted || hasStepped()) return
  stopWaiting()
  const basket = shown.read()
  changing(basket)
  note({ basket: await textFor(basket) }, titleOf(basket, lang), true)
}

/** The entry of the history too becomes one's own. */
function makeOwn(shown: Shown): void {
  if (!shown.isOwn) showsOwn()
}

function stopWaiting(): void {
  clearTimeout(waiting)
  isUnnoted = false
}

/** The basket for the address; one too long for it is kept by the browser only. */
export async function textFor(basket: Basket): Promise<string> {
  const text = await pack(basket)
  return text.length <= LONGEST_BASKET ? text : ''
}

/** The selection's own title, or what any is called. */
export const titleOf = ({ title }: Basket, lang: Context['lang']): string => title || exploringIn(lang).selection.title

/** The page shows the kept basket as it is now, whatever its address said. */
export async function follow(basket: Basket, given: string, { note, lang }: Context): Promise<void> {
  showing(basket)
  const text = await textFor(basket)
  if (text !== given) note({ basket: text }, titleOf(basket, lang), false)
}

/** Another tab has changed the kept basket. */
export async function catchUp(basket: Basket, { note, lang }: Context): Promise<void> {
  changedElsewhere(basket)
  note({ basket: await textFor(basket) }, titleOf(basket, lang), false)
}
