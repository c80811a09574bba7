import { areaY, axisX, axisY, dot, gridY, line, ruleX, text } from '@observablehq/plot'
import type { Lang, Written } from '../../data/model/numbers.ts'
import { ACCENT, BAND, CARD, type Drawn, draw, INK, MUTED, OTHERS, RULE } from './plot.ts'
import { roomyDomain, tickFormat } from './ticks.ts'

type TrendPoint = {
  period: number
  value: number | null
  lower: number | null
  upper: number | null
  label: string
}
export type TrendChart = {
  own: readonly TrendPoint[]
  /** What stands at the end of the own line: name and value. */
  ownLabel: string
  others: readonly { municipality: string; name: string; period: number; value: number | null }[]
  /** Those of the others that are drawn and named like an own one, in another colour. */
  also: ReadonlySet<string>
  reference: readonly { period: number; median: number | null; q1: number | null; q3: number | null }[]
  referenceLabel: string
  about: Written
  lang: Lang
}

/** Years along, the own line over those of the group and the middle half of the reference; a gap stays a gap. */
export function trendChart(trend: TrendChart, { width }: Drawn): SVGSVGElement {
  const { about, lang, own, others, reference } = trend
  const narrow = width < 420
  const known = own.filter((point) => point.value !== null)
  const years = [...own, ...others, ...reference].map((point) => point.period)
  return draw({
    width,
    height: narrow ? 240 : 290,
    marginLeft: 52,
    marginRight: narrow ? 74 : 104,
    marginTop: 14,
    marginBottom: 30,
    x: { domain: [Math.min(...years), Math.max(...years)] },
    y: { domain: roomyDomain(valuesOf(trend), about.kind), nice: true },
    marks: [
      gridY({ ticks: 5, stroke: RULE, strokeOpacity: 1 }),
      areaY(reference, { x: 'period', y1: 'q1', y2: 'q3', fill: BAND }),
      line(others, { x: 'period', y: 'value', z: 'municipality', stroke: OTHERS, strokeWidth: 1 }),
      line(
        others.filter((point) => trend.also.has(point.municipality)),
        { x: 'period', y: 'value', z: 'municipality', stroke: INK, strokeWidth: 1.5 },
      ),
      line(reference, { x: 'period', y: 'median', stroke: MUTED, strokeDasharray: '3 3', strokeWidth: 1.5 }),
      ruleX(
        own.filter((point) => point.lower !== null),
        {
          x: 'period',
          y1: 'lower',
          y2: 'upper',
          stroke: ACCENT,
          strokeOpacity: 0.4,
          strokeWidth: 3,
        },
      ),
      line(own, { x: 'period', y: 'value', stroke: ACCENT, strokeWidth: 2.5 }),
      dot(known, { x: 'period', y: 'value', r: 3.5, fill: ACCENT, stroke: CARD, title: 'label' }),
      ...endLabels(trend),
      axisX({ tickFormat: String, ticks: yearTicks(years, narrow), tickSize: 0, label: null, fill: MUTED }),
      axisY({ ticks: 5, tickFormat: tickFormat(about, lang), tickSize: 0, label: null, fill: MUTED }),
    ],
  })
}

function valuesOf({ own, others, reference }: TrendChart): number[] {
  const drawn = [
    ...own.flatMap((point) => [point.value, point.lower, point.upper]),
    ...others.map((point) => point.value),
    ...reference.flatMap((point) => [point.q1, point.q3]),
  ].filter((value) => value !== null)
  return drawn.length > 0 ? drawn : [0, 1]
}

function yearTicks(years: readonly number[], narrow: boolean): number[] {
  const distinct = [...new Set(years)].sort((a, b) => a - b)
  const step = Math.ceil(distinct.length / (narrow ? 4 : 8))
  return distinct.filter((_, index) => (distinct.length - 1 - index) % step === 0)
}

type Label = { period: number; value: number; label: string; fill: string; bold: boolean; dy: number }

/** Names at the ends of the lines; moved apart where they would lie on each other. */
function endLabels(trend: TrendChart) {
  const { own, reference } = trend
  const beside = [...trend.also].flatMap((code) => {
    const point = trend.others.findLast(({ municipality, value }) => municipality === code && value !== null)
    return point
      ? [{ period: point.period, value: point.value!, label: point.name, fill: INK, bold: false, dy: 0 }]
      : []
  })
  const [last, middle] = [
    own.findLast((point) => point.value !== null),
    reference.findLast((point) => point.median !== null),
  ]
  const labels: Label[] = beside
  if (last)
    labels.push({ period: last.period, value: last.value!, label: trend.ownLabel, fill: ACCENT, bold: true, dy: 0 })
  if (middle)
    labels.push({
      period: middle.period,
      value: middle.median!,
      label: trend.referenceLabel,
      fill: MUTED,
      bold: false,
      dy: 0,
    })
  separate(labels, valuesOf(trend))
  return labels.map(({ label, fill, bold, dy, ...point }) =>
    text([point], {
      x: 'period',
      y: 'value',
      text: () => label,
      dx: 8,
      dy,
      textAnchor: 'start',
      fill,
      fontWeight: bold ? 'bold' : 'normal',
    }),
  )
}

/** Height of the drawing that labels share, and of one label, in pixels. */
const SHARED = 236
const LABEL = 15

/** From the top down, each label at least its own height below the one above; the whole moved up by half of what was pushed. */
function separate(labels: Label[], values: readonly number[]) {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const placeOf = (label: Label) => ((high - label.value) / (high - low || 1)) * SHARED + label.dy
  const ordered = labels.sort((a, b) => b.value - a.value)
  for (const [index, label] of ordered.entries()) {
    const above = ordered[index - 1]
    if (above) label.dy = Math.max(0, placeOf(above) + LABEL - placeOf(label))
  }
  const pushed = Math.max(0, ...ordered.map(({ dy }) => dy))
  for (const label of ordered) if (pushed > 0) label.dy -= pushed / 2
}
