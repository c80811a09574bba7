/** The own baskets that this visit has shown, as texts of the address, and the one it showed last. */
const shown = new Set<string>()
let last: string | undefined

/** Notes that the page shows this basket, and whether it is the one that the browser keeps. */
export function showing(text: string, isOwn: boolean): void {
  if (isOwn) shown.add(text)
  last = text
}

/**
 * Whether the address went from the kept basket to another own one: somebody stepped back or forward in the browser, and
 * what it keeps should follow. After a figure was added elsewhere it should not, or that figure would be lost.
 */
export const isStep = (text: string, kept: string): boolean => text !== kept && last === kept && shown.has(text)
