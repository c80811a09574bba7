import { missingWord, reasonMissing } from '../../data/model/findings/missing.ts'
import { asSentence } from '../../data/model/numbers.ts'
import { writtenKey } from '../charts/key.ts'
import { type FigureSpec, originsOf } from '../page/figure-spec.ts'
import type { Context } from '../page/view.ts'
import { exploringIn } from '../text/exploring/index.ts'
import { methodsIn } from '../text/method/index.ts'
import { embeddedFont } from './embedded-font.ts'
import type { ExportedFigure, Picture } from './figure.ts'
import { longForm } from './long-form.ts'
import { asPng, pictureOf } from './picture.ts'
import { tableCells } from './table-cells.ts'

/** Width that a figure is drawn at for a document, in pixels. */
const WIDTH = 720
/** A sheet may be read more closely than a chart: the width at which a page's breadth holds most of it. */
const SHEET_WIDTH = 840
/** More drawings of one figure are no part of a document any more. */
const MOST_SHEETS = 12

/** A figure of a page with all that a document needs of it. */
export async function described(spec: FigureSpec, context: Context, comment = ''): Promise<ExportedFigure> {
  const { texts, lang, lists, lead = '' } = context
  const banner = spec.sample ? texts.sample : null
  const notes = originsOf(spec, texts)
  if (lists.release) notes.push(texts.figure.release(lists.release.id))
  const table = tableCells(spec.table, lang)
  return {
    lang,
    title: spec.finding,
    subtitle: spec.subtitle,
    lead,
    ...(spec.key && { key: writtenKey(spec.key) }),
    notes,
    methods: methodsOf(spec, lang),
    missing: missingIn(spec, lang),
    banner,
    ...(comment && { comment }),
    table,
    longTable: exploringIn(lang).selection.longTable(table.rows.length),
    long: () => longForm(spec, lang),
    chart: spec.native?.() ?? null,
    ...(spec.grid && { grid: spec.grid() }),
    picture: await drawn(spec, notes.join(' · '), banner ?? ''),
    ...(spec.sheets && { sheets: { draw: () => sheetsOf(spec.sheets!), tooMany: spec.sheets.tooMany } }),
  }
}

const methodsOf = ({ methods }: FigureSpec, lang: Context['lang']) =>
  methods.map((id) => {
    const { title, sentences } = methodsIn(lang).explained[id]
    return { term: title, meaning: sentences.join(' ') }
  })

/** The words that the table has in place of values, each with the reason that it stands for. */
function missingIn({ table: { rows } }: FigureSpec, lang: Context['lang']) {
  const written = new Set(rows.flat())
  return ['missing', 'secrecy', 'not-applicable', 'protected']
    .map((status) => ({ term: missingWord(status, lang), meaning: `${asSentence(reasonMissing(status, lang))}.` }))
    .filter(({ term }) => written.has(term))
}

async function drawn(spec: FigureSpec, footer: string, warning: string): Promise<ExportedFigure['picture']> {
  const chart = spec.chart(WIDTH)
  const caption = { title: spec.finding, subtitle: spec.subtitle, footer, warning, key: spec.key ?? [] }
  const inDocument = spec.documentWidth ? spec.chart(spec.documentWidth) : chart
  return { ...(await bare(inDocument, spec.key)), alone: pictureOf(chart, caption, await embeddedFont()) }
}

/** The parts of a drawing; none where a document would be nothing but them. */
async function sheetsOf({ draw }: NonNullable<FigureSpec['sheets']>): Promise<Picture[]> {
  const sheets = draw(SHEET_WIDTH)
  return sheets.length > MOST_SHEETS ? [] : Promise.all(sheets.map((sheet) => bare(sheet)))
}

/** A chart with its key and without the other words around it. */
async function bare(chart: SVGSVGElement, key: FigureSpec['key'] = []): Promise<Picture> {
  const svg = pictureOf(chart, { title: '', subtitle: '', footer: '', warning: '', key }, await embeddedFont())
  return { svg, png: new Uint8Array(await (await asPng(svg)).arrayBuffer()), ...sizeOf(svg) }
}

function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  return { width: Number(width), height: Number(height) }
}
