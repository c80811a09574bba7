import type { Lines, Mark, Series } from './chart.ts'
import { CATEGORIES, type ChartPart, categoryAxis, chartSpace, VALUES, valueAxis } from './chart-space.ts'
import { INK, MARKS, MUTED } from './marks.ts'
import { intervalsOf } from './reach.ts'
import { Sheet } from './sheet.ts'
import { edged, nameLabel, numberFormat, stroked } from './xml.ts'

/** As many years as a small chart has room to name, about. */
const FEW = 4

/** Points that a line of the others is thick. */
const LINES: Partial<Record<Mark, number>> = { others: 1, neutral: 2 }

/**
 * Lines over years, each that is not just one of the others named at its last value; the own one with its intervals. A small
 * chart among several names nothing but itself.
 */
export function linesPart(chart: Lines): ChartPart {
  const sheet = new Sheet()
  const years = sheet.words(' ', chart.categories)
  const series = chart.series.map((one, at) => seriesXml(one, at, years, chart, sheet))
  const lines = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/><c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/></c:lineChart>`
  const unnamed = chart.series.flatMap(({ mark }, at) => (mark === 'others' ? [at] : []))
  const legend = chart.title ? null : 'b'
  const { min, max } = chart.scale ?? { min: null, max: null }
  const axes =
    categoryAxis({ side: 'bottom', ...(chart.title && { skip: Math.ceil(chart.categories.length / FEW) }) }) +
    valueAxis(
      { min, max, side: 'left', title: chart.unit, format: numberFormat(chart.decimals) },
      { id: VALUES, other: CATEGORIES, crosses: 'autoZero' },
    )
  return { sheet, xml: chartSpace({ plot: lines + axes, ...(chart.title && { title: chart.title }), legend, unnamed }) }
}

function seriesXml(series: Series, at: number, years: string, chart: Lines, sheet: Sheet): string {
  const own = chart.own.includes(series.name)
  const drawn = MARKS[series.mark ?? (own ? 'own' : 'similar')]
  const line = own
    ? { colour: drawn.colour, width: 3 }
    : { colour: drawn.colour, width: LINES[series.mark ?? 'similar'] ?? 1.5, dash: series.mark === 'similar' }
  const values = sheet.numbers(series.name, series.values)
  const heading = sheet.heading()
  const last = series.values.findLastIndex((value) => value !== null)
  const label =
    last < 0 || chart.title || series.mark === 'others' ? '' : nameLabel(last, { colour: own ? INK : MUTED, bold: own })
  return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>${heading}${stroked(line)}${markerOf(drawn, own, chart.title ? 4 : 7)}${label}${intervalsOf(series, 'y', sheet, { colour: drawn.colour, width: 1.5 })}<c:cat>${years}</c:cat><c:val>${values}</c:val><c:smooth val="0"/></c:ser>`
}

const markerOf = ({ fill, edge }: (typeof MARKS)['own'], own: boolean, size: number): string =>
  own
    ? `<c:marker><c:symbol val="circle"/><c:size val="${size}"/>${edged(fill, edge)}</c:marker>`
    : '<c:marker><c:symbol val="none"/></c:marker>'
