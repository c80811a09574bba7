import { axisX, barX, ruleX, text } from '@observablehq/plot'
import { type Lang, writeNumber } from '../../data/model/numbers.ts'
import { ACCENT, CARD, type Drawn, draw, INK, MUTED, RULE } from './plot.ts'
import { rowLayout, rowTitles } from './row-layout.ts'

/** A run of bands of a row, in percent of it, drawn from `from` to `to`; bands may have been merged to protect. */
export type BandPart = {
  id: string
  first: number
  last: number
  share: number
  /** From where to where it goes, where several bands are one: `4–7`. */
  range: string
  from: number
  to: number
  label: string
}

export type BandRow = {
  id: string
  title: string
  parts: readonly BandPart[]
  /** Where there are no parts: that they are not shown. */
  instead: string
  /** Beside the bar: the share from a threshold on. */
  beside: string
}

export type BandBars = {
  rows: readonly BandRow[]
  /** The bands by name, from the mildest on. */
  bands: readonly string[]
  besideTitle: string
  lang: Lang
}

const LIGHTEST = 0.1
const WHITE_FROM = 0.55
const ROOM_FOR_TEXT = 34
const ROOM_FOR_RANGE = 58
const BESIDE = 92

type Shaded = BandPart & { row: string; strength: number }

/** Bars of a hundred percent, a row each, parted by band; darker is worse. */
export function bandBars({ rows, bands, besideTitle, lang }: BandBars, { width }: Drawn): SVGSVGElement {
  const titles = rows.map((row) => row.title)
  const layout = rowLayout(titles, width, 32)
  const beside = layout.above ? 76 : BESIDE
  const strengthOf = strengths(bands.length)
  const parts = rows.flatMap((row) => row.parts.map((part) => ({ ...part, row: row.id, strength: strengthOf(part) })))
  return draw({
    width,
    height: rows.length * layout.rowHeight + 68,
    marginLeft: layout.marginLeft,
    marginRight: beside,
    marginTop: 40,
    marginBottom: 28,
    x: { domain: [0, 100] },
    y: { domain: rows.map((row) => row.id), axis: null, padding: layout.above ? 0.5 : 0.24 },
    marks: [
      rowTitles(rows, layout),
      ...bars(parts, (width - layout.marginLeft - beside) / 100, layout.dy, lang),
      notShown(rows, layout.dy),
      ruleX([0, 100], { stroke: RULE }),
      ...besideColumn(rows, besideTitle, layout.dy),
      ...key(bands, strengthOf, width, layout.marginLeft),
      percentAxis(),
    ],
    opacity: { type: 'identity' },
    color: { type: 'identity' },
  })
}

/** The runs of bands, with their share written where there is room for it. */
function bars(parts: readonly Shaded[], pixelsAPercent: number, dy: number, lang: Lang) {
  const written = (part: Shaded) =>
    part.first === part.last ? writeNumber(part.share, 0, lang) : `${part.range}: ${writeNumber(part.share, 0, lang)}`
  const room = (part: Shaded) => (part.first === part.last ? ROOM_FOR_TEXT : ROOM_FOR_RANGE)
  const wide = parts.filter((part) => (part.to - part.from) * pixelsAPercent > room(part))
  return [
    barX(parts, {
      ...{ x1: 'from', x2: 'to', y: 'row', dy },
      ...{ fill: ACCENT, fillOpacity: 'strength', stroke: CARD, title: 'label' },
    }),
    text(wide, {
      x: (part: Shaded) => (part.from + part.to) / 2,
      ...{ y: 'row', dy, fontSize: 12 },
      text: written,
      fill: (part: Shaded) => (part.strength > WHITE_FROM ? CARD : INK),
    } as object),
  ]
}

const notShown = (rows: readonly BandRow[], dy: number) =>
  text(
    rows.filter((row) => row.parts.length === 0),
    { x: () => 0, y: 'id', dy, dx: 4, text: 'instead', textAnchor: 'start', fill: MUTED, fontStyle: 'italic' },
  )

const percentAxis = () =>
  axisX({
    ticks: [0, 50, 100],
    tickFormat: (value: number) => `${value}\u00a0%`,
    ...{ tickSize: 0, label: null, fill: MUTED },
  })

/** Fill strength of a run of bands: the middle of those it holds. */
function strengths(count: number): (part: { first: number; last: number }) => number {
  const of = (band: number) => LIGHTEST + ((1 - LIGHTEST) * band) / Math.max(1, count - 1)
  return ({ first, last }) => (of(first) + of(last)) / 2
}

function besideColumn(rows: readonly BandRow[], title: string, dy: number) {
  const style = { frameAnchor: 'right', textAnchor: 'start', dx: 10 } as const
  return [
    text(rows, { ...style, y: 'id', dy, text: 'beside', fill: INK, fontWeight: 600, fontSize: 12 }),
    text([title], {
      ...style,
      frameAnchor: 'top-right',
      text: (word: string) => word,
      dy: -16,
      fill: MUTED,
      fontSize: 12,
    } as object),
  ]
}

/** The bands in a line above the bars, each with its shade. */
function key(bands: readonly string[], strengthOf: ReturnType<typeof strengths>, width: number, marginLeft: number) {
  const step = Math.min(150, (width - marginLeft - 20) / bands.length)
  const named = step < 120 ? bands.map((band) => band.split(' ')[0]!) : bands
  return named.flatMap((band, at) => [
    text([band], {
      text: () => '■',
      frameAnchor: 'top-left',
      textAnchor: 'start',
      dx: at * step,
      dy: -32,
      fill: ACCENT,
      fillOpacity: strengthOf({ first: at, last: at }),
      stroke: RULE,
      fontSize: 14,
    } as object),
    text([band], {
      text: (word: string) => word,
      frameAnchor: 'top-left',
      textAnchor: 'start',
      dx: at * step + 14,
      dy: -31,
      fill: MUTED,
      fontSize: 11.5,
    } as object),
  ])
}
