/** A figure that somebody has picked: the page that shows it, as its address says it, which of its figures, and a comment. */
export type Picked = { readonly query: string; readonly figure: string; readonly comment: string }

/** Picked figures in the order of the one who picked them, under a title and an introduction that may be empty. */
export type Basket = { readonly title: string; readonly introduction: string; readonly picked: readonly Picked[] }

export const EMPTY: Basket = { title: '', introduction: '', picked: [] }

/** More figures than this make no committee paper, and no address that mail programs leave whole. */
export const MOST_PICKED = 30
export const LONGEST_COMMENT = 1000
export const LONGEST_TITLE = 120
export const LONGEST_INTRODUCTION = 1000
/** Of a group of all the municipalities that an own one may have, with its name. */
const LONGEST_QUERY = 2000
const LONGEST_FIGURE = 40

const isSame = (a: Picked, query: string, figure: string) => a.query === query && a.figure === figure

export const holds = ({ picked }: Basket, query: string, figure: string): boolean =>
  picked.some((one) => isSame(one, query, figure))

/** The basket with a figure last; unchanged where it is there already or the basket is full. */
export function withPicked(basket: Basket, query: string, figure: string): Basket {
  if (holds(basket, query, figure) || basket.picked.length >= MOST_PICKED) return basket
  return { ...basket, picked: [...basket.picked, { query, figure, comment: '' }] }
}

export const withoutPicked = (basket: Basket, query: string, figure: string): Basket =>
  holding(
    basket,
    basket.picked.filter((one) => !isSame(one, query, figure)),
  )

/** A basket that has become empty loses its title, which belonged to what was in it. */
const holding = (basket: Basket, picked: readonly Picked[]): Basket =>
  picked.length === 0 ? EMPTY : { ...basket, picked }

/** The basket with a figure moved by so many places, which are kept within its ends; unchanged where it holds no such figure. */
export function moved(basket: Basket, { query, figure }: Picked, by: number): Basket {
  const from = basket.picked.findIndex((one) => isSame(one, query, figure))
  if (from < 0) return basket
  const rest = basket.picked.filter((_, index) => index !== from)
  const place = Math.min(Math.max(from + by, 0), rest.length)
  return { ...basket, picked: [...rest.slice(0, place), basket.picked[from]!, ...rest.slice(place)] }
}

/** The basket with another comment on a figure, wherever that now stands. */
export function commented(basket: Basket, { query, figure }: Picked, comment: string): Basket {
  const written = comment.slice(0, LONGEST_COMMENT)
  const picked = basket.picked.map((one) => (isSame(one, query, figure) ? { ...one, comment: written } : one))
  return { ...basket, picked }
}

/** What is written about a figure of the basket. */
export const commentOn = (basket: Basket, { query, figure }: Picked): string =>
  basket.picked.find((one) => isSame(one, query, figure))?.comment ?? ''

/** Whether two baskets hold the same figures in the same order, whatever is written about them. */
export const isArrangedAs = (one: Basket, other: Basket): boolean =>
  one.picked.length === other.picked.length &&
  one.picked.every(({ query, figure }, at) => isSame(other.picked[at]!, query, figure))

/** A title as it is kept: one line. */
export const asTitle = (title: string): string => title.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE).trim()

/** An introduction as it is kept. */
export const asIntroduction = (text: string): string => text.trim().slice(0, LONGEST_INTRODUCTION).trim()

export const titled = (basket: Basket, title: string): Basket => ({ ...basket, title: asTitle(title) })

export const introduced = (basket: Basket, introduction: string): Basket => ({
  ...basket,
  introduction: asIntroduction(introduction),
})

/** What somebody else's address or an older browser has kept, if it is a basket, also one without a heading; else null. */
export function asBasket(given: unknown): Basket | null {
  if (!Array.isArray(given)) return null
  const [first, ...others] = given
  const isHeaded = Array.isArray(first) && first.length === 2
  const heading = isHeaded ? asHeading(first) : EMPTY
  const picked = (isHeaded ? others : given).map(asPicked)
  if (heading === null || picked.length > MOST_PICKED) return null
  return picked.every((one) => one !== null) ? { ...heading, picked: distinct(picked) } : null
}

/** Each figure once, where it stands first: what is written about it has one place. */
const distinct = (picked: readonly Picked[]): Picked[] =>
  picked.filter(({ query, figure }, at) => picked.findIndex((one) => isSame(one, query, figure)) === at)

const isText = (text: unknown, longest: number): text is string => typeof text === 'string' && text.length <= longest

function asHeading([title, introduction]: unknown[]): Omit<Basket, 'picked'> | null {
  return isText(title, LONGEST_TITLE) && isText(introduction, LONGEST_INTRODUCTION) ? { title, introduction } : null
}

function asPicked(given: unknown): Picked | null {
  if (!Array.isArray(given)) return null
  const [query, figure, comment] = given
  if (!isText(query, LONGEST_QUERY) || !isText(figure, LONGEST_FIGURE) || !isText(comment, LONGEST_COMMENT)) return null
  return { query, figure, comment }
}

/** The basket as plain lists, the form in which it is kept: the heading first where there is one, then a figure a list. */
export function asLists({ title, introduction, picked }: Basket): string[][] {
  const heading = title || introduction ? [[title, introduction]] : []
  return [...heading, ...picked.map(({ query, figure, comment }) => [query, figure, comment])]
}
