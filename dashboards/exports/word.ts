import type { FileChild, IRunOptions, Paragraph } from 'docx'
import { onPaperColour } from '../style/on-paper.ts'
import type { Cover, ExportedFigure, Picture } from './figure.ts'
import { fits, wordTable } from './word-table.ts'

type Docx = typeof import('docx')

const FONT = 'Calibri'
const GREY = onPaperColour('muted')
const WARNING = onPaperColour('worse-ink')
/** What a picture may take between the margins of an A4 page with its title above it, in pixels at 96 dpi. */
const ROOM = { width: 600, height: 800 }

/** A Word document: its title and cover, then each figure with its finding as heading, comment, picture, sources and table. */
export async function word(figures: readonly ExportedFigure[], title: string, cover?: Cover): Promise<Blob> {
  const docx = await import('docx')
  const parts = await Promise.all(figures.map((figure) => partsOf(docx, figure)))
  const document = new docx.Document({
    title,
    creator: 'Jämsides',
    styles: { default: { document: { run: { font: FONT, size: 22, language: { value: languageOf(figures) } } } } },
    sections: [
      {
        headers: { default: headerOf(docx, figures) },
        children: [
          new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, children: [new docx.TextRun(title)] }),
          ...(cover ? coverOf(docx, cover) : []),
          ...parts.flat(),
        ],
      },
    ],
  })
  return docx.Packer.toBlob(document)
}

function languageOf(figures: readonly ExportedFigure[]): string {
  return figures[0]?.lang === 'en' ? 'en-GB' : 'sv-SE'
}

/** The warning of invented figures stands on every page. */
function headerOf(docx: Docx, figures: readonly ExportedFigure[]) {
  const banner = figures.find((figure) => figure.banner)?.banner
  return new docx.Header({ children: banner ? [line(docx, banner, { bold: true, color: WARNING })] : [] })
}

function coverOf(docx: Docx, { introduction, facts }: Cover): FileChild[] {
  return [...written(docx, introduction), ...facts.map((fact) => line(docx, fact, { color: GREY })), line(docx, '')]
}

/** What somebody has written, a paragraph a line. */
function written(docx: Docx, text: string | undefined, keepNext = false): FileChild[] {
  return text ? text.split('\n').map((part) => line(docx, part, {}, keepNext)) : []
}

async function partsOf(docx: Docx, figure: ExportedFigure): Promise<FileChild[]> {
  const pictures = figure.sheets ? await figure.sheets.draw() : [figure.picture]
  return [
    new docx.Paragraph({
      heading: docx.HeadingLevel.HEADING_2,
      keepNext: true,
      children: [new docx.TextRun(figure.title)],
    }),
    line(docx, figure.subtitle, { color: GREY }, true),
    ...written(docx, figure.comment, true),
    ...pictures.map((one) => new docx.Paragraph({ keepNext: true, children: [image(docx, one, figure)] })),
    ...(pictures.length === 0 && figure.sheets ? [line(docx, figure.sheets.tooMany)] : []),
    ...figure.notes.map((note) => line(docx, note, { color: GREY, size: 17 })),
    fits(figure.table) ? wordTable(docx, figure) : line(docx, figure.longTable, { color: GREY }),
    line(docx, ''),
  ]
}

function line(docx: Docx, text: string, run: IRunOptions = {}, keepNext = false): Paragraph {
  return new docx.Paragraph({ keepNext, spacing: { after: 60 }, children: [new docx.TextRun({ ...run, text })] })
}

function image(docx: Docx, picture: Picture, { title, subtitle }: ExportedFigure) {
  const scale = Math.min(1, ROOM.width / picture.width, ROOM.height / picture.height)
  return new docx.ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(picture.svg),
    fallback: { type: 'png', data: picture.png },
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
    altText: { name: title, title, description: `${title}. ${subtitle}` },
  })
}
