import type { FigureSpec } from '../page/figure-spec.ts'
import type { Context } from '../page/view.ts'
import { described } from './described.ts'
import type { Cover, ExportedFigure } from './figure.ts'

/** A figure that goes into a document, with what somebody has written about it. */
export type Included = { spec: FigureSpec; context: Context; comment: string }

type Writer = (figures: readonly ExportedFigure[], title: string, cover?: Cover) => Promise<Blob>

/** What each format is written with, fetched when it is first asked for. */
const WRITERS = {
  pptx: async () => (await import('./powerpoint.ts')).powerpoint,
  docx: async () => (await import('./word.ts')).word,
  xlsx: async () => (await import('./workbook.ts')).workbook,
  zip: async () => (await import('./pictures.ts')).pictures,
} satisfies Record<string, () => Promise<Writer>>
export type Format = keyof typeof WRITERS

/**
 * Figures in order as a file of the format, under a title and, where somebody has put them together, after a cover. Drawn
 * one after another, since each picture takes memory.
 */
export async function documentOf(
  format: Format,
  included: readonly Included[],
  title: string,
  cover?: Cover,
): Promise<Blob> {
  const figures: ExportedFigure[] = []
  for (const { spec, context, comment } of included) figures.push(await described(spec, context, comment))
  const write = await WRITERS[format]()
  return write(figures, title, cover)
}
