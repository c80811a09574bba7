import { readNumber } from '../../data/model/numbers.ts'
import { type FigureSpec, sourceOf } from '../page/figure-spec.ts'
import type { Context } from '../page/view.ts'
import { exploringIn } from '../text/exploring/index.ts'
import { embeddedFont } from './embedded-font.ts'
import type { Cell, ExportedFigure, Picture, Table } from './figure.ts'
import { asPng, pictureOf } from './picture.ts'

/** Width that a figure is drawn at for a document, in pixels. */
const WIDTH = 720
/** A sheet may be read more closely than a chart: the width at which a page's breadth holds most of it. */
const SHEET_WIDTH = 840
/** More drawings of one figure are no part of a document any more. */
const MOST_SHEETS = 12

/** A figure of a page with all that a document needs of it. */
export async function described(spec: FigureSpec, context: Context, comment = ''): Promise<ExportedFigure> {
  const { texts, lang, lists } = context
  const banner = spec.sample ? texts.sample : null
  const notes = [sourceOf(spec, texts), texts.figure.ownProcessing(spec.processing)]
  if (lists.release) notes.push(texts.figure.release(lists.release.id))
  return {
    lang,
    title: spec.finding,
    subtitle: spec.subtitle,
    notes,
    banner,
    ...(comment && { comment }),
    table: asNumbers(spec.table, context),
    longTable: exploringIn(lang).selection.longTable(spec.table.rows.length),
    chart: spec.native?.() ?? null,
    ...(spec.grid && { grid: spec.grid() }),
    picture: await drawn(spec, notes.join(' · '), banner ?? ''),
    ...(spec.sheets && { sheets: { draw: () => sheetsOf(spec.sheets!), tooMany: spec.sheets.tooMany } }),
  }
}

async function drawn(spec: FigureSpec, footer: string, warning: string): Promise<ExportedFigure['picture']> {
  const chart = spec.chart(WIDTH)
  const caption = { title: spec.finding, subtitle: spec.subtitle, footer, warning }
  return { ...(await bare(chart)), alone: pictureOf(chart, caption, await embeddedFont()) }
}

/** The parts of a drawing; none where a document would be nothing but them. */
async function sheetsOf({ draw }: NonNullable<FigureSpec['sheets']>): Promise<Picture[]> {
  const sheets = draw(SHEET_WIDTH)
  return sheets.length > MOST_SHEETS ? [] : Promise.all(sheets.map(bare))
}

/** A chart without the words around it. */
async function bare(chart: SVGSVGElement): Promise<Picture> {
  const svg = pictureOf(chart, { title: '', subtitle: '', footer: '', warning: '' }, await embeddedFont())
  return { svg, png: new Uint8Array(await (await asPng(svg)).arrayBuffer()), ...sizeOf(svg) }
}

function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  return { width: Number(width), height: Number(height) }
}

/** The page's table, with its numbers as numbers again. */
function asNumbers({ columns, rows, unitsByRow }: FigureSpec['table'], { lang }: Context): Table {
  const cells = rows.map((row) =>
    row.map((text, at): Cell => (columns[at]?.numeric ? readNumber(text, lang) : null) ?? text),
  )
  const decimals = columns.map((_, at) => Math.max(0, ...rows.map((row) => fractionOf(row[at] ?? ''))))
  return {
    columns: columns.map(({ label }, at) => ({ title: label, decimals: decimals[at]! })),
    rows: cells,
    ...(unitsByRow && { rowDecimals: rows.map((row) => Math.max(...row.map(fractionOf))) }),
  }
}

const fractionOf = (text: string): number => /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0
