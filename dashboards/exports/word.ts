import type { FileChild, IRunOptions, Paragraph } from 'docx'
import type { Cover, ExportedFigure } from './figure.ts'
import { writtenCell } from './written-cell.ts'

type Docx = typeof import('docx')

const FONT = 'Calibri'
const GREY = '5A6066'
const WARNING = 'B00020'
/** A longer table would bury the figures. */
const MOST_ROWS = 60
/** Width between the margins of an A4 page, in pixels at 96 dpi. */
const TEXT_WIDTH = 600

/** A Word document: its title and cover, then each figure with its finding as heading, comment, picture, sources and table. */
export async function word(figures: readonly ExportedFigure[], title: string, cover?: Cover): Promise<Blob> {
  const docx = await import('docx')
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
          ...figures.flatMap((figure) => partsOf(docx, figure)),
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

function partsOf(docx: Docx, figure: ExportedFigure): FileChild[] {
  return [
    new docx.Paragraph({
      heading: docx.HeadingLevel.HEADING_2,
      keepNext: true,
      children: [new docx.TextRun(figure.title)],
    }),
    line(docx, figure.subtitle, { color: GREY }, true),
    ...written(docx, figure.comment, true),
    new docx.Paragraph({ keepNext: true, children: [picture(docx, figure)] }),
    ...figure.notes.map((note) => line(docx, note, { color: GREY, size: 17 })),
    figure.table.rows.length > MOST_ROWS ? line(docx, figure.longTable, { color: GREY }) : table(docx, figure),
    line(docx, ''),
  ]
}

function line(docx: Docx, text: string, run: IRunOptions = {}, keepNext = false): Paragraph {
  return new docx.Paragraph({ keepNext, spacing: { after: 60 }, children: [new docx.TextRun({ ...run, text })] })
}

function picture(docx: Docx, { picture, title, subtitle }: ExportedFigure) {
  const width = Math.min(TEXT_WIDTH, picture.width)
  return new docx.ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(picture.svg),
    fallback: { type: 'png', data: picture.png },
    transformation: { width, height: Math.round((picture.height * width) / picture.width) },
    altText: { name: title, title, description: `${title}. ${subtitle}` },
  })
}

function table(docx: Docx, { table, lang }: ExportedFigure) {
  const row = (cells: readonly { text: string; right: boolean }[], header: boolean) =>
    new docx.TableRow({
      tableHeader: header,
      cantSplit: true,
      children: cells.map(({ text, right }) => cell(docx, text, right, header)),
    })
  const right = (at: number) => table.rows.some((cells) => typeof cells[at] === 'number')
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: [
      row(
        table.columns.map(({ title }, at) => ({ text: title, right: right(at) })),
        true,
      ),
      ...table.rows.map((cells) =>
        row(
          cells.map((value, at) => ({ text: writtenCell(value, table.columns[at]!, lang), right: right(at) })),
          false,
        ),
      ),
    ],
  })
}

function cell(docx: Docx, text: string, right: boolean, header: boolean) {
  return new docx.TableCell({
    margins: { left: 80, right: 80, top: 20, bottom: 20 },
    children: [
      new docx.Paragraph({
        alignment: right ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT,
        children: [new docx.TextRun({ text, bold: header, size: 18 })],
      }),
    ],
  })
}
