import { areaY, axisX, axisY, dot, gridX, gridY, line, ruleY, text } from '@observablehq/plot'
import { type Lang, type Written, writeNumber } from '../../data/model/numbers.ts'
import type { BandMark } from './bands.ts'
import { type Named, type Placed, placeLabels } from './label-places.ts'
import { BAND, CARD, type Drawn, draw, INK, MUTED, OTHERS, RULE } from './plot.ts'
import { pointName } from './point-name.ts'
import { roomyDomain, tickFormat } from './ticks.ts'

type Limits = { lower95: number; upper95: number; lower998: number; upper998: number }

type FunnelPoint = {
  municipality: string
  name: string
  /** The base, above 0. */
  x: number
  y: number
  /** How a point outside the outer limits is drawn; null inside them. */
  mark: BandMark | null
  /** What is read out: name, value, base, on which side. */
  label: string
}

export type FunnelChart = {
  points: readonly FunnelPoint[]
  own: string
  /** Members of the group that is compared with, and others chosen beside it. */
  group: ReadonlySet<string>
  /** By rising n: by chance alone, and widened by how much municipalities usually differ. */
  limits: readonly (Limits & { n: number; adjusted: Limits })[]
  pooled: number
  pooledLabel: string
  baseLabel: string
  about: Written
  lang: Lang
}

const MARGIN = { left: 52, right: 64, top: 18, bottom: 44 }
const FEWEST_TO_NAME = 12

/** Values against their bases on a scale of ratios, within the limits that chance and usual differences set. */
export function funnelChart(funnel: FunnelChart, { width }: Drawn): SVGSVGElement {
  const { points, own, group, pooled, about, lang } = funnel
  const height = Math.round(Math.min(420, Math.max(260, width * 0.55)))
  const domains = domainsOf(funnel)
  const isMember = (point: FunnelPoint) => group.has(point.municipality) && point.municipality !== own
  const mine = points.filter((point) => point.municipality === own)
  const members = points.filter(isMember)
  const others = points.filter((point) => !isMember(point) && point.municipality !== own)
  const far = members.length > 0 ? [] : others.filter((point) => point.mark !== null).slice(0, FEWEST_TO_NAME)
  return draw({
    width,
    height,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { type: 'log', domain: domains.x },
    y: { domain: domains.y },
    r: { type: 'identity' },
    symbol: { type: 'identity' },
    color: { type: 'identity' },
    marks: [
      gridX({ ticks: baseTicks(domains.x, width), stroke: RULE, strokeOpacity: 1 }),
      gridY({ ticks: 5, stroke: RULE, strokeOpacity: 1 }),
      ...limitMarks(funnel),
      ruleY([pooled], { stroke: MUTED, strokeWidth: 1.2 }),
      dots(others, 3.2, 5, CARD),
      dots(members, 5, 6.5, INK),
      dots(mine, 8.5, 8.5, INK),
      ...namedPoints([...mine, ...members, ...far], domains, width, height).map((placed) =>
        pointName(placed, placed.point.municipality === own),
      ),
      ...endLabels(funnel, domains.y),
      axisX({
        ticks: baseTicks(domains.x, width),
        tickFormat: (n: number) => writeNumber(n, 0, lang),
        tickSize: 0,
        label: funnel.baseLabel,
        labelAnchor: 'right',
        labelArrow: 'none',
        fill: MUTED,
      }),
      axisY({ ticks: 5, tickFormat: tickFormat(about, lang), tickSize: 0, label: null, fill: MUTED }),
    ],
  })
}

type Domains = { x: [number, number]; y: [number, number] }

/** All points fit, not all of the limits: those of the smallest bases reach far out. */
function domainsOf({ points, limits, pooled, about }: FunnelChart): Domains {
  const bases = points.map((point) => point.x)
  const last = limits.at(-1)?.adjusted
  const values = [...points.map((point) => point.y), pooled, ...(last ? [last.lower95, last.upper95] : [])]
  return { x: [Math.min(...bases) * 0.85, Math.max(...bases) * 1.1], y: roomyDomain(values, about.kind) }
}

