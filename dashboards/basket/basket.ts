/** A figure that somebody has picked: the page that shows it, as its address says it, which of its figures, and a comment. */
export type Picked = { readonly query: string; readonly figure: string; readonly comment: string }

/** Picked figures in the order of the one who picked them. */
export type Basket = readonly Picked[]

/** More figures than this make no committee paper, and no address that mail programs leave whole. */
export const MOST_PICKED = 30
export const LONGEST_COMMENT = 1000
const LONGEST_QUERY = 600
const LONGEST_FIGURE = 40

const isSame = (a: Picked, query: string, figure: string) => a.query === query && a.figure === figure

export const holds = (basket: Basket, query: string, figure: string): boolean =>
  basket.some((one) => isSame(one, query, figure))

/** The basket with a figure last; unchanged where it is there already or the basket is full. */
export function withPicked(basket: Basket, query: string, figure: string): Basket {
  if (holds(basket, query, figure) || basket.length >= MOST_PICKED) return basket
  return [...basket, { query, figure, comment: '' }]
}

export const withoutPicked = (basket: Basket, query: string, figure: string): Basket =>
  basket.filter((one) => !isSame(one, query, figure))

export const without = (basket: Basket, at: number): Basket => basket.filter((_, index) => index !== at)

/** The basket with the figure at `from` moved to `to`, which is kept within its ends. */
export function moved(basket: Basket, from: number, to: number): Basket {
  const rest = without(basket, from)
  const place = Math.min(Math.max(to, 0), rest.length)
  return [...rest.slice(0, place), ...basket.slice(from, from + 1), ...rest.slice(place)]
}

export function commented(basket: Basket, at: number, comment: string): Basket {
  return basket.map((one, index) => (index === at ? { ...one, comment: comment.slice(0, LONGEST_COMMENT) } : one))
}

/** What somebody else's address or an older browser has kept, if it is a basket; else null. */
export function asBasket(given: unknown): Basket | null {
  if (!Array.isArray(given) || given.length > MOST_PICKED) return null
  const basket = given.map(asPicked)
  return basket.every((one) => one !== null) ? basket : null
}

function asPicked(given: unknown): Picked | null {
  if (!Array.isArray(given)) return null
  const [query, figure, comment] = given
  const isText = (text: unknown, longest: number): text is string => typeof text === 'string' && text.length <= longest
  if (!isText(query, LONGEST_QUERY) || !isText(figure, LONGEST_FIGURE) || !isText(comment, LONGEST_COMMENT)) return null
  return { query, figure, comment }
}

/** The basket as plain lists, the form in which it is kept. */
export const asLists = (basket: Basket): string[][] =>
  basket.map(({ query, figure, comment }) => [query, figure, comment])
