import type { ExportedFigure } from './figure.ts'
import { asTable, type Block, type Minutes } from './minutes.ts'
import { asJpeg, MARGIN, PAPER, type Pdf, pdf, plainLetters } from './pdf.ts'
import { layoutOf } from './word-columns.ts'

const WIDTH = PAPER.width - 2 * MARGIN
const BOTTOM = PAPER.height - MARGIN
const GREY = '#5A6066'
/** Widths of columns are reckoned in twentieths of a point. */
const TWENTIETHS = 20

/** Minutes as a PDF. */
export async function minutesAsPdf({ title, blocks }: Minutes): Promise<Blob> {
  const pictures = new Map<ExportedFigure, ArrayBuffer>()
  for (const block of blocks)
    if (block.kind === 'figure') pictures.set(block.figure, await asJpeg(block.figure.picture.png))
  return pdf(title, (document) => {
    for (const [at, block] of blocks.entries()) {
      // A heading stays with the figure under it.
      const next = blocks[at + 1]
      if (block.kind === 'heading' && next?.kind === 'figure') leaveRoom(document, roomFor(next.figure) + 40)
      write(document, block, pictures)
    }
  })
}

type Pictures = ReadonlyMap<ExportedFigure, ArrayBuffer>

const SIZES = { title: 22, heading: 15, 'small-heading': 12.5, text: 10.5, quiet: 8.5, warning: 10.5 } as const

function write(document: Pdf, block: Block, pictures: Pictures): void {
  if (block.kind === 'list') list(document, block.items)
  else if (block.kind === 'table') table(document, block)
  else if (block.kind === 'figure') figure(document, block.figure, pictures)
  else line(document, block)
}

function line(document: Pdf, { kind, text }: Extract<Block, { text: string }>): void {
  const isHeading = kind === 'title' || kind === 'heading' || kind === 'small-heading'
  if (isHeading) leaveRoom(document, 60)
  document
    .moveDown(isHeading ? 0.5 : 0)
    .font(isHeading || kind === 'warning' ? 'Helvetica-Bold' : 'Helvetica')
    .fontSize(SIZES[kind])
    .fillColor(kind === 'quiet' ? GREY : kind === 'warning' ? '#B00020' : '#1B2430')
    .text(plainLetters(text), MARGIN, document.y, { width: WIDTH })
    .moveDown(0.25)
}

function list(document: Pdf, items: readonly string[]): void {
  document.font('Helvetica').fontSize(SIZES.text).fillColor('#1B2430')
  for (const item of items)
    document.text(`•  ${plainLetters(item)}`, MARGIN + 8, document.y, { width: WIDTH - 8, paragraphGap: 3 })
  document.moveDown(0.3)
}

/** Columns in which no word breaks, where there are any; a row is never cut by the end of a page. */
function table(document: Pdf, block: Extract<Block, { kind: 'table' }>): void {
  const { columns, rows } = block
  const even = columns.map(() => WIDTH / columns.length)
  const layout = layoutOf(asTable(block), WIDTH * TWENTIETHS)
  const widths = layout?.widths.map((width) => width / TWENTIETHS) ?? even
  const lefts = widths.map((_, at) => MARGIN + widths.slice(0, at).reduce((sum, width) => sum + width, 0))
  const row = (cells: readonly string[], face: string) => {
    document
      .font(face)
      .fontSize(layout ? layout.size / 2 : 9)
      .fillColor('#1B2430')
    const height =
      Math.max(...cells.map((cell, at) => document.heightOfString(plainLetters(cell), { width: widths[at]! - 6 }))) + 6
    leaveRoom(document, height)
    const top = document.y
    for (const [at, cell] of cells.entries())
      document.text(plainLetters(cell), lefts[at]!, top + 3, { width: widths[at]! - 6 })
    document
      .moveTo(MARGIN, top + height)
      .lineTo(MARGIN + WIDTH, top + height)
      .lineWidth(0.5)
      .strokeColor('#c9ced3')
      .stroke()
    document.y = top + height
  }
  row(columns, 'Helvetica-Bold')
  for (const cells of rows) row(cells, 'Helvetica')
  document.moveDown(0.5)
}

const scaleOf = ({ width, height }: ExportedFigure['picture']) => Math.min(1, WIDTH / width, 420 / height)

/** Height in points of a picture with its title and notes. */
const roomFor = ({ picture }: ExportedFigure) => picture.height * scaleOf(picture) + 70

function figure(document: Pdf, shown: ExportedFigure, pictures: Pictures): void {
  const { title, subtitle, notes, picture } = shown
  const scale = scaleOf(picture)
  const height = picture.height * scale
  leaveRoom(document, roomFor(shown))
  line(document, { kind: 'small-heading', text: title })
  line(document, { kind: 'quiet', text: subtitle })
  const top = document.y
  document.image(pictures.get(shown)!, MARGIN, top, { width: picture.width * scale, height })
  document.y = top + height + 4
  line(document, { kind: 'quiet', text: notes.join(' · ') })
}

function leaveRoom(document: Pdf, height: number): void {
  if (document.y + height > BOTTOM) document.addPage()
}
