import { axisX, barX, ruleX, text } from '@observablehq/plot'
import { type Lang, writeNumber } from '../../data/model/numbers.ts'
import { HATCHED_STEPS } from './hatching.ts'
import { inLines, KEY_LINE } from './key-lines.ts'
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
  /** What a hatched bar is called. */
  merged: string
  lang: Lang
}

const LIGHTEST = 0.1
const WHITE_FROM = 0.55
const ROOM_FOR_TEXT = 34
const ROOM_FOR_RANGE = 58
const BESIDE = 92

type Shaded = BandPart & { row: string; strength: number }

/** Bars of a hundred percent, a row each, parted by band; darker is worse. */
export function bandBars({ rows, bands, besideTitle, merged, lang }: BandBars, { width }: Drawn): SVGSVGElement {
  const titles = rows.map((row) => row.title)
  const layout = rowLayout(titles, width, 32)
  const beside = layout.above ? 76 : BESIDE
  const strengthOf = strengths(bands.length)
  const parts = rows.flatMap((row) => row.parts.map((part) => ({ ...part, row: row.id, strength: strengthOf(part) })))
  const names = parts.some(isMerged) ? [...bands, merged] : bands
  const words = keyWords(names, bands.length, width)
  const keyHeight = KEY_LINE * words.at(-1)!.line
  return draw({
    width,
    height: rows.length * layout.rowHeight + 68 + keyHeight,
    marginLeft: layout.marginLeft,
    marginRight: beside,
    marginTop: 40 + keyHeight,
    marginBottom: 28,
    x: { domain: [0, 100] },
    y: { domain: rows.map((row) => row.id), axis: null, padding: layout.above ? 0.5 : 0.24 },
    marks: [
      HATCHED_STEPS.mark,
      rowTitles(rows, layout),
      ...bars(parts, (width - layout.marginLeft - beside) / 100, layout.dy, lang),
      notShown(rows, layout.dy),
      ruleX([0, 100], { stroke: RULE }),
      ...besideColumn(rows, besideTitle, layout.dy),
      ...key(words, bands.length, strengthOf, { height: keyHeight, marginLeft: layout.marginLeft }),
      percentAxis(),
    ],
    opacity: { type: 'identity' },
    color: { type: 'identity' },
  })
}

const isMerged = ({ first, last }: BandPart): boolean => first !== last

/** The runs of bands, with their share written where there is room for it; merged ones hatched, with both their ends. */
function bars(parts: readonly Shaded[], pixelsAPercent: number, dy: number, lang: Lang) {
  const share = (part: Shaded) => writeNumber(part.share, 0, lang)
  const hasRoom = (part: Shaded) =>
    (part.to - part.from) * pixelsAPercent > (isMerged(part) ? ROOM_FOR_RANGE : ROOM_FOR_TEXT)
  const [single, merged] = [parts.filter((part) => !isMerged(part)), parts.filter(isMerged)]
  const place = { y: 'row', dy } as const
  const words = { ...place, x: (part: Shaded) => (part.from + part.to) / 2, fontSize: 12 } as const
  return [
    barX(single, {
      ...{ ...place, x1: 'from', x2: 'to' },
      ...{ fill: ACCENT, fillOpacity: 'strength', stroke: CARD, title: 'label' },
    }),
    barX(merged, { ...place, x1: 'from', x2: 'to', fill: HATCHED_STEPS.fill, stroke: ACCENT, title: 'label' }),
    text(single.filter(hasRoom), {
      ...words,
      text: share,
      fill: (part: Shaded) => (part.strength > WHITE_FROM ? CARD : INK),
    } as object),
    text(merged.filter(hasRoom), {
      ...words,
      text: (part: Shaded) => `${part.range}: ${share(part)}`,
      ...{ fill: INK, fontWeight: 600, stroke: CARD, strokeWidth: 5 },
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

type KeyWord = { word: string; at: number; line: number }

/** Each band by its first word where that says which it is and there is no room for more; else by its whole name, in lines. */
function keyWords(names: readonly string[], bands: number, width: number): KeyWord[] {
  const step = Math.min(150, (width - 20) / names.length)
  const words = step < 120 ? names.map((name, at) => (at < bands ? name.split(' ')[0]! : name)) : names
  const roomAt = (at: number): number => (at < words.length - 1 ? step : width - at * step)
  const isClear = new Set(words).size === words.length && words.every((word, at) => lengthOf(word) <= roomAt(at))
  if (isClear) return words.map((word, at) => ({ word, at: at * step, line: 0 }))
  const places = inLines(names.map(lengthOf), width)
  return names.map((word, at) => ({ word, ...places[at]! }))
}

const SHADE = 14
const KEY_LETTER = 6
const lengthOf = (word: string): number => SHADE + word.length * KEY_LETTER

/** The bands above the bars, each with its shade; merged ones, where there are any, with their hatching. */
function key(
  words: readonly KeyWord[],
  bands: number,
  strengthOf: ReturnType<typeof strengths>,
  { height, marginLeft }: { height: number; marginLeft: number },
) {
  return words.flatMap(({ word, at, line }, number) => {
    const place = { frameAnchor: 'top-left', textAnchor: 'start' } as const
    const [dx, dy] = [at - marginLeft, line * KEY_LINE - height]
    const shade =
      number < bands
        ? { fill: ACCENT, fillOpacity: strengthOf({ first: number, last: number }), stroke: RULE }
        : { fill: HATCHED_STEPS.fill, stroke: ACCENT }
    return [
      text([word], { ...place, ...shade, text: () => '■', dx, dy: dy - 32, fontSize: 14 } as object),
      text([word], {
        ...{ ...place, text: (one: string) => one, dx: dx + SHADE, dy: dy - 31, fill: MUTED, fontSize: 11.5 },
      } as object),
    ]
  })
}
