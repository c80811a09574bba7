import type { FileChild } from 'docx'
import type { ExportedFigure } from './figure.ts'
import { documentOf, heading, line, picture } from './word.ts'

type Docx = typeof import('docx')

/** What lies before one municipality: its figures, on one page. */
export type Placemat = { name: string; figures: readonly ExportedFigure[] }

/** Pixels of a page's height that its figures share, and what each needs for its words. */
const HEIGHT = 900
const WORDS = 85

/** A page a municipality, in Word: the same figures seen from each, without tables, so that each page can be handed out. */
export async function placemats(mats: readonly Placemat[], title: string): Promise<Blob> {
  const docx = await import('docx')
  const all = mats.flatMap(({ figures }) => figures)
  return documentOf(
    docx,
    all,
    title,
    mats.flatMap((mat, at) => pageOf(docx, mat, title, at === 0)),
  )
}

function pageOf(docx: Docx, { name, figures }: Placemat, title: string, isFirst: boolean): FileChild[] {
  const height = HEIGHT / Math.max(1, figures.length) - WORDS
  return [
    new docx.Paragraph({
      heading: docx.HeadingLevel.HEADING_1,
      pageBreakBefore: !isFirst,
      spacing: { after: 20 },
      children: [new docx.TextRun({ text: name, size: 34, bold: true })],
    }),
    line(docx, title, { size: 18 }),
    ...figures.flatMap((figure) => [
      heading(docx, figure.title),
      line(docx, figure.subtitle, { size: 16 }, true),
      picture(docx, figure.picture, figure, height, 0),
    ]),
    line(docx, [...new Set(figures.flatMap(({ notes }) => notes))].join(' · '), { size: 15 }),
  ]
}
