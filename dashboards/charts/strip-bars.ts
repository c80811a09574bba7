import { axisX, axisY, rectY, text } from '@observablehq/plot'
import { bin, scaleLinear } from 'd3'
import { isAnswer } from '../../data/model/findings/kinds.ts'
import { ACCENT, CARD, type Drawn, draw, INK, MUTED, OTHERS } from './plot.ts'
import { BELOW, type Strip, sideOf } from './strip.ts'
import { middleHalf } from './strip-dots.ts'
import { stripNames } from './strip-names.ts'
import { haveRoom, tickFormat } from './ticks.ts'

/** The municipalities between two values: how many there are, and how many of them are of the group. */
type Bar = { from: number; to: number; count: number; ofGroup: number; label: string }
type Bars = {
  bars: readonly Bar[]
  domain: [number, number]
  ticks: readonly number[]
  /** Whether a value lies anywhere along, or only where a bar stands. */
  along: boolean
}

const ROOM = 150
const DIGIT = 7.5
/** A bar of a span is about so wide, in pixels. */
const SPAN = 22
/** How much of a whole number's place its bar takes to either side. */
const HALF = 0.38

/** A bar a value: for yes and no, grades and small whole numbers. */
export function stripValues(strip: Strip, drawn: Drawn): SVGSVGElement {
  const values = strip.points.map(({ value }) => value)
  const [low, high] = strip.about.kind === 'yesno' ? [0, 1] : [Math.min(...values), Math.max(...values)]
  const ticks = Array.from({ length: high - low + 1 }, (_, at) => low + at)
  const bars = ticks.map((value) => barOf(strip, value, value, (one) => one === value))
  const wide = bars.map((bar) => ({ ...bar, from: bar.from - HALF, to: bar.to + HALF }))
  const domain: [number, number] = [low - 0.6, high + 0.6]
  return stripBars({ bars: wide, domain, ticks: readable(ticks, domain, strip, drawn), along: false }, strip, drawn)
}

/** Every value, or every second, third … of many, so that what stands below them can be read; of answers every one. */
function readable(values: readonly number[], domain: readonly [number, number], strip: Strip, { width }: Drawn) {
  if (isAnswer(strip.about)) return values
  const everyOf = (step: number) => values.filter((_, at) => at % step === 0)
  const pixels = width - 2 * sideOf(values, strip)
  const isRead = (step: number) => haveRoom(everyOf(step), domain, pixels, tickFormat(strip.about, strip.lang))
  return everyOf(values.map((_, at) => at + 1).find(isRead) ?? 1)
}

/** A bar a span of values, where so many are alike that dots would burst the drawing. */
export function stripSpans(strip: Strip, drawn: Drawn): SVGSVGElement {
  const values = strip.points.map(({ value }) => value)
  const scale = scaleLinear([Math.min(...values), Math.max(...values)], [0, 1]).nice()
  const domain = scale.domain() as [number, number]
  const spans = bin()
    .domain(domain)
    .thresholds(scale.ticks(Math.max(6, Math.round(drawn.width / SPAN))))(values)
  const bars = spans
    .filter(({ x0, x1 }) => x1! > x0!)
    .map(({ x0, x1 }) => barOf(strip, x0!, x1!, (one) => one >= x0! && (one < x1! || (x1 === domain[1] && one === x1))))
  return stripBars({ bars, domain, ticks: scale.ticks(drawn.width < 360 ? 3 : 6), along: true }, strip, drawn)
}

function barOf({ points, group, barLabel }: Strip, from: number, to: number, holds: (value: number) => boolean): Bar {
  const held = points.filter(({ value }) => holds(value))
  const ofGroup = held.filter(({ municipality }) => group.has(municipality)).length
  return { from, to, count: held.length, ofGroup, label: barLabel(from, to, held.length, ofGroup) }
}

function stripBars({ bars, domain, ticks, along }: Bars, strip: Strip, { width }: Drawn): SVGSVGElement {
  const { about, lang, reference } = strip
  const side = sideOf(ticks, strip)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const { above, marks, rules } = stripNames(strip, domain, { width, side, top: most * 1.15 })
  const written = writtenCounts(bars, domain, width - 2 * side)
  return draw({
    width,
    height: above + ROOM + BELOW,
    marginLeft: side,
    marginRight: side,
    marginTop: above,
    marginBottom: BELOW,
    x: { domain },
    y: { domain: [0, most * 1.15], axis: null },
    marks: [
      ...(along ? middleHalf(reference) : []),
      rectY(bars, { ...SIDES, y1: 0, y2: 'count', fill: OTHERS, title: 'label' } as object),
      rectY(
        bars.filter(({ ofGroup }) => ofGroup > 0),
        { ...SIDES, y1: 0, y2: 'ofGroup', fill: ACCENT } as object,
      ),
      along ? rules : ownBar(bars, strip),
      ...marks,
      ...(written
        ? [counts(bars)]
        : [axisY({ ticks: 3, tickSize: 0, label: null, fill: MUTED, anchor: 'left', dx: 14 })]),
      axisX({ ticks: [...ticks], tickFormat: tickFormat(about, lang), tickSize: 0, label: null, fill: MUTED }),
    ],
  })
}

/** Framed where the own municipality is in it. */
function ownBar(bars: readonly Bar[], { points, own }: Strip) {
  const mine = points.filter(({ municipality }) => municipality === own)
  const held = bars.filter(({ from, to }) => mine.some(({ value }) => from <= value && value <= to))
  return rectY(held, { ...SIDES, y1: 0, y2: 'count', fill: 'none', stroke: INK, strokeWidth: 2 } as object)
}

const SIDES = { x1: 'from', x2: 'to', insetLeft: 0.5, insetRight: 0.5 } as const

const counts = (bars: readonly Bar[]) =>
  text(
    bars.filter(({ count }) => count > 0),
    {
      ...{ x: (bar: Bar) => (bar.from + bar.to) / 2, y: 'count', dy: -8, fontSize: 12 },
      ...{ text: (bar: Bar) => String(bar.count), fill: INK, stroke: CARD, strokeWidth: 4 },
    } as object,
  )

/** Whether every count has room over its bar. */
function writtenCounts(bars: readonly Bar[], [low, high]: readonly [number, number], width: number): boolean {
  const narrowest = Math.min(...bars.map(({ from, to }) => to - from))
  const room = (narrowest / (high - low)) * width
  return room >= DIGIT * String(Math.max(...bars.map(({ count }) => count))).length
}
