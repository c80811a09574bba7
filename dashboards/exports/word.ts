import type { FileChild, IRunOptions, Paragraph } from 'docx'
import { LOCALES } from '../../data/model/locales.ts'
import { onPaperColour } from '../style/on-paper.ts'
import type { Cover, ExportedFigure, Picture } from './figure.ts'
import { wordTable } from './word-table.ts'

type Docx = typeof import('docx')

const FONT = 'Calibri'
const GREY = onPaperColour('muted')
const WARNING = onPaperColour('worse-ink')
/** An A4 page and its margins, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838, side: 1134, top: 1020, bottom: 907 }
const ROOM = PAGE.width - 2 * PAGE.side
const TWIPS_A_PIXEL = 15
/** What a picture may take of a page, in pixels at 96 dpi: the whole, or among others, without its table below it or with. */
const PICTURE = { width: Math.floor(ROOM / TWIPS_A_PIXEL), height: 800, amongOthers: 330, withTable: 215 }
/** Below this part of its size a drawing's letters cannot be read on paper. */
const SMALLEST = 0.62

/**
 * A Word document: its title and cover, then each figure with its finding as heading, what its page says before it, comment,
 * picture, sources and table. A figure alone has no heading beside the title that says the same.
 */
export async function word(figures: readonly ExportedFigure[], title: string, cover?: Cover): Promise<Blob> {
  const docx = await import('docx')
  const parts = await Promise.all(
    figures.map((figure, at) =>
      partsOf(docx, { ...figure, lead: leadOf(figure, figures[at - 1]) }, title, figures.length === 1),
    ),
  )
  return documentOf(docx, figures, title, [
    new docx.Paragraph({
      heading: docx.HeadingLevel.TITLE,
      children: [new docx.TextRun({ text: title, size: 34, bold: true })],
    }),
    ...(cover ? coverOf(docx, cover) : []),
    ...parts.flat(),
  ])
}

/** Said once of figures of the same page that follow each other. */
const leadOf = ({ lead = '' }: ExportedFigure, before: ExportedFigure | undefined): string =>
  before?.lead === lead ? '' : lead

/** The document with its language, page and the warning of invented figures on every page. */
export function documentOf(
  docx: Docx,
  figures: readonly ExportedFigure[],
  title: string,
  children: FileChild[],
): Promise<Blob> {
  const language = { value: LOCALES[figures[0]?.lang ?? 'sv'] }
  const { width, height, side, top, bottom } = PAGE
  const document = new docx.Document({
    title,
    creator: 'Jämsides',
    styles: { default: { document: { run: { font: FONT, size: 21, language } } } },
    sections: [
      {
        properties: {
          page: { size: { width, height }, margin: { left: side, right: side, top, bottom, header: 450 } },
        },
        headers: { default: headerOf(docx, figures) },
        children,
      },
    ],
  })
  return docx.Packer.toBlob(document)
}

function headerOf(docx: Docx, figures: readonly ExportedFigure[]) {
  const banner = figures.find((figure) => figure.banner)?.banner
  return new docx.Header({ children: banner ? [line(docx, banner, { bold: true, color: WARNING, size: 17 })] : [] })
}

function coverOf(docx: Docx, { introduction, facts }: Cover): FileChild[] {
  return [...written(docx, introduction), line(docx, facts.join(' · '), { color: GREY, size: 18 })]
}

/** What somebody has written, a paragraph a line. */
function written(docx: Docx, text: string | undefined, keepNext = false): FileChild[] {
  return text ? text.split('\n').map((part) => line(docx, part, {}, keepNext)) : []
}

async function partsOf(docx: Docx, figure: ExportedFigure, title: string, isAlone: boolean): Promise<FileChild[]> {
  const pictures = figure.sheets ? await figure.sheets.draw() : [figure.picture]
  const table = wordTable(docx, figure, ROOM)
  const height = table ? PICTURE.withTable : isAlone ? PICTURE.height : PICTURE.amongOthers
  return [
    ...(figure.title === title ? [] : [heading(docx, figure.title)]),
    ...written(docx, figure.lead, true),
    line(docx, figure.subtitle, { color: GREY, size: 18 }, true),
    ...written(docx, figure.comment, true),
    ...pictures.map((one) => picture(docx, one, figure, height)),
    ...(pictures.length === 0 && figure.sheets ? [line(docx, figure.sheets.tooMany)] : []),
    line(docx, figure.notes.join(' · '), { color: GREY, size: 16 }),
    table ?? line(docx, figure.longTable, { color: GREY, size: 18 }),
    line(docx, '', { size: 12 }),
  ]
}

/** What a part is called, kept with what comes next. */
export const heading = (docx: Docx, text: string): Paragraph =>
  new docx.Paragraph({
    heading: docx.HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 80, after: 40 },
    children: [new docx.TextRun({ text, size: 25, bold: true })],
  })

export function line(docx: Docx, text: string, run: IRunOptions = {}, keepNext = false): Paragraph {
  return new docx.Paragraph({ keepNext, spacing: { after: 50 }, children: [new docx.TextRun({ ...run, text })] })
}

/**
 * A drawing, as large as it may be.
 * @param height pixels that it may take
 * @param smallest part of its size below which it rather takes more
 */
export function picture(
  docx: Docx,
  drawn: Picture,
  { title, subtitle }: ExportedFigure,
  height: number,
  smallest: number = SMALLEST,
): Paragraph {
  const wide = Math.min(1, PICTURE.width / drawn.width)
  const wished = Math.max(Math.min(smallest, wide), Math.min(wide, height / drawn.height))
  const scale = Math.min(wished, PICTURE.height / drawn.height)
  const image = new docx.ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(drawn.svg),
    fallback: { type: 'png', data: drawn.png },
    transformation: { width: Math.round(drawn.width * scale), height: Math.round(drawn.height * scale) },
    altText: { name: title, title, description: `${title}. ${subtitle}` },
  })
  return new docx.Paragraph({ keepNext: true, spacing: { after: 40 }, children: [image] })
}
