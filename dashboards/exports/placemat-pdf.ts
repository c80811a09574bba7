import { MARGIN, PAPER, type Pdf, pdf, plainLetters } from './pdf.ts'

/** One figure of a placemat: municipalities in order, one's own marked. */
type LaidFigure = {
  title: string
  unit: string
  period: number
  source: string
  rows: readonly { name: string; value: string; range: string; own: boolean; share: number }[]
}
export type LaidMat = { title: string; lead: string; write: string; warning: string; figures: readonly LaidFigure[] }

const [WIDE, HIGH] = [PAPER.height, PAPER.width]
const COLUMN = (WIDE - 3 * MARGIN) / 2
const ROW = 11.5
const BLUE = '#0B4F8A'
const GREY = '#8A8F94'

/** A placemat as a PDF of lying pages: the figures to the left, room to write to the right; no interpretation. */
export const placematAsPdf = (mat: LaidMat): Promise<Blob> =>
  pdf(
    mat.lead,
    (document) => {
      heading(document, mat)
      for (const figure of mat.figures) draw(document, figure, mat)
    },
    true,
  )

function heading(document: Pdf, { title, lead, warning }: LaidMat): void {
  document.font('Helvetica-Bold').fontSize(18).fillColor('#1B2430').text(plainLetters(lead), MARGIN, MARGIN)
  document.font('Helvetica').fontSize(10).fillColor('#5A6066').text(plainLetters(title))
  if (warning) document.font('Helvetica-Bold').fontSize(9).fillColor('#B00020').text(plainLetters(warning))
  document.moveDown(0.6)
}

function draw(document: Pdf, figure: LaidFigure, { write }: LaidMat): void {
  const height = figure.rows.length * ROW + 52
  if (document.y + height > HIGH - MARGIN) document.addPage()
  const top = document.y
  document
    .font('Helvetica-Bold')
    .fontSize(10)
    .fillColor('#1B2430')
    .text(plainLetters(`${figure.title}, ${figure.period}`), MARGIN, top, { width: COLUMN })
  const first = document.y + 3
  for (const [at, row] of figure.rows.entries()) bar(document, row, first + at * ROW)
  const end = first + figure.rows.length * ROW
  document
    .font('Helvetica')
    .fontSize(6.5)
    .fillColor('#5A6066')
    .text(plainLetters(figure.source), MARGIN, end + 2, { width: COLUMN })
  const below = Math.max(document.y, end + 12)
  const left = 2 * MARGIN + COLUMN
  document.fontSize(8).text(plainLetters(write), left, top)
  document
    .rect(left, top + 12, COLUMN, below - top - 12)
    .lineWidth(0.5)
    .strokeColor('#c9ced3')
    .stroke()
  document.y = below + 12
}

const [NAME, BAR] = [110, 120]

function bar(document: Pdf, { name, value, range, own, share }: LaidFigure['rows'][number], top: number): void {
  document
    .font(own ? 'Helvetica-Bold' : 'Helvetica')
    .fontSize(8)
    .fillColor('#1B2430')
  document.text(plainLetters(name), MARGIN, top + 1.5, { width: NAME, height: ROW, ellipsis: true, lineBreak: false })
  document.rect(MARGIN + NAME + 4, top + 2, Math.max(0.5, share * BAR), ROW - 4.5).fill(own ? BLUE : GREY)
  document
    .fillColor('#1B2430')
    .text(
      plainLetters([value, range && `(${range})`].filter(Boolean).join('  ')),
      MARGIN + NAME + BAR + 12,
      top + 1.5,
      { width: COLUMN - NAME - BAR - 12, lineBreak: false },
    )
}
