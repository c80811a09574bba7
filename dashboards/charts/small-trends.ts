import { areaY, axisX, axisY, dot, line, text } from '@observablehq/plot'
import type { Lang, Written } from '../../data/model/numbers.ts'
import { ACCENT, BAND, CARD, type Drawn, draw, INK, MUTED } from './plot.ts'
import { roomyDomain, tickFormat } from './ticks.ts'

type Point = { period: number; value: number | null; label: string }
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

/** One small trend for each municipality over the same middle half, all on one scale. */
export function smallTrends({ trends, own, reference, about, lang }: SmallTrends, { width }: Drawn): SVGSVGElement {
  const fitting = Math.max(2, Math.min(MOST_ACROSS, trends.length, Math.floor(width / PANEL)))
  const across = Math.ceil(trends.length / Math.ceil(trends.length / fitting))
  const panels = trends.map((trend, index) => ({ ...trend, fx: index % across, fy: Math.floor(index / across) }))
  const inPanels = <Datum extends object>(data: (panel: (typeof panels)[number]) => readonly Datum[]) =>
    panels.flatMap((panel) => data(panel).map((datum) => ({ ...datum, fx: panel.fx, fy: panel.fy })))
  const periods = reference.map(({ period }) => period)
  const [from, to] = [Math.min(...periods), Math.max(...periods)]
  const last = panels.map(({ points, ...panel }) => ({ ...panel, ...points.findLast(({ value }) => value !== null) }))
  const place = { fx: 'fx', fy: 'fy' } as const
  const mine = ({ municipality }: { municipality: string }) => (municipality === own ? ACCENT : INK)
  return draw({
    width,
    height: (Math.floor((panels.length - 1) / across) + 1) * ROW + 34,
    marginLeft: 44,
    marginRight: 10,
    marginTop: 18,
    marginBottom: 26,
    fx: { axis: null, padding: 0.14 },
    fy: { axis: null, padding: 0.24 },
    x: { domain: [from, to] },
    y: { domain: roomyDomain(reachOf(trends, reference), about.kind), nice: true },
    marks: [
      areaY(
        inPanels(() => reference),
        { ...place, x: 'period', y1: 'q1', y2: 'q3', fill: BAND },
      ),
      line(
        inPanels(() => reference),
        {
          ...place,
          x: 'period',
          y: 'median',
          stroke: MUTED,
          strokeDasharray: '2 2',
          strokeWidth: 1,
        },
      ),
      line(
        inPanels(({ points, municipality }) => points.map((point) => ({ ...point, municipality }))),
        { ...place, x: 'period', y: 'value', z: 'municipality', stroke: mine, strokeWidth: 1.75 } as object,
      ),
      dot(last.filter(hasValue), {
        ...place,
        x: 'period',
        y: 'value',
        r: 3,
        fill: mine,
        stroke: CARD,
        title: 'label',
      } as object),
      ...names(panels, own),
      axisX({
        ticks: [from, to],
        tickFormat: (year: number) => `’${String(year).slice(2)}`,
        tickSize: 0,
        label: null,
        fill: MUTED,
      }),
      axisY({ ticks: 2, tickFormat: tickFormat(about, lang), tickSize: 0, label: null, fill: MUTED }),
    ],
  })
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

function reachOf(trends: SmallTrends['trends'], reference: SmallTrends['reference']): number[] {
  const drawn = [
    ...trends.flatMap(({ points }) => points.map(({ value }) => value)),
    ...reference.flatMap(({ q1, q3 }) => [q1, q3]),
  ].filter((value) => value !== null)
  return drawn.length > 0 ? drawn : [0, 1]
}
