import type { TemplateResult } from 'lit'
import type { MethodId } from '../../data/model/methods.ts'
import type { KeyItem } from '../charts/key.ts'
import type { NativeChart } from '../native-charts/chart.ts'
import type { Grid } from '../native-charts/table.ts'
import type { Texts } from '../text/index.ts'
import type { Table } from './figure-table.ts'

/** A chart and everything that a reader needs to understand, check and carry it away. */
export type FigureSpec = {
  /** Id on the page and stem of the file name: `rang-N31807-2024`. */
  name: string
  finding: string
  subtitle: string
  /** What is drawn, sign by sign; stands by the drawing, in a picture too. */
  key?: readonly KeyItem[]
  /** A pure drawing; the figure chooses the width and draws again when it changes. */
  chart: (width: number) => SVGSVGElement
  /**
   * The same in several drawings, each to be read on a page, where one could be too large; and what a document says instead
   * where they are more than it can hold.
   */
  sheets?: { draw: (width: number) => SVGSVGElement[]; tooMany: string }
  /** Pixels to draw as wide as a sheet of paper, where the rows need more than most charts. */
  paperWidth?: number
  /** Pixels to draw as wide in a document, where the height follows the width and would take the page. */
  documentWidth?: number
  table: Table
  /** Where the raw values come from, and which figures beside them are our own. */
  source: string
  processing: string
  /** How the figures were made; each is linked to its explanation. At least one. */
  methods: readonly MethodId[]
  sample: boolean
  /** The question whose answer holds the figures, for CSV and XLSX. */
  data: { resource: string; question: Readonly<Record<string, string | number | null>> }
  /** What PowerPoint draws itself, made when it is saved; left out where it cannot draw the like. */
  native?: () => NativeChart
  /** What PowerPoint writes as a table of its own instead of a chart. */
  grid?: () => Grid
  /** False where the page has other ways to put the figure into the own selection and out of it. */
  pickable?: false
  /** More below the chart: a sentence, a button. */
  note?: TemplateResult | string
}

/** What a figure is heard as: what it found, and of what and when. */
export const nameOf = ({ finding, subtitle }: Pick<FigureSpec, 'finding' | 'subtitle'>): string =>
  [finding, subtitle.split(' · ')[0]].filter(Boolean).join('. ')

/** Where the raw values come from. */
const sourceOf = ({ sample, source }: Pick<FigureSpec, 'sample' | 'source'>, { figure }: Texts): string =>
  sample ? figure.sampleSource : figure.source(source)

/** Where the figures come from, and which of what is shown is our own where anything is. */
export const originsOf = (spec: FigureSpec, texts: Texts): string[] =>
  [sourceOf(spec, texts), spec.processing && texts.figure.ownProcessing(spec.processing)].filter(Boolean)

/** The same in a line. */
export const sourcesOf = (spec: FigureSpec, texts: Texts): string => originsOf(spec, texts).join(' · ')
