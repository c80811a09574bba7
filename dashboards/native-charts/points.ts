import type { Point, PointSeries, Points } from './chart.ts'
import { type ChartPart, chartSpace, valueAxis } from './chart-space.ts'
import { INK, MARKS } from './marks.ts'
import { ALONG, scatterChart, scatterSeries, UP } from './scatter.ts'
import { Sheet } from './sheet.ts'
import { cellLabels, labelsFrom, numberFormat } from './xml.ts'

/** Points of several kinds and curves on two scales; each kind has columns of its own: names, and both values. */
export function pointsPart({ x, y, decimals, series, title, logarithmic = false }: Points): ChartPart {
  const sheet = new Sheet()
  const drawn = series.filter(({ points }) => points.length > 0)
  const xml = drawn.map((one, at) => scatterSeries(seriesOf(one, { x, y }, sheet), at))
  const free = { min: null, max: null }
  const axes =
    valueAxis(
      { ...free, side: 'bottom', title: x, format: numberFormat(decimals.x), logarithmic },
      { id: ALONG, other: UP, crosses: 'min' },
    ) +
    valueAxis(
      { ...free, side: 'left', title: y, format: numberFormat(decimals.y), shown: y !== '', grid: y !== '' },
      { id: UP, other: ALONG, crosses: 'min' },
    )
  return { sheet, xml: chartSpace({ plot: scatterChart(xml) + axes, legend: 'b', ...(title && { title }) }) }
}

function seriesOf(
  { name, mark, points, line, strong = mark === 'own' }: PointSeries,
  titles: { x: string; y: string },
  sheet: Sheet,
) {
  const labels = points.map((point) => (point.named ? point.name : ''))
  const range = sheet.labels(name, line ? labels : points.map((point) => point.name))
  const along = sheet.numbers(titles.x, points.map(xOf))
  const up = sheet.numbers(name, points.map(yOf))
  const { colour } = MARKS[mark]
  const named = labels.some((label) => label !== '')
  return {
    ...{ heading: sheet.heading(), x: along, y: up, drawn: line ? null : MARKS[mark] },
    line: line ? { colour, width: 1.5, dash: line === 'dashed' } : null,
    ...(named && {
      labels: cellLabels(labels, 'r', { colour: INK, bold: strong }),
      extension: labelsFrom(range),
    }),
  }
}

const xOf = ({ x }: Point): number => x
const yOf = ({ y }: Point): number => y
