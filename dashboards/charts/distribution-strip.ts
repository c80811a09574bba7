import { axisX, dodgeY, dot, rect, ruleX, text } from '@observablehq/plot'
import type { Lang, Written } from '../../data/model/numbers.ts'
import { bandMark } from './bands.ts'
import { ACCENT, BAND, CARD, type Drawn, draw, INK, MUTED, OTHERS } from './plot.ts'
import { roomyDomain, tickFormat } from './ticks.ts'

type StripPoint = {
  municipality: string
  name: string
  value: number
  band: 'best' | 'middle' | 'worst' | null
  label: string
}
export type Strip = {
  points: readonly StripPoint[]
  own: string
  /** Further municipalities to name. */
  also: ReadonlySet<string>
  /** Members of the group that is compared with; empty where that is everyone. */
  group: ReadonlySet<string>
  reference: { median: number | null; q1: number | null; q3: number | null }
  about: Written
  lang: Lang
}

/** Every municipality a dot, piled where many are alike; the own one named. */
export function distributionStrip(strip: Strip, { width }: Drawn): SVGSVGElement {
  const { points, about, lang, reference } = strip
  const radius = width < 360 ? 2.2 : 2.9
  const ordered = [...points].sort((a, b) => a.value - b.value)
  const { q1, q3, median } = reference
  return draw({
    width,
    height: heightOf(ordered, width, radius),
    marginLeft: 14,
    marginRight: 14,
    marginTop: 26,
    marginBottom: 28,
    x: {
      domain: roomyDomain(
        points.map((point) => point.value),
        about.kind,
      ),
    },
    marks: [
      rect(q1 === null || q3 === null ? [] : [{ q1, q3 }], { x1: 'q1', x2: 'q3', fill: BAND } as object),
      ruleX(median === null ? [] : [median], { stroke: INK, strokeDasharray: '2 3' }),
      dot(
        ordered,
        dodgeY('bottom', {
          x: 'value',
          r: radius,
          fill: (point: StripPoint) => fillOf(point, strip),
          title: 'label',
          padding: 0.6,
        } as object),
      ),
      ...ownMark(strip),
      axisX({ ticks: width < 360 ? 3 : 6, tickFormat: tickFormat(about, lang), tickSize: 0, label: null, fill: MUTED }),
    ],
  })
}

function fillOf(point: StripPoint, { own, group }: Strip): string {
  if (point.municipality === own) return INK
  return group.has(point.municipality) ? ACCENT : OTHERS
}

/** Tall enough for the highest pile, which is where most values share the width of a dot. */
function heightOf(points: readonly StripPoint[], width: number, radius: number): number {
  const values = points.map((point) => point.value)
  const reach = Math.max(...values) - Math.min(...values) || 1
  const bins = new Map<number, number>()
  for (const value of values) {
    const bin = Math.round(((value - values[0]!) / reach) * (width / (2 * radius + 1)))
    bins.set(bin, (bins.get(bin) ?? 0) + 1)
  }
  const piles = [...bins.values()]
  return Math.min(320, Math.max(96, Math.max(1, ...piles) * (2 * radius + 0.6) * 1.15 + 70))
}

function ownMark({ points, own, also }: Strip) {
  const mine = points.filter((point) => point.municipality === own)
  const named = points.filter((point) => also.has(point.municipality) && point.municipality !== own)
  return [
    ruleX(named, { x: 'value', stroke: MUTED, strokeWidth: 1 }),
    text(named, { x: 'value', text: 'name', frameAnchor: 'top', dy: -3, fill: MUTED, stroke: CARD, strokeWidth: 4 }),
    ruleX(mine, { x: 'value', stroke: INK, strokeWidth: 1 }),
    dot(mine, {
      x: 'value',
      frameAnchor: 'top',
      symbol: bandMark(mine[0]?.band ?? null).symbol,
      rotate: bandMark(mine[0]?.band ?? null).rotate,
      fill: bandMark(mine[0]?.band ?? null).fill,
      stroke: CARD,
      r: 6,
    } as object),
    text(mine, { x: 'value', text: 'name', frameAnchor: 'top', dy: -16, fontWeight: 'bold', fill: INK }),
  ]
}
