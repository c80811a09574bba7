import type PptxGenJS from 'pptxgenjs'
import type { Cover, ExportedFigure } from './figure.ts'
import { withGaps } from './gaps.ts'
import { addNativeChart } from './native-chart.ts'

const FONT = 'Calibri'
const INK = '1B2430'
const GREY = '5A6066'
const WARNING = 'B00020'

/** Inches on a slide of 13.33 × 7.5. */
const LEFT = 0.6
const WIDTH = 12.1
const BODY = { top: 1.65, height: 4.75 }
const COMMENT_WIDTH = 3.4

/**
 * A PowerPoint presentation with a slide a figure, after a slide with title and cover where there is one. Bars, lines and
 * points are charts that can be edited there.
 */
export async function powerpoint(figures: readonly ExportedFigure[], title: string, cover?: Cover): Promise<Blob> {
  const { default: Presentation } = await import('pptxgenjs')
  const presentation = new Presentation()
  presentation.layout = 'LAYOUT_WIDE'
  presentation.title = title
  presentation.company = 'Jämsides'
  presentation.theme = { headFontFace: FONT, bodyFontFace: FONT }
  if (cover) addCover(presentation.addSlide(), figures, title, cover)
  for (const figure of figures) addFigure(presentation.addSlide(), figure)
  return withGaps((await presentation.write({ outputType: 'blob' })) as Blob)
}

/** Writes on a slide in the language of the figure. */
function writer(slide: PptxGenJS.Slide, figure: ExportedFigure | undefined) {
  const lang = figure?.lang === 'en' ? 'en-GB' : 'sv-SE'
  return (words: string, options: PptxGenJS.TextPropsOptions) =>
    slide.addText(words, { x: LEFT, w: WIDTH, margin: 0, fontFace: FONT, lang, ...options })
}

function addCover(slide: PptxGenJS.Slide, figures: readonly ExportedFigure[], title: string, cover: Cover) {
  const text = writer(slide, figures[0])
  const banner = figures.find((figure) => figure.banner)?.banner
  if (banner) text(banner, { y: 0.1, h: 0.3, fontSize: 12, bold: true, color: WARNING })
  text(title, { y: 1, h: 1.5, fontSize: 40, bold: true, color: INK, valign: 'bottom', fit: 'shrink' })
  if (cover.introduction)
    text(cover.introduction, { ...introductionPlace(cover.introduction), color: INK, valign: 'top' })
  text(cover.facts.join('\n'), { y: 5.4, h: 1.7, fontSize: 14, color: GREY, valign: 'bottom' })
}

/** A long introduction is set smaller: PowerPoint shrinks a text only once somebody edits it. */
const introductionPlace = ({ length }: string) => ({ y: 2.75, h: 2.5, fontSize: length > 400 ? 13 : 18 })

function addFigure(slide: PptxGenJS.Slide, figure: ExportedFigure) {
  const text = writer(slide, figure)
  if (figure.banner) text(figure.banner, { y: 0.1, h: 0.3, fontSize: 12, bold: true, color: WARNING })
  text(figure.title, { y: 0.45, h: 0.65, fontSize: 26, bold: true, color: INK, valign: 'top', fit: 'shrink' })
  text(figure.subtitle, { y: 1.1, h: 0.45, fontSize: 13, color: GREY, valign: 'top', fit: 'shrink' })
  const body = { x: LEFT, y: BODY.top, w: figure.comment ? WIDTH - COMMENT_WIDTH - 0.3 : WIDTH, h: BODY.height }
  if (figure.chart) addNativeChart(slide, figure.chart, body, figure.title)
  else slide.addImage({ ...fitted(figure, body), data: pngData(figure.picture.png), altText: figure.title })
  if (figure.comment) text(figure.comment, { ...commentPlace, fontSize: 15, color: INK, valign: 'top' })
  text(figure.notes.join('\n'), { y: 6.55, h: 0.75, fontSize: 10, color: GREY, valign: 'top' })
  slide.addNotes([figure.banner, figure.title, figure.subtitle, ...figure.notes].filter(Boolean).join('\n'))
}

const commentPlace = { x: LEFT + WIDTH - COMMENT_WIDTH, y: BODY.top, w: COMMENT_WIDTH, h: BODY.height }

/** The largest size within the body that keeps the picture's proportions. */
function fitted({ picture }: ExportedFigure, body: { x: number; y: number; w: number; h: number }) {
  const scale = Math.min(body.w / picture.width, body.h / picture.height)
  return { x: body.x, y: body.y, w: picture.width * scale, h: picture.height * scale }
}

function pngData(png: Uint8Array): string {
  let binary = ''
  for (const byte of png) binary += String.fromCharCode(byte)
  return `image/png;base64,${btoa(binary)}`
}
