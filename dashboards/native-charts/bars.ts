import type { Bars, Series } from './chart.ts'
import { CATEGORIES, type ChartPart, categoryAxis, chartSpace, VALUES, valueAxis } from './chart-space.ts'
import { CARD, INK, MARKS } from './marks.ts'
import { Sheet } from './sheet.ts'
import { filled, hatchedFill, numberFormat, valueLabels } from './xml.ts'

/** More bars than this have no room for figures beside them. */
const MOST_LABELLED = 40
/** Words on a fill stronger than this are white. */
const WHITE_FROM = 0.55

/** Lying bars, the first category uppermost; parts of a hundred percent where they are stacked. */
export function barsPart(chart: Bars): ChartPart {
  const sheet = new Sheet()
  const { stacked = false, scale } = chart
  const names = sheet.words(' ', chart.categories)
  const series = chart.series.map((one, at) => seriesXml(one, at, names, chart, sheet))
  const fill = stacked ? '<c:gapWidth val="30"/><c:overlap val="100"/>' : '<c:gapWidth val="40"/>'
  const bars = `<c:barChart><c:barDir val="bar"/><c:grouping val="${stacked ? 'percentStacked' : 'clustered'}"/><c:varyColors val="0"/>${series.join('')}${fill}<c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/></c:barChart>`
  const limits = scale ?? { min: lowest(chart) < 0 ? null : 0, max: null }
  const format = stacked ? '0%' : numberFormat(chart.decimals)
  const axes =
    categoryAxis({ side: 'left' }) +
    valueAxis(
      { ...limits, side: 'bottom', title: chart.unit, format },
      { id: VALUES, other: CATEGORIES, crosses: 'max' },
    )
  const legend = chart.series.length > 1 ? 'b' : null
  return { sheet, xml: chartSpace({ plot: bars + axes, ...(chart.title && { title: chart.title }), legend }) }
}

const lowest = ({ series }: Bars): number => Math.min(0, ...series.flatMap(({ values }) => values).map(Number))

function seriesXml(series: Series, at: number, names: string, chart: Bars, sheet: Sheet): string {
  const { colour } = MARKS[series.mark ?? 'group']
  const values = sheet.numbers(series.name, series.values)
  const heading = sheet.heading()
  const labelled = chart.stacked || chart.categories.length * chart.series.length <= MOST_LABELLED
  return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>${heading}${series.hatched ? hatchedFill(colour) : filled(colour, series.strength)}<c:invertIfNegative val="0"/>${labelled ? labelsOf(series, chart) : ''}<c:cat>${names}</c:cat><c:val>${values}</c:val></c:ser>`
}

/** Within the bar where it is stacked, else beyond its end. */
function labelsOf({ strength = 1 }: Series, { stacked = false, decimals }: Bars): string {
  const colour = stacked && strength > WHITE_FROM ? CARD : INK
  return valueLabels(numberFormat(decimals), stacked ? 'ctr' : 'outEnd', { colour })
}
