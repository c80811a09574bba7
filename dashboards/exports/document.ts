import type { FigureSpec } from '../parts/figure-spec.ts'
import type { Context } from '../views/view.ts'
import { described } from './described.ts'
import type { ExportedFigure } from './figure.ts'

/** A figure that goes into a document, with what somebody has written about it. */
export type Included = { spec: FigureSpec; context: Context; comment: string }

/** What each format is written with, fetched when it is first asked for. */
const WRITERS = {
  pptx: async (figures: ExportedFigure[], title: string) =>
    (await import('./powerpoint.ts')).powerpoint(figures, title),
  docx: async (figures: ExportedFigure[], title: string) => (await import('./word.ts')).word(figures, title),
  xlsx: async (figures: ExportedFigure[]) => (await import('./workbook.ts')).workbook(figures),
  zip: async (figures: ExportedFigure[]) => (await import('./pictures.ts')).pictures(figures),
}
export type Format = keyof typeof WRITERS

/** Figures in order as a file of the format. Drawn one after another, since each picture takes memory. */
export async function documentOf(format: Format, included: readonly Included[], title: string): Promise<Blob> {
  const figures: ExportedFigure[] = []
  for (const { spec, context, comment } of included) figures.push(await described(spec, context, comment))
  return WRITERS[format](figures, title)
}
