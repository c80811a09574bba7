import type { Lang } from '../../data/model/numbers.ts'

export type Cell = string | number | null

/** The figure's numbers as a table; a missing value stands as the word that says why. */
export type Table = {
  columns: { title: string; decimals?: number }[]
  rows: Cell[][]
}

/** One row of bars or one line: a value per category, null where there is none. */
type Series = { name: string; values: (number | null)[] }

type Point = { name: string; x: number; y: number; own: boolean }

/** What Word and PowerPoint can draw themselves, so that the reader can edit it there. */
export type NativeChart =
  | { kind: 'bars'; unit: string; decimals: number; categories: string[]; series: Series[]; own: string[] }
  | { kind: 'lines'; unit: string; decimals: number; categories: string[]; series: Series[]; own: string[] }
  | { kind: 'points'; x: string; y: string; decimals: number; points: Point[] }

/**
 * The chart as drawn, as SVG text and as PNG, for a document that writes title and sources beside it; and `alone`, the SVG
 * with title and sources in it. Width and height in CSS pixels.
 */
export type Picture = { svg: string; png: Uint8Array; alone: string; width: number; height: number }

/** All that a saved figure says, in the language of the page. */
export type ExportedFigure = {
  lang: Lang
  /** The finding, in a sentence. */
  title: string
  /** Unit, year and base. */
  subtitle: string
  /** Source, processing and release: a line each. */
  notes: string[]
  /** What a sample release must say on every export; null where the figures are real. */
  banner: string | null
  /** What the reader has written about it. */
  comment?: string
  table: Table
  /** What stands instead of a table that is too long for a page. */
  longTable: string
  chart: NativeChart | null
  picture: Picture
}

/** What stands before the figures that somebody has put together: `name` is what a sheet of its own is called. */
export type Cover = { name: string; introduction: string; facts: readonly string[] }
