import type JSZip from 'jszip'
import type PptxGenJS from 'pptxgenjs'
import { barsPart } from './bars.ts'
import type { Bars, Lines, Points, Rows, Tiles } from './chart.ts'
import type { ChartPart, Size } from './chart-space.ts'
import { linesPart } from './lines.ts'
import { pointsPart } from './points.ts'
import { rowsPart } from './rows.ts'
import { tilesXml } from './tiles.ts'

type Place = Size & { x: number; y: number }
type Single = Bars | Lines | Points | Rows

/** Between charts on one slide, in inches. */
const GAP = 0.15
/** Charts and shapes of the library, which knows neither intervals nor missing values; ours are written in their place. */
const HOLDER = [{ name: ' ', labels: [' '], values: [0] }]
const CHART = /^ppt\/charts\/chart(\d+)\.xml$/

/**
 * What PowerPoint is to draw itself. The library for presentations keeps a place for each chart, with its workbook and
 * relations; what stands there is written into the finished file.
 */
export class Drawings {
  readonly #charts: ChartPart[] = []
  readonly #shapes = new Map<string, string>()

  /** Charts in a grid over the place, on a slide. */
  addPage(
    slide: PptxGenJS.Slide,
    { charts, columns }: { charts: readonly Single[]; columns: number },
    place: Place,
    altText: string,
  ) {
    const across = Math.min(columns, charts.length)
    const w = (place.w - GAP * (across - 1)) / across
    const down = Math.ceil(charts.length / across)
    const h = (place.h - GAP * (down - 1)) / down
    for (const [at, chart] of charts.entries()) {
      const [x, y] = [place.x + (at % across) * (w + GAP), place.y + Math.floor(at / across) * (h + GAP)]
      const said = [altText, chart.title].filter(Boolean).join(': ')
      slide.addChart('bar', HOLDER, { x, y, w, h, altText: said })
      this.#charts.push(partOf(chart, { w, h }))
    }
  }

  /** A map of shapes on a slide. */
  addTiles(slide: PptxGenJS.Slide, tiles: Tiles, place: Place, altText: string) {
    const holder = `tiles-${this.#shapes.size}`
    slide.addText(holder, { ...place, objectName: holder })
    this.#shapes.set(holder, tilesXml(tiles, place, altText))
  }

  /** The finished presentation with the drawings in their places. */
  async into(presentation: Blob): Promise<Blob> {
    const { default: Zip } = await import('jszip')
    const zip = await Zip.loadAsync(await presentation.arrayBuffer())
    await this.#writeCharts(zip)
    await this.#writeShapes(zip)
    return zip.generateAsync({ type: 'blob', mimeType: presentation.type, compression: 'DEFLATE' })
  }

  /** The library numbers its charts in the order that they were added. */
  async #writeCharts(zip: JSZip) {
    const numbers = zip.file(CHART).map(({ name }) => Number(CHART.exec(name)![1]))
    numbers.sort((a, b) => a - b)
    for (const [at, number] of numbers.entries()) {
      const { xml, sheet } = this.#charts[at]!
      zip.file(`ppt/charts/chart${number}.xml`, xml)
      zip.file(`ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`, await (await sheet.file()).arrayBuffer())
    }
  }

  async #writeShapes(zip: JSZip) {
    for (const slide of zip.file(/^ppt\/slides\/slide\d+\.xml$/)) {
      const xml = await slide.async('string')
      const shown = xml.replaceAll(
        /<p:sp>(?:(?!<\/p:sp>).)*?name="(tiles-\d+)".*?<\/p:sp>/gs,
        (all, holder: string) => this.#shapes.get(holder) ?? all,
      )
      if (shown !== xml) zip.file(slide.name, shown)
    }
  }
}

function partOf(chart: Single, size: Size): ChartPart {
  if (chart.kind === 'bars') return barsPart(chart)
  if (chart.kind === 'lines') return linesPart(chart)
  if (chart.kind === 'points') return pointsPart(chart)
  return rowsPart(chart, size)
}
