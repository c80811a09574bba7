import { areaY, axisX, axisY, dot, gridX, gridY, line } from '@observablehq/plot'
import type { Lang, Written } from '../../data/model/numbers.ts'
import { placeLabels } from './label-places.ts'
import { ACCENT, BAND, CARD, type Drawn, draw, INK, MUTED, OTHERS, RULE } from './plot.ts'
import { pointName } from './point-name.ts'
import { roomyDomain, tickFormat } from './ticks.ts'

export type ScatterPoint = {
  municipality: string
  name: string
  x: number
  y: number
  /** What is read out: name and both values. */
  label: string
}

export type Scatter = {
  points: readonly ScatterPoint[]
  own: string
  /** Members of the group that is compared with: named and filled. */
  group: ReadonlySet<string>
  line: readonly { x: number; y: number; lower: number; upper: number }[]
  x: Written & { label: string }
  y: Written & { label: string }
  lang: Lang
}

const MARGIN = { left: 60, right: 24, top: 30, bottom: 46 }
const NARROW_MARGIN = { ...MARGIN, left: 50, right: 10 }

/** Two indicators against each other, a dot per municipality; the fitted line with its 95 % interval behind them. */
export function scatter(relation: Scatter, { width }: Drawn): SVGSVGElement {
  const { points, own, group, lang, x, y } = relation
  const margin = width < 420 ? NARROW_MARGIN : MARGIN
  const height = Math.round(Math.min(520, Math.max(320, width * 0.66)))
  const domains = domainsOf(relation)
  const others = points.filter((point) => !group.has(point.municipality) && point.municipality !== own)
  const members = points.filter((point) => group.has(point.municipality) && point.municipality !== own)
  const mine = points.filter((point) => point.municipality === own)
  const named = namedPoints([...mine, ...members], domains, { width, height, margin })
  return draw({
    width,
    height,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    x: { domain: domains.x },
    y: { domain: domains.y },
    marks: [
      gridX({ ticks: width < 420 ? 3 : 6, stroke: RULE, strokeOpacity: 1 }),
      gridY({ ticks: 6, stroke: RULE, strokeOpacity: 1 }),
      areaY(relation.line, { x: 'x', y1: 'lower', y2: 'upper', fill: BAND, clip: true }),
      dot(others, { x: 'x', y: 'y', r: 3, fill: OTHERS, fillOpacity: 0.75, title: 'label' }),
      line(relation.line, { x: 'x', y: 'y', stroke: MUTED, strokeWidth: 1.5, strokeDasharray: '5 3', clip: true }),
      dot(members, { x: 'x', y: 'y', r: 4.5, fill: ACCENT, stroke: CARD, title: 'label' }),
      dot(mine, {
        x: 'x',
        y: 'y',
        r: 7.5,
        symbol: 'diamond',
        fill: INK,
        stroke: CARD,
        strokeWidth: 1.5,
        title: 'label',
      }),
      ...named.map((placed) => pointName(placed, placed.point.municipality === own)),
      axisX({
        ticks: width < 420 ? 3 : 6,
        tickFormat: tickFormat(x, lang),
        tickSize: 0,
        label: x.label,
        labelAnchor: 'right',
        labelArrow: 'none',
        fill: MUTED,
      }),
      axisY({
        ticks: 6,
        tickFormat: tickFormat(y, lang),
        tickSize: 0,
        label: y.label,
        labelAnchor: 'top',
        labelArrow: 'none',
        fill: MUTED,
      }),
    ],
  })
}

type Domains = { x: [number, number]; y: [number, number] }

function domainsOf({ points, x, y }: Scatter): Domains {
  const along = (values: number[], kind: string) => roomyDomain(values.length > 0 ? values : [0, 1], kind)
  return {
    x: along(
      points.map((point) => point.x),
      x.kind,
    ),
    y: along(
      points.map((point) => point.y),
      y.kind,
    ),
  }
}

type Frame = { width: number; height: number; margin: typeof MARGIN }

/** The points that have room for their name, in the chart's own coordinates; the own municipality first. */
function namedPoints(points: readonly ScatterPoint[], domains: Domains, { width, height, margin }: Frame) {
  const frame = { left: margin.left, right: width - 2, top: margin.top, bottom: height - margin.bottom }
  const along = ([low, high]: [number, number], value: number) => (value - low) / (high - low)
  const inPixels = points.map((point) => ({
    name: point.name,
    point,
    x: frame.left + along(domains.x, point.x) * (width - margin.right - frame.left),
    y: frame.bottom - along(domains.y, point.y) * (frame.bottom - frame.top),
  }))
  return placeLabels(inPixels, frame)
}
