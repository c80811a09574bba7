import { tickStep } from 'd3'
import type { Rows, Scale } from './chart.ts'
import { type ChartPart, chartSpace, type Size, valueAxis } from './chart-space.ts'
import { RowSeries } from './row-series.ts'
import { STEPS, scaleAround } from './scale.ts'
import { ALONG, scatterChart, scatterSeries, UP } from './scatter.ts'
import { Sheet } from './sheet.ts'
import { numberFormat } from './xml.ts'

/** Inches that a letter of a row's name takes, and that stand above and below the rows. */
const LETTER = 0.078
const ABOVE = 0.32
const TITLE = 0.32
const AXIS = 0.28
const UNIT = 0.26
const LEGEND = 0.32
const POINTS_AN_INCH = 72

/**
 * Dots in rows, on one scale: names to the left, words to the right, both out of the workbook, so that a row that is
 * deleted there takes everything with it.
 */
export function rowsPart(chart: Rows, size: Size): ChartPart {
  const sheet = new Sheet()
  const scale = chart.scale ?? scaleAround(chart)
  const along = valueAxis(axisOf(chart, scale), { id: ALONG, other: UP, crosses: 'max' })
  const up = valueAxis(
    {
      min: 0.5,
      max: chart.rows.length + 0.5,
      side: 'left',
      title: '',
      format: '0',
      shown: false,
      grid: false,
      reversed: true,
    },
    { id: UP, other: ALONG, crosses: 'min' },
  )
  const drawing = new RowSeries(chart, scale, sheet)
  const inner = innerOf(chart, size)
  const rowHeight = (inner.h * size.h * POINTS_AN_INCH) / chart.rows.length
  const dots = drawing.dots()
  for (const { title, values } of chart.facts ?? []) sheet.numbers(title, values)
  const before = [...drawing.zones(rowHeight), ...drawing.lines()]
  const series = [...before, ...dots, ...drawing.words()]
  const unnamed = series.map((_, at) => at).filter((at) => at < before.length || at >= before.length + dots.length)
  const xml = chartSpace({
    plot: scatterChart(series.map((one, at) => scatterSeries(one, at))) + along + up,
    legend: chart.legend ? 'b' : null,
    ...{ unnamed, inner },
    ...(chart.title && { title: chart.title }),
  })
  return { sheet, xml }
}

const axisOf = ({ unit, decimals, numbered }: Rows, { min, max }: Scale) =>
  ({
    side: 'bottom',
    ...{ min, max, title: unit, format: numberFormat(decimals) },
    ...{ shown: numbered, grid: numbered, step: tickStep(min, max, STEPS) },
  }) as const

/** Where the rows lie in the chart: room for the longest name and the longest words beside. */
function innerOf({ rows, title, unit, numbered, legend, lines }: Rows, size: Size) {
  const room = (texts: string[], most: number) =>
    Math.min(most, (0.15 + LETTER * Math.max(0, ...texts.map((text) => text.length))) / size.w)
  const x = room(
    rows.map(({ name }) => name),
    0.42,
  )
  const right = room(
    rows.map(({ beside }) => beside),
    0.35,
  )
  const top = ((title ? TITLE : 0) + (lines.some(({ name }) => name !== '') ? ABOVE : 0.06)) / size.h
  const bottom = ((numbered ? AXIS + (unit ? UNIT : 0) : 0.04) + (legend ? LEGEND : 0)) / size.h
  return { x, y: top, w: 1 - x - right, h: 1 - top - bottom }
}
