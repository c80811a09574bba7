import type { Lang } from '../../data/model/numbers.ts'
import type { NativeChart } from '../native-charts/chart.ts'
import type { Grid } from '../native-charts/table.ts'

/** A cell as the page writes it; where it is a number, that number and how a workbook shows it the same way. */
export type Cell = { text: string; number?: number; format?: string }

/** The page's own table; a missing value stands as the word that says why. */
export type Table = { columns: readonly string[]; rows: readonly (readonly Cell[])[] }

/** The figures behind, one row each, as exact as their source: for who wants to reckon on. */
export type LongForm = { columns: readonly string[]; rows: readonly (readonly (string | number | null)[])[] }

/** A drawing as SVG text and as PNG, for a document that writes title and sources beside it. In CSS pixels. */
export type Picture = { svg: string; png: Uint8Array; width: number; height: number }

/** A term with what it means. */
type Explained = { term: string; meaning: string }

/** All that a saved figure says, in the language of the page. */
export type ExportedFigure = {
  lang: Lang
  /** The finding, in a sentence. */
  title: string
  /** Unit, year and base. */
  subtitle: string
  /** What its page says before it; empty where that says nothing. */
  lead?: string
  /** What is drawn, in words, where the drawing itself does not say it. */
  key?: string
  /** Source, processing and release: a line each. */
  notes: string[]
  /** How the figures were made. */
  methods?: readonly Explained[]
  /** What stands in the table where a value is missing. */
  missing?: readonly Explained[]
  /** What a sample release must say on every export; null where the figures are real. */
  banner: string | null
  /** What the reader has written about it. */
  comment?: string
  /** What whoever shows it wants to say, for the notes of a slide. */
  spoken?: string
  table: Table
  /** What stands instead of a table that is too long for a page. */
  longTable: string
  long?: () => Promise<LongForm>
  chart: NativeChart | null
  /** Written as a table in PowerPoint, instead of a chart. */
  grid?: Grid
  /** The whole chart; `alone` is the SVG with title and sources in it. */
  picture: Picture & { alone: string }
  /**
   * The drawing in parts that can each be read on a page, where one would be too large: none where they would be too many,
   * and what to say then.
   */
  sheets?: { draw: () => Promise<readonly Picture[]>; tooMany: string }
}

/** What stands before the figures that somebody has put together: `name` is what a sheet of its own is called. */
export type Cover = { name: string; introduction: string; facts: readonly string[] }
