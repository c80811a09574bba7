import type { Table } from './figure.ts'

/** How a table is laid on a page of Word: letters in half points, a column's width in twentieths of a point. */
export type Layout = { size: number; widths: number[]; headsStand: boolean }

/** Sizes to try, in half points: a smaller one cannot be read on paper. */
const SIZES = [17, 16, 15, 14, 13] as const
/** Left and right of a cell's text, in twentieths of a point. */
export const CELL_MARGIN = 60
/** A text that is wider than this many letters may as well break. */
const WIDEST_LETTERS = 34
/** Width of the letter `n` in the document's face, as a part of its height. */
const LETTER = 0.56

/** The widest letters are counted a half more, the slimmest a half: so that no estimate is too narrow for its word. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce(
    (sum, letter) => sum + (/[MWmwÅÄÖ%—]/.test(letter) ? 1.5 : /[iljt.,:;|'()\u202f]/.test(letter) ? 0.6 : 1),
    0,
  ) *
  LETTER *
  size *
  10

const wordsOf = (text: string): string[] => text.split(/[ \n]/)
const widestWord = (text: string, size: number): number => Math.max(...wordsOf(text).map((word) => widthOf(word, size)))

/** Widths at which no word breaks, at the largest size that they all fit; null where the table is too wide for a page. */
export function layoutOf(table: Table, room: number): Layout | null {
  for (const headsStand of [false, true])
    for (const size of SIZES) {
      const widths = widthsAt(table, room, size, headsStand)
      if (widths) return { size, widths, headsStand }
    }
  return null
}

function widthsAt({ columns, rows }: Table, room: number, size: number, headsStand: boolean): number[] | null {
  const texts = columns.map((head, at) => [
    ...(headsStand && at > 0 ? [] : [head]),
    ...rows.map((row) => row[at]!.text),
  ])
  const line = 1.3 * size * 10
  const least = texts.map((column) => Math.max(line, ...column.map((text) => widestWord(text, size))) + 2 * CELL_MARGIN)
  const left = room - least.reduce((sum, width) => sum + width, 0)
  if (left < 0) return null
  const most = WIDEST_LETTERS * LETTER * size * 10
  const wished = texts.map((column, at) =>
    Math.max(0, Math.min(most, Math.max(...column.map((text) => widthOf(text, size)))) + 2 * CELL_MARGIN - least[at]!),
  )
  const all = wished.reduce((sum, width) => sum + width, 0)
  const part = all === 0 ? 0 : Math.min(1, left / all)
  return least.map((width, at) => Math.round(width + part * wished[at]!))
}
