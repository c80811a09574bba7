import { text } from '@observablehq/plot'
import { INK } from './plot.ts'

/** Where the titles of a chart's rows stand: to the left of them, or above each where the page is narrow. */
export type RowLayout = {
  above: boolean
  marginLeft: number
  rowHeight: number
  /** How far below the middle of its row a mark lies, so that a title above has room. */
  dy: number
}

/** Pixels that a letter of a title takes, about. */
export const LETTER = 6.6
const NARROW = 520

/** @param width of the whole chart, in pixels */
export function rowLayout(titles: readonly string[], width: number, rowHeight = 36): RowLayout {
  const longest = Math.max(0, ...titles.map((title) => title.length)) * LETTER + 16
  const above = width < NARROW || longest > width * 0.45
  return above
    ? { above, marginLeft: 14, rowHeight: rowHeight + 12, dy: 8 }
    : { above, marginLeft: Math.max(90, longest), rowHeight, dy: 0 }
}

type Titled = { id: string; title: string }

/** The titles of the rows, on a band scale of their ids. */
export function rowTitles(rows: readonly Titled[], { above }: RowLayout, more: { fontWeight?: 'bold' } = {}) {
  const style = { y: 'id', text: 'title', frameAnchor: 'left', fill: INK, ...more } as const
  return above
    ? text(rows, { ...style, textAnchor: 'start', dx: -10, dy: -13 })
    : text(rows, { ...style, textAnchor: 'end', dx: -12 })
}
