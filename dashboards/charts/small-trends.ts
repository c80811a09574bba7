import { areaY, axisX, axisY, dot, line, ruleX, text } from '@observablehq/plot'
import { sureWithin } from '../../data/model/findings/certainty.ts'
import type { Lang, Written } from '../../data/model/numbers.ts'
import { withGaps } from './gaps.ts'
import { ACCENT, BAND, CARD, DASHES, type Drawn, draw, INK, MUTED } from './plot.ts'
import { roomLeft, roomyScale, tickFormat, ticksOn } from './ticks.ts'

type Point = {
  period: number
  value: number | null
  lower?: number | null
  upper?: number | null
  margin?: number | null
  label: string
}
type SmallTrend = { municipality: string; name: string; points: readonly Point[] }
export type SmallTrends = {
  /** In the order that they are read, the own one first. */
  trends: readonly SmallTrend[]
  own: string
  reference: readonly { period: number; median: number | null; q1: number | null; q3: number | null }[]
  about: Written
  lang: Lang
}

/** Room for one more panel across, and how many there are across at most. */
const PANEL = 150
const MOST_ACROSS = 6
const ROW = 104

type Placed = SmallTrend & { fx: number; fy: number }
const PLACE = { fx: 'fx', fy: 'fy' } as const

/** One small trend for each municipality over the same middle half, all on one scale. */
export function smallTrends(given: SmallTrends, { width }: Drawn): SVGSVGElement {
  const { trends, own, reference, about, lang } = given
  const values = roomyScale(reachOf(trends, reference, about.unit), about, [ROW, 0])
  const ticks = ticksOn(values.domain() as [number, number], about, 2)
  const panels = placed(trends, width)
  const periods = reference.map(({ period }) => period)
  const years = [...new Set([Math.min(...periods), Math.max(...periods)])]
  return draw({
    width,
    height: (panels.at(-1)!.fy + 1) * ROW + 34,
    marginLeft: Math.max(44, roomLeft(ticks, tickFormat(about, lang))),
    marginRight: 10,
    marginTop: 18,
    marginBottom: 26,
    fx: { axis: null, padding: 0.14 },
    fy: { axis: null, padding: 0.24 },
    x: { domain: [years[0], years.at(-1)] },
    y: { domain: values.domain() },
    marks: [
      ...middle(panels, reference),
      ...lines(panels, own, periods, about.unit),
      ...names(panels, own),
      ...axes(years, ticks, about, lang),
    ],
  })
}

/** The panels in rows as equally long as they can be. */
function placed(trends: readonly SmallTrend[], width: number): Placed[] {
  const fitting = Math.max(2, Math.min(MOST_ACROSS, trends.length, Math.floor(width / PANEL)))
  const across = Math.ceil(trends.length / Math.ceil(trends.length / fitting))
  return trends.map((trend, index) => ({ ...trend, fx: index % across, fy: Math.floor(index / across) }))
}

/** The same middle half and median behind every panel. */
function middle(panels: readonly Placed[], reference: SmallTrends['reference']) {
  const behind = panels.flatMap(({ fx, fy }) => reference.map((year) => ({ ...year, fx, fy })))
  return [
    areaY(behind, { ...PLACE, x: 'period', y1: 'q1', y2: 'q3', fill: BAND }),
    line(behind, { ...PLACE, x: 'period', y: 'median', stroke: MUTED, strokeDasharray: '2 2', strokeWidth: 1 }),
  ]
}

/** Each one's own line, and a dot where it last had a value. */
function lines(panels: readonly Placed[], own: string, years: readonly number[], unit: string) {
  const colour = ({ municipality }: { municipality: string }) => (municipality === own ? ACCENT : INK)
  const courses = panels.flatMap(({ points, ...panel }) =>
    withGaps(points, years).map((point) => ({ ...panel, ...point })),
  )
  const last = panels.map(({ points, ...panel }) => ({ ...panel, ...points.findLast(({ value }) => value !== null) }))
  const at = { ...PLACE, x: 'period', y: 'value' }
  const sure = last.flatMap((one) => {
    const within = sureWithin({ ...one, value: one.value ?? null }, unit)
    return within ? [{ ...one, ...within }] : []
  })
  const upright = { ...PLACE, x: 'period', y1: 'from', y2: 'to', stroke: colour }
  return [
    line(courses, { ...at, z: 'municipality', stroke: colour, strokeWidth: 1.75 } as object),
    ruleX(
      sure.filter(({ rest }) => rest === 'stated'),
      { ...upright, strokeWidth: 3, strokeOpacity: 0.4 } as object,
    ),
    ruleX(
      sure.filter(({ rest }) => rest === 'measured'),
      { ...upright, ...DASHES, strokeOpacity: 0.8 } as object,
    ),
    dot(last.filter(hasValue), { ...at, r: 3, fill: colour, stroke: CARD, title: 'label' } as object),
  ]
}

/** The first and the last year, and as few values as say the scale. */
function axes(years: number[], ticks: number[], about: Written, lang: Lang) {
  const short = (year: number) => `’${String(year).slice(2)}`
  return [
    ...years.map((year, at) =>
      axisX({
        ...{ ticks: [year], tickFormat: short, tickSize: 0, label: null, fill: MUTED },
        textAnchor: at === 0 ? 'start' : 'end',
      }),
    ),
    axisY({ ticks, tickFormat: tickFormat(about, lang), tickSize: 0, label: null, fill: MUTED }),
  ]
}

function names(panels: readonly SmallTrend[], own: string) {
  const isOwn = ({ municipality }: SmallTrend) => municipality === own
  const style = { fx: 'fx', fy: 'fy', text: 'name', frameAnchor: 'top-left', dy: -15 } as const
  return [
    text(
      panels.filter((panel) => !isOwn(panel)),
      { ...style, fill: INK },
    ),
    text(panels.filter(isOwn), { ...style, fill: ACCENT, fontWeight: 'bold' }),
  ]
}

const hasValue = ({ value }: { value?: number | null }) => value !== null && value !== undefined

function reachOf(trends: SmallTrends['trends'], reference: SmallTrends['reference'], unit: string): number[] {
  const drawn = [
    ...trends.flatMap(({ points }) => points.map(({ value }) => value)),
    ...trends.flatMap(({ points }) => endsOf(points.findLast(hasValue), unit)),
    ...reference.flatMap(({ q1, q3 }) => [q1, q3]),
  ].filter((value) => value !== null)
  return drawn.length > 0 ? drawn : [0, 1]
}

/** The ends of what the last value is sure within. */
function endsOf(last: Point | undefined, unit: string): number[] {
  const sure = last && sureWithin(last, unit)
  return sure ? [sure.from, sure.to] : []
}
