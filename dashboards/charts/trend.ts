import { areaY, axisX, axisY, dot, gridY, line, ruleX } from '@observablehq/plot'
import { sureWithin } from '../../data/model/findings/certainty.ts'
import type { Lang, Written } from '../../data/model/numbers.ts'
import { type EndLabel, endLabels, writtenLabels } from './end-labels.ts'
import { withGaps } from './gaps.ts'
import { ACCENT, BAND, CARD, DASHES, type Drawn, draw, INK, MUTED, OTHERS, RULE } from './plot.ts'
import { roomLeft, roomyScale, tickFormat, ticksOn } from './ticks.ts'

type TrendPoint = {
  period: number
  value: number | null
  lower: number | null
  upper: number | null
  margin?: number | null
  label: string
}
/** `label` is what is read out where its line is pointed at. */
type TrendOther = { municipality: string; name: string; period: number; value: number | null; label: string }
export type TrendChart = {
  own: readonly TrendPoint[]
  /** What stands at the end of the own line: name and value. */
  ownLabel: string
  others: readonly TrendOther[]
  /** Those of the others that are drawn and named like an own one, in another colour. */
  also: ReadonlySet<string>
  reference: readonly { period: number; median: number | null; q1: number | null; q3: number | null }[]
  referenceLabel: string
  about: Written
  lang: Lang
}

const MARGIN = { top: 14, bottom: 30 }

/** Years along, the own line over those of the group and the middle half of the reference; a gap stays a gap. */
export function trendChart(trend: TrendChart, { width }: Drawn): SVGSVGElement {
  const { about, lang, own, others, reference } = trend
  const narrow = width < 420
  const known = own.filter((point) => point.value !== null)
  const years = [...new Set([...own, ...others, ...reference].map((point) => point.period))].sort((a, b) => a - b)
  const courses = coursesOf(others, years)
  const height = narrow ? 240 : 290
  const y = roomyScale(valuesOf(trend), about, [height - MARGIN.bottom, MARGIN.top])
  const ticks = ticksOn(y.domain() as [number, number], about, 5)
  const { labels, room } = writtenLabels(namesOf(trend), width)
  const marginLeft = Math.max(52, roomLeft(ticks, tickFormat(about, lang)))
  const marginRight = Math.max(narrow ? 74 : 104, room)
  return draw({
    width,
    height,
    marginLeft,
    marginRight,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { domain: [Math.min(...years), Math.max(...years)] },
    y: { domain: y.domain() },
    marks: [
      gridY({ ticks, stroke: RULE, strokeOpacity: 1 }),
      areaY(middleOf(reference, years), { x: 'period', y1: 'q1', y2: 'q3', fill: BAND }),
      line(courses, { x: 'period', y: 'value', z: 'municipality', stroke: OTHERS, strokeWidth: 1 }),
      line(
        courses.filter((point) => trend.also.has(point.municipality)),
        { x: 'period', y: 'value', z: 'municipality', stroke: INK, strokeWidth: 1.5 },
      ),
      line(middleOf(reference, years), {
        x: 'period',
        y: 'median',
        stroke: MUTED,
        strokeDasharray: '3 3',
        strokeWidth: 1.5,
      }),
      ...surely(own, about.unit),
      line(withGaps(own, years), { x: 'period', y: 'value', stroke: ACCENT, strokeWidth: 2.5 }),
      dot(known, { x: 'period', y: 'value', r: 3.5, fill: ACCENT, stroke: CARD, title: 'label' }),
      dot(
        others.filter((point) => point.value !== null),
        { x: 'period', y: 'value', r: 3, fill: OTHERS, fillOpacity: 0.001, title: 'label' },
      ),
      ...endLabels(labels, y, height - MARGIN.bottom),
      axisX({
        tickFormat: String,
        ticks: yearTicks(years, width - marginLeft - marginRight, narrow),
        tickSize: 0,
        label: null,
        fill: MUTED,
      }),
      axisY({ ticks, tickFormat: tickFormat(about, lang), tickSize: 0, label: null, fill: MUTED }),
    ],
  })
}

/** How sure each own value is: a bar where that is stated, dashes where it is measured. */
function surely(own: readonly TrendPoint[], unit: string) {
  const sure = own.flatMap((point) => {
    const within = sureWithin(point, unit)
    return within ? [{ ...within, period: point.period }] : []
  })
  const upright = { x: 'period', y1: 'from', y2: 'to', stroke: ACCENT } as const
  return [
    ruleX(
      sure.filter(({ rest }) => rest === 'stated'),
      { ...upright, strokeOpacity: 0.4, strokeWidth: 3 },
    ),
    ruleX(
      sure.filter(({ rest }) => rest === 'measured'),
      { ...upright, ...DASHES, strokeOpacity: 0.7 },
    ),
  ]
}

/** The others' lines, each with its own gaps. */
function coursesOf(others: readonly TrendOther[], years: readonly number[]) {
  const codes = [...new Set(others.map(({ municipality }) => municipality))]
  return codes.flatMap((municipality) => {
    const course = withGaps(
      others.filter((point) => point.municipality === municipality),
      years,
    )
    return course.map((point) => ({ ...point, municipality }))
  })
}

/** The middle half, broken where the country has no values. */
const middleOf = (reference: TrendChart['reference'], years: readonly number[]) =>
  withGaps(
    reference.map((year) => ({ ...year, value: year.median })),
    years,
  ).map((year) => (year.value === null ? { ...year, median: null, q1: null, q3: null } : year))

function valuesOf({ own, others, reference, about }: TrendChart): number[] {
  const drawn = [
    ...own.flatMap((point) => {
      const sure = sureWithin(point, about.unit)
      return [point.value, sure?.from ?? null, sure?.to ?? null]
    }),
    ...others.map((point) => point.value),
    ...reference.flatMap((point) => [point.q1, point.q3]),
  ].filter((value) => value !== null)
  return drawn.length > 0 ? drawn : [0, 1]
}

/** Pixels that a year takes on the axis. */
const YEAR = 36

function yearTicks(years: readonly number[], pixels: number, narrow: boolean): number[] {
  const distinct = [...new Set(years)].sort((a, b) => a - b)
  const most = Math.max(1, Math.min(narrow ? 4 : 8, Math.floor(pixels / YEAR)))
  const step = Math.ceil(distinct.length / most)
  return distinct.filter((_, index) => (distinct.length - 1 - index) % step === 0)
}

/** The own line, those shown beside it, and the reference: each named at its last known value. */
function namesOf({ own, ownLabel, others, also, reference, referenceLabel }: TrendChart): EndLabel[] {
  const beside = [...also].flatMap((code) => {
    const point = others.findLast(({ municipality, value }) => municipality === code && value !== null)
    return point ? [{ ...point, value: point.value!, label: point.name, fill: INK, bold: false }] : []
  })
  const last = own.findLast((point) => point.value !== null)
  const middle = reference.findLast((point) => point.median !== null)
  return [
    ...beside,
    ...(last ? [{ period: last.period, value: last.value!, label: ownLabel, fill: ACCENT, bold: true }] : []),
    ...(middle
      ? [{ period: middle.period, value: middle.median!, label: referenceLabel, fill: MUTED, bold: false }]
      : []),
  ]
}
