import { type Drawn, INK } from './marks.ts'
import { edged, type Stroke, stroked, valueLabels } from './xml.ts'

/** What a series of points consists of, in the order that the chart's XML has it. */
type ScatterSeries = {
  /** `c:tx`, `c:numRef` of the one and the other axis. */
  heading: string
  x: string
  y: string
  drawn: Drawn | null
  /** Numbers of the points that have no marker. */
  bare?: readonly number[]
  line?: Stroke | null
  labels?: string
  errors?: string
  extension?: string
}

export const ALONG = 30
export const UP = 40

/** A series of a scatter chart, at its place in the order of drawing. */
export function scatterSeries(series: ScatterSeries, at: number): string {
  const { heading, x, y, drawn, bare = [], line = null, labels, errors = '', extension = '' } = series
  return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>${heading}${stroked(line)}${markerOf(drawn)}${bare.map(unmarked).join('')}${labels ?? signOf(drawn)}${errors}<c:xVal>${x}</c:xVal><c:yVal>${y}</c:yVal><c:smooth val="0"/>${extension}</c:ser>`
}

export const scatterChart = (series: readonly string[]): string =>
  `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series.join('')}<c:axId val="${ALONG}"/><c:axId val="${UP}"/></c:scatterChart>`

const NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'
const unmarked = (point: number): string => `<c:dPt><c:idx val="${point}"/>${NO_MARKER}<c:bubble3D val="0"/></c:dPt>`

function markerOf(drawn: Drawn | null): string {
  if (!drawn || drawn.shape === 'none') return NO_MARKER
  return `<c:marker><c:symbol val="${drawn.shape}"/><c:size val="${drawn.size}"/>${edged(drawn.fill, drawn.edge)}</c:marker>`
}

/** A mark that charts have no shape for is written in its place. */
const signOf = (drawn: Drawn | null): string =>
  drawn?.sign ? valueLabels(`"${drawn.sign}"`, 'ctr', { colour: drawn.colour ?? INK, size: 13 }) : ''