/** 10, 20, 50, 100 …, or only every tenfold where there is no room for more. */
function baseTicks([low, high]: [number, number], width: number): number[] {
  const tens = Array.from({ length: 9 }, (_, power) => 10 ** power)
  const within = (ticks: number[]) => ticks.filter((tick) => tick >= low && tick <= high)
  const fine = within(tens.flatMap((ten) => [ten, 2 * ten, 5 * ten]))
  const coarse = within(tens)
  return fine.length <= width / 70 || coarse.length < 2 ? fine : coarse
}

/** Widened limits: 95 per cent as a field, 99.8 as lines; by chance alone dashed. */
function limitMarks({ limits }: FunnelChart) {
  const adjusted = limits.map(({ n, adjusted }) => ({ n, ...adjusted }))
  const outer = { x: 'n', stroke: MUTED, strokeWidth: 1.4, clip: true } as const
  const chance = { x: 'n', stroke: MUTED, strokeDasharray: '3 3', strokeOpacity: 0.8, clip: true } as const
  return [
    areaY(adjusted, { x: 'n', y1: 'lower95', y2: 'upper95', fill: BAND, clip: true }),
    line(adjusted, { ...outer, y: 'lower998' }),
    line(adjusted, { ...outer, y: 'upper998' }),
    line(limits, { ...chance, y: 'lower998' }),
    line(limits, { ...chance, y: 'upper998' }),
  ]
}

function dots(points: readonly FunnelPoint[], inside: number, outside: number, stroke: string) {
  return dot(points, {
    x: 'x',
    y: 'y',
    r: (point: FunnelPoint) => (point.mark ? outside : inside),
    fill: (point: FunnelPoint) => point.mark?.fill ?? OTHERS,
    symbol: (point: FunnelPoint) => point.mark?.symbol ?? 'circle',
    rotate: (point: FunnelPoint) => point.mark?.rotate ?? 0,
    stroke,
    strokeWidth: stroke === INK ? 1.5 : 0.8,
    title: 'label',
  } as object)
}

function namedPoints(points: readonly FunnelPoint[], { x, y }: Domains, width: number, height: number) {
  const frame = { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: height - MARGIN.bottom }
  const ratio = Math.log(x[1] / x[0])
  const inPixels = points.map((point) => ({
    name: point.name,
    point,
    x: frame.left + (Math.log(point.x / x[0]) / ratio) * (frame.right - frame.left),
    y: frame.bottom - ((point.y - y[0]) / (y[1] - y[0])) * (frame.bottom - frame.top),
  }))
  return withFirst(inPixels[0], placeLabels(inPixels, frame))
}

/** The first point is the own municipality: it is named even where its neighbours leave no room. */
function withFirst<P extends Named>(first: P | undefined, placed: Placed<P>[]): Placed<P>[] {
  if (!first || placed.some(({ x, y }) => x === first.x && y === first.y)) return placed
  return [...placed, { ...first, anchor: 'end', dx: -10, dy: 0 }]
}

/** What the lines are, at their right ends; left out where they leave the picture. */
function endLabels({ limits, pooled, pooledLabel, lang }: FunnelChart, [low, high]: [number, number]) {
  const last = limits.at(-1)?.adjusted
  const percent = (share: number, decimals: number) =>
    `${writeNumber(share, decimals, lang)}${lang === 'sv' ? '\u00a0' : ''}%`
  const labels = [
    { y: pooled, label: pooledLabel },
    ...(last
      ? [
          { y: last.upper998, label: percent(99.8, 1) },
          { y: last.lower998, label: percent(99.8, 1) },
        ]
      : []),
  ].filter(({ y }) => y >= low && y <= high)
  const apart = (high - low) / 22
  const shown = labels.filter(({ y }, index) => index === 0 || Math.abs(y - pooled) > apart)
  return [
    text(shown, { y: 'y', text: 'label', frameAnchor: 'right', dx: 6, textAnchor: 'start', fill: MUTED, fontSize: 12 }),
  ]
}
