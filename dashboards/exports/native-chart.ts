import type PptxGenJS from 'pptxgenjs'
import type { NativeChart } from './figure.ts'

type Place = { x: number; y: number; w: number; h: number }
type Bars = Extract<NativeChart, { kind: 'bars' }>
type Lines = Extract<NativeChart, { kind: 'lines' }>
type Points = Extract<NativeChart, { kind: 'points' }>

const OWN = '0B4F8A'
const OTHER = '8A8F94'
const GRID = { color: 'E3E5E8', size: 0.5 }
const FONTS = {
  catAxisLabelFontFace: 'Calibri',
  valAxisLabelFontFace: 'Calibri',
  catAxisLabelFontSize: 11,
  valAxisLabelFontSize: 11,
  dataLabelFontSize: 11,
} satisfies PptxGenJS.IChartOpts

/** Draws the chart with PowerPoint's own means; the reader can change its numbers there. */
export function addNativeChart(slide: PptxGenJS.Slide, chart: NativeChart, place: Place, altText: string) {
  if (chart.kind === 'bars') addBars(slide, chart, { ...place, altText })
  else if (chart.kind === 'lines') addLines(slide, chart, { ...place, altText })
  else addPoints(slide, chart, { ...place, altText })
}

function numberFormat(decimals: number): string {
  return decimals ? `#,##0.${'0'.repeat(decimals)}` : '#,##0'
}

/** PowerPoint stacks bars from below, so the first category is given last. */
function addBars(slide: PptxGenJS.Slide, ranked: Bars, options: PptxGenJS.IChartOpts) {
  const chart = fromBelow(ranked)
  const single = chart.series.length === 1
  const colours = chart.categories.map((category) => (chart.own.includes(category) ? OWN : OTHER))
  slide.addChart('bar', asData(chart), {
    ...options,
    ...FONTS,
    ...(single ? {} : { showLegend: true, legendPos: 'b' }),
    barDir: 'bar',
    barGapWidthPct: 40,
    valAxisLabelFormatCode: numberFormat(chart.decimals),
    valGridLine: GRID,
    catGridLine: { style: 'none' },
    chartColors: single ? colours : [OWN, 'D55E00', OTHER],
    showValue: true,
    dataLabelFormatCode: numberFormat(chart.decimals),
    showValAxisTitle: true,
    valAxisTitle: chart.unit,
    valAxisTitleFontSize: 11,
  })
}

function fromBelow(chart: Bars): Bars {
  const series = chart.series.map(({ name, values }) => ({ name, values: values.toReversed() }))
  return { ...chart, categories: chart.categories.toReversed(), series }
}

function addLines(slide: PptxGenJS.Slide, chart: Lines, options: PptxGenJS.IChartOpts) {
  slide.addChart('line', asData(chart), {
    ...options,
    ...FONTS,
    chartColors: chart.series.map(({ name }) => (chart.own.includes(name) ? OWN : OTHER)),
    lineSize: 2,
    lineDataSymbolSize: 6,
    displayBlanksAs: 'gap',
    showLegend: true,
    legendPos: 'r',
    legendFontSize: 11,
    valGridLine: GRID,
    valAxisLabelFormatCode: numberFormat(chart.decimals),
    showValAxisTitle: true,
    valAxisTitle: chart.unit,
    valAxisTitleFontSize: 11,
  })
}

/**
 * All points in one series, and over them the own group's in another that bears their names: the series share their x
 * values from the first on, so the own group comes first.
 */
function addPoints(slide: PptxGenJS.Slide, chart: Points, options: PptxGenJS.IChartOpts) {
  const own = chart.points.filter((point) => point.own)
  const ordered = [...own, ...chart.points.filter((point) => !point.own)]
  const data = [
    { name: chart.x, values: ordered.map((point) => written(point.x)) },
    { name: chart.y, values: ordered.map((point) => written(point.y)), labels: [' '] },
    { name: `${chart.y} `, values: own.map((point) => written(point.y)), labels: own.map(({ name }) => name) },
  ].filter(({ values }) => values.length > 0)
  slide.addChart('scatter', data, {
    ...options,
    ...FONTS,
    lineSize: 0,
    lineDataSymbolSize: 7,
    chartColors: [OTHER, OWN],
    showLabel: true,
    dataLabelFormatScatter: 'custom',
    valGridLine: GRID,
    catGridLine: GRID,
    valAxisLabelFormatCode: numberFormat(chart.decimals),
    catLabelFormatCode: numberFormat(chart.decimals),
    showCatAxisTitle: true,
    catAxisTitle: chart.x,
    catAxisTitleFontSize: 11,
    showValAxisTitle: true,
    valAxisTitle: chart.y,
    valAxisTitleFontSize: 11,
  })
}

function asData({ categories, series }: Bars | Lines) {
  return series.map(({ name, values }) => ({ name, labels: categories, values: values.map(written) }))
}

/** The library writes the number 0 into the chart but nothing into the workbook behind it; as a text it stays 0 in both. */
const written = (value: number | null) => (value === 0 ? '0' : value)
