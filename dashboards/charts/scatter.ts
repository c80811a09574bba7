import { areaY, axisX, axisY, dot, gridX, gridY, line } from '@observablehq/plot'
import { extent, scaleLinear } from 'd3'
import type { Lang, Written } from '../../data/model/numbers.ts'
import { placeLabels } from './label-places.ts'
import { ACCENT, BAND, CARD, type Drawn, draw, INK, MUTED, OTHERS, RULE } from './plot.ts'
import { pointName } from './point-name.ts'
import { along, type Reach, reachOf } from './reach.ts'
import { roomFor, tickFormat } from './ticks.ts'

export type ScatterPoint = {
  municipality: string
  name: string
  x: number
  y: number
  /** What is read out: name and both values. */
  label: string
}

/** Municipalities that all have the same two answers. */
export type Heap = { x: number; y: number; count: number; label: string }

export type Scatter = {
  points: readonly ScatterPoint[]
  /** Of two questions with few answers each: how many have both, in place of a dot a municipality. */
  heaps?: readonly Heap[]
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
  const height = Math.round(Math.min(520, Math.max(320, width * 0.66)))
  const scales = scalesOf(relation)
  const margin = marginOf(relation, scales, width)
  const fitted = lineWithin(relation, scales)
  const ticks = { x: ticksOf(scales.x, width < 420 ? 3 : 6), y: ticksOf(scales.y, 6) }
  const others = points.filter((point) => !group.has(point.municipality) && point.municipality !== own)
  const members = points.filter((point) => group.has(point.municipality) && point.municipality !== own)
  const mine = points.filter((point) => point.municipality === own)
  const named = namedPoints([...mine, ...members], scales, { width, height, margin })
  return draw({
    width,
    height,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    x: scales.x,
    y: scales.y,
    r: { type: 'identity' },
    marks: [
      gridX({ ticks: ticks.x, stroke: RULE, strokeOpacity: 1 }),
      gridY({ ticks: ticks.y, stroke: RULE, strokeOpacity: 1 }),
      areaY(fitted, { x: 'x', y1: 'lower', y2: 'upper', fill: BAND, clip: true }),
      relation.heaps ? heapDots(relation.heaps) : singleDots(others),
      line(fitted, { x: 'x', y: 'y', stroke: MUTED, strokeWidth: 1.5, strokeDasharray: '5 3', clip: true }),
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
        ticks: ticks.x,
        tickFormat: tickFormat(x, lang),
        tickSize: 0,
        label: x.label,
        labelOffset: 36,
        labelAnchor: 'right',
        labelArrow: 'none',
        fill: MUTED,
      }),
      axisY({
        ticks: ticks.y,
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

const singleDots = (points: readonly ScatterPoint[]) =>
  dot(points, { x: 'x', y: 'y', r: 3, fill: OTHERS, fillOpacity: 0.75, title: 'label' })

/** Radius of the largest heap, in pixels: it stays clear of the others and of the edge. */
const LARGEST = 24

/** Each as large in area as it has municipalities. */
function heapDots(heaps: readonly Heap[]) {
  const most = Math.max(...heaps.map(({ count }) => count))
  const r = ({ count }: Heap) => LARGEST * Math.sqrt(count / most)
  return dot(heaps, { x: 'x', y: 'y', r, fill: OTHERS, fillOpacity: 0.75, title: 'label' })
}

type Scales = { x: Reach; y: Reach }

const scalesOf = ({ points, x, y }: Scatter): Scales => ({
  x: reachOf(
    points.map((point) => point.x),
    x.kind,
  ),
  y: reachOf(
    points.map((point) => point.y),
    y.kind,
  ),
})

/** The line between the outermost points, where both steps are equal: elsewhere it would be none. */
function lineWithin({ line, points }: Scatter, { x, y }: Scales): Scatter['line'] {
  if (x.type === 'log' || y.type === 'log') return []
  const [low, high] = extent(points, (point) => point.x)
  return line.filter((one) => one.x >= low! && one.x <= high! && one.y >= y.domain[0] && one.y <= y.domain[1])
}

/** Wide enough to the left for the numbers, to the right for half of the last one. */
function marginOf({ x, y, lang }: Scatter, scales: Scales, width: number): typeof MARGIN {
  const least = width < 420 ? NARROW_MARGIN : MARGIN
  const numbers = (reach: Reach, about: Written) => ticksIn(reach).map(tickFormat(about, lang))
  return {
    ...least,
    left: Math.max(least.left, 14 + roomFor(numbers(scales.y, y))),
    right: Math.max(least.right, 2 + roomFor(numbers(scales.x, x)) / 2),
  }
}

const ticksIn = (reach: Reach): number[] => {
  const ticks = ticksOf(reach, 6)
  return typeof ticks === 'number' ? scaleLinear(reach.domain, [0, 1]).ticks(ticks) : ticks
}

/** A logarithmic scale names its tens. */
const ticksOf = ({ domain: [low, high], type }: Reach, count: number): number | number[] =>
  type === 'log'
    ? Array.from({ length: 12 }, (_, at) => 10 ** (at - 2)).filter((ten) => ten >= low && ten <= high)
    : count

type Frame = { width: number; height: number; margin: typeof MARGIN }

/** The points that have room for their name, in the chart's own coordinates; the own municipality first. */
function namedPoints(points: readonly ScatterPoint[], scales: Scales, { width, height, margin }: Frame) {
  const frame = { left: margin.left, right: width - 2, top: margin.top, bottom: height - margin.bottom }
  const inPixels = points.map((point) => ({
    name: point.name,
    point,
    x: frame.left + along(point.x, scales.x) * (width - margin.right - frame.left),
    y: frame.bottom - along(point.y, scales.y) * (frame.bottom - frame.top),
  }))
  return placeLabels(inPixels, frame)
}
