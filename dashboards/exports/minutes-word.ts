import type { FileChild } from 'docx'
import { LOCALES } from '../../data/model/locales.ts'
import { asTable, type Block, type Minutes } from './minutes.ts'
import { wordTable } from './word-table.ts'

type Docx = typeof import('docx')

const FONT = 'Calibri'
const GREY = '5A6066'
const WARNING = 'B00020'
const WIDEST = 600
/** Twentieths of a point between the margins of the page. */
const ROOM = 9026

/** Minutes as a Word document. */
export async function minutesAsWord({ title, lang, blocks }: Minutes): Promise<Blob> {
  const docx = await import('docx')
  const language = { value: LOCALES[lang] }
  const document = new docx.Document({
    title,
    creator: 'Jämsides',
    styles: { default: { document: { run: { font: FONT, size: 22, language } } } },
    sections: [{ children: blocks.flatMap((block) => childrenOf(docx, block)) }],
  })
  return docx.Packer.toBlob(document)
}

const LEVELS = { title: 'Title', heading: 'Heading1', 'small-heading': 'Heading2' } as const

function childrenOf(docx: Docx, block: Block): FileChild[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'small-heading':
      return [
        new docx.Paragraph({ heading: LEVELS[block.kind], keepNext: true, children: [new docx.TextRun(block.text)] }),
      ]
    case 'list':
      return block.items.map(
        (text) => new docx.Paragraph({ bullet: { level: 0 }, spacing: { after: 40 }, children: lines(docx, text) }),
      )
    case 'table':
      return [wordTable(docx, { table: asTable(block) }, ROOM, 'top') ?? table(docx, block), new docx.Paragraph('')]
    case 'figure':
      return figure(docx, block)
    default:
      return [new docx.Paragraph({ spacing: { after: 80 }, children: lines(docx, block.text, STYLES[block.kind]) })]
  }
}

const STYLES = { text: {}, quiet: { color: GREY, size: 18 }, warning: { color: WARNING, bold: true } } as const

/** A text with its line breaks. */
function lines(docx: Docx, text: string, style: object = {}) {
  return text.split('\n').map((line, at) => new docx.TextRun({ ...style, text: line, ...(at > 0 && { break: 1 }) }))
}

/** A table that is too long to be laid out, in columns of equal width. */
function table(docx: Docx, { columns, rows }: Extract<Block, { kind: 'table' }>): FileChild {
  const cell = (text: string, bold = false) =>
    new docx.TableCell({
      margins: { left: 80, right: 80, top: 30, bottom: 30 },
      children: [new docx.Paragraph({ children: lines(docx, text, { bold, size: 19 }) })],
    })
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: [
      new docx.TableRow({ tableHeader: true, cantSplit: true, children: columns.map((text) => cell(text, true)) }),
      ...rows.map((cells) => new docx.TableRow({ cantSplit: true, children: cells.map((text) => cell(text)) })),
    ],
  })
}

function figure(
  docx: Docx,
  { figure: { title, subtitle, notes, picture } }: Extract<Block, { kind: 'figure' }>,
): FileChild[] {
  const scale = Math.min(1, WIDEST / picture.width)
  const image = new docx.ImageRun({
    type: 'png',
    data: picture.png,
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
    altText: { name: title, title, description: `${title}. ${subtitle}` },
  })
  return [
    new docx.Paragraph({ keepNext: true, children: lines(docx, title, { bold: true }) }),
    new docx.Paragraph({ keepNext: true, children: lines(docx, subtitle, { color: GREY, size: 19 }) }),
    new docx.Paragraph({ keepNext: true, children: [image] }),
    ...notes.map((note) => new docx.Paragraph({ children: lines(docx, note, { color: GREY, size: 17 }) })),
  ]
}
