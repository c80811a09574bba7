import type PptxGenJS from 'pptxgenjs'
import { LOCALES } from '../../data/model/locales.ts'
import { Drawings } from '../native-charts/drawings.ts'
import { pagesOf } from '../native-charts/pages.ts'
import { addTable, type Grid, tablesOf } from '../native-charts/table.ts'
import { onPaperColour } from '../style/on-paper.ts'
import type { Cover, ExportedFigure } from './figure.ts'

const FONT = 'Calibri'
const INK = onPaperColour('ink')
const GREY = onPaperColour('muted')
const WARNING = onPaperColour('worse-ink')

/** Inches on a slide of 13.33 × 7.5. */
const LEFT = 0.6
const WIDTH = 12.1
const BODY = { top: 1.65, height: 4.75 }
const COMMENT_WIDTH = 3.4

/** A slide of words only. `spoken` goes to the notes below it. */
export type TextSlide = { lang: 'sv' | 'en'; heading: string; text: string; spoken: string }

type Place = { x: number; y: number; w: number; h: number }

/**
 * A PowerPoint presentation with a slide a figure, or several where it has more than a slide can hold, after a slide with
 * title and cover where there is one. What PowerPoint can draw itself are charts and shapes that can be edited there.
 */
export async function powerpoint(
  slides: readonly (ExportedFigure | TextSlide)[],
  title: string,
  cover?: Cover,
): Promise<Blob> {
  const figures = slides.filter((slide) => 'chart' in slide)
  const { default: Presentation } = await import('pptxgenjs')
  const presentation = new Presentation()
  presentation.layout = 'LAYOUT_WIDE'
  presentation.title = title
  presentation.company = 'Jämsides'
  presentation.theme = { headFontFace: FONT, bodyFontFace: FONT }
  if (cover) addCover(presentation.addSlide(), figures, title, cover)
  const drawings = new Drawings()
  for (const slide of slides) {
    if ('chart' in slide) addFigure(() => presentation.addSlide(), slide, drawings)
    else addText(presentation.addSlide(), slide, bannerOf(figures))
  }
  return drawings.into((await presentation.write({ outputType: 'blob' })) as Blob)
}

/** Writes on a slide in the language of the figure. */
function writer(slide: PptxGenJS.Slide, figure: Pick<ExportedFigure, 'lang'> | undefined) {
  const lang = LOCALES[figure?.lang ?? 'sv']
  return (words: string, options: PptxGenJS.TextPropsOptions) =>
    slide.addText(words, { x: LEFT, w: WIDTH, margin: 0, fontFace: FONT, lang, ...options })
}

const bannerOf = (figures: readonly ExportedFigure[]): string => figures.find(({ banner }) => banner)?.banner ?? ''

/** That the figures are invented stands on every slide. */
function warn(text: ReturnType<typeof writer>, banner: string) {
  if (banner) text(banner, { y: 0.1, h: 0.3, fontSize: 12, bold: true, color: WARNING })
}

function addCover(slide: PptxGenJS.Slide, figures: readonly ExportedFigure[], title: string, cover: Cover) {
  const text = writer(slide, figures[0])
  warn(text, bannerOf(figures))
  text(title, { y: 1, h: 1.5, fontSize: 40, bold: true, color: INK, valign: 'bottom', fit: 'shrink' })
  if (cover.introduction)
    text(cover.introduction, { ...introductionPlace(cover.introduction), color: INK, valign: 'top' })
  text(cover.facts.join('\n'), { y: 5.4, h: 1.7, fontSize: 14, color: GREY, valign: 'bottom' })
}

/** A long introduction is set smaller: PowerPoint shrinks a text only once somebody edits it. */
const introductionPlace = ({ length }: string) => ({ y: 2.75, h: 2.5, fontSize: length > 400 ? 13 : 18 })

function addText(slide: PptxGenJS.Slide, words: TextSlide, banner: string) {
  const text = writer(slide, words)
  warn(text, banner)
  text(words.heading, { y: 0.6, h: 1.2, fontSize: 32, bold: true, color: INK, valign: 'top', fit: 'shrink' })
  if (words.text && words.text !== words.heading)
    text(words.text, { y: 2, h: 4.8, fontSize: words.text.length > 500 ? 16 : 22, color: INK, valign: 'top' })
  if (words.spoken) slide.addNotes(words.spoken)
}

function addFigure(addSlide: () => PptxGenJS.Slide, figure: ExportedFigure, drawings: Drawings) {
  const { chart, title } = figure
  const body = { x: LEFT, y: BODY.top, w: figure.comment ? WIDTH - COMMENT_WIDTH - 0.3 : WIDTH, h: BODY.height }
  if (figure.grid) return addTables(addSlide, figure, figure.grid, body)
  if (!chart) {
    const slide = figureSlide(addSlide(), figure)
    slide.addImage({ ...fitted(figure, body), data: pngData(figure.picture.png), altText: title })
  } else if (chart.kind === 'tiles') drawings.addTiles(figureSlide(addSlide(), figure), chart, body, title)
  else {
    const pages = pagesOf(chart)
    for (const [at, page] of pages.entries()) {
      drawings.addPage(figureSlide(addSlide(), figure, counted(at, pages.length)), page, body, title)
    }
  }
}

/** A figure that is a table: on as many slides as it takes to read it, or a word about where to find it. */
function addTables(addSlide: () => PptxGenJS.Slide, figure: ExportedFigure, grid: Grid, body: Place) {
  const tables = tablesOf(grid, body)
  for (const [at, table] of tables.entries())
    addTable(figureSlide(addSlide(), figure, counted(at, tables.length)), table, body, figure.title)
  if (tables.length > 0) return
  const text = writer(figureSlide(addSlide(), figure), figure)
  text(figure.sheets?.tooMany ?? figure.longTable, { ...body, fontSize: 18, color: INK, valign: 'top' })
}

/** Which of several slides: ` (2/3)`; nothing where there is one. */
const counted = (at: number, of: number): string => (of > 1 ? ` (${at + 1}/${of})` : '')

/** All that a figure's slide says around its drawing. */
function figureSlide(slide: PptxGenJS.Slide, figure: ExportedFigure, which = ''): PptxGenJS.Slide {
  const text = writer(slide, figure)
  const title = figure.title + which
  if (figure.banner) text(figure.banner, { y: 0.1, h: 0.3, fontSize: 12, bold: true, color: WARNING })
  text(title, { y: 0.45, h: 0.65, fontSize: 26, bold: true, color: INK, valign: 'top', fit: 'shrink' })
  const below = [figure.subtitle, figure.chart ? figure.key : ''].filter(Boolean).join(' · ')
  text(below, { y: 1.1, h: 0.45, fontSize: 13, color: GREY, valign: 'top', fit: 'shrink' })
  if (figure.comment) text(figure.comment, { ...commentPlace, fontSize: 15, color: INK, valign: 'top' })
  text(figure.notes.join('\n'), { y: 6.55, h: 0.75, fontSize: 10, color: GREY, valign: 'top' })
  slide.addNotes(
    [figure.spoken, figure.banner, title, figure.lead, figure.subtitle, ...figure.notes].filter(Boolean).join('\n'),
  )
  return slide
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
