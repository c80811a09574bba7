import { readNumber } from '../../data/model/numbers.ts'
import { textFace } from '../parts/face.ts'
import { type FigureSpec, sourceOf } from '../parts/figure-spec.ts'
import { asPng, pictureOf } from '../parts/picture.ts'
import { exploringIn } from '../text/exploring/index.ts'
import type { Context } from '../views/view.ts'
import type { Cell, ExportedFigure, Picture, Table } from './figure.ts'

/** Width that a figure is drawn at for a document, in pixels. */
const WIDTH = 720

/** A figure of a page with all that a document needs of it. */
export async function described(spec: FigureSpec, context: Context, comment = ''): Promise<ExportedFigure> {
  const { texts, lang, foundation } = context
  const banner = spec.sample ? texts.sample : null
  const notes = [sourceOf(spec, texts), texts.figure.ownProcessing(spec.processing)]
  if (foundation.release) notes.push(texts.figure.release(foundation.release.id))
  return {
    lang,
    title: spec.finding,
    subtitle: spec.subtitle,
    notes,
    banner,
    ...(comment && { comment }),
    table: asNumbers(spec.table, context),
    longTable: exploringIn(lang).selection.longTable(spec.table.rows.length),
    chart: spec.native ?? null,
    picture: await drawn(spec, notes.join(' · '), banner ?? ''),
  }
}

async function drawn(spec: FigureSpec, footer: string, warning: string): Promise<Picture> {
  const font = await textFace()
  const chart = spec.chart(WIDTH)
  const bare = pictureOf(chart, { title: '', subtitle: '', footer: '', warning: '' }, font)
  const alone = pictureOf(chart, { title: spec.finding, subtitle: spec.subtitle, footer, warning }, font)
  const png = new Uint8Array(await (await asPng(bare)).arrayBuffer())
  return { svg: bare, png, alone, ...sizeOf(bare) }
}

function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  return { width: Number(width), height: Number(height) }
}

/** The page's table, with its numbers as numbers again. */
function asNumbers({ columns, rows }: FigureSpec['table'], { lang }: Context): Table {
  const cells = rows.map((row) =>
    row.map((text, at): Cell => (columns[at]?.numeric ? readNumber(text, lang) : null) ?? text),
  )
  const decimals = columns.map((_, at) => Math.max(0, ...rows.map((row) => fractionOf(row[at] ?? ''))))
  return { columns: columns.map(({ label }, at) => ({ title: label, decimals: decimals[at]! })), rows: cells }
}

const fractionOf = (text: string): number => /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0
