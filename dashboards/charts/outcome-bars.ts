import { axisX, barX, ruleX, ruleY, text } from '@observablehq/plot'
import { HATCHED_EITHER } from './hatching.ts'
import { inLines, KEY_LINE } from './key-lines.ts'
import { CARD, type Drawn, draw, INK, MUTED, RULE } from './plot.ts'
import { type RowLayout, rowLayout, rowTitles } from './row-layout.ts'

export type Way = 'improved' | 'unchanged' | 'worsened'

/** A part of a row's hundred percent: those who turned one way, or between two that may be either. */
type OutcomePart = {
  way: Way | null
  from: number
  to: number
  written: string
  /** The same in fewer letters. */
  shortly: string
  label: string
}

/** A row: its parts from left to right, and within what each border may lie, 95 percent. */
export type OutcomeRow = {
  id: string
  title: string
  parts: readonly OutcomePart[]
  intervals: readonly { from: number; to: number }[]
  /** Where there are no parts: that they are not shown. */
  instead: string
}

export type OutcomeBars = { rows: readonly OutcomeRow[]; names: Readonly<Record<Way, string>> }

/** Colour, sign and order of the three; never colour alone. */
const WAYS = [
  { way: 'improved', sign: '▲', colour: 'var(--better)', ink: 'var(--better-ink)' },
  { way: 'unchanged', sign: '●', colour: 'var(--similar)', ink: 'var(--similar-ink)' },
  { way: 'worsened', sign: '▼', colour: 'var(--worse)', ink: 'var(--worse-ink)' },
] as const

const STRENGTH = 0.4
const LETTER = 7.2
const KEY_LETTER = 6.6
const PADDING = 22

type Placed = OutcomePart & { row: string }

/** Bars of a hundred percent, a row each: improved from the left, worsened from the right, what may be either hatched. */
export function outcomeBars({ rows, names }: OutcomeBars, { width }: Drawn): SVGSVGElement {
  const layout = rowLayout(
    rows.map((row) => row.title),
    width,
  )
  const pixels = (width - layout.marginLeft - PADDING) / 100
  const words = keyWords(names, width)
  const keyHeight = KEY_LINE * (1 + words.at(-1)!.line)
  return draw({
    width,
    height: rows.length * layout.rowHeight + 50 + keyHeight,
    marginLeft: layout.marginLeft,
    marginRight: PADDING,
    marginTop: 22 + keyHeight,
    marginBottom: 28,
    x: { domain: [0, 100] },
    y: { domain: rows.map((row) => row.id), axis: null, padding: layout.above ? 0.55 : 0.3 },
    color: { type: 'identity' },
    marks: [
      HATCHED_EITHER.mark,
      rowTitles(rows, layout),
      ...parts(rows, pixels, layout.dy),
      ...intervals(rows, layout),
      ruleX([0, 100], { stroke: RULE }),
      ...key(words, layout.marginLeft, keyHeight),
      axisX({
        ...{ ticks: [0, 25, 50, 75, 100], tickSize: 0, label: null, fill: MUTED },
        tickFormat: (value: number) => `${value}\u00a0%`,
      } as object),
    ],
  })
}

const signOf = (way: Way | null): string => WAYS.find((one) => one.way === way)?.sign ?? ''

/** The parts, each with its sign and its share, in as many words as there is room for: without the sign their order tells them apart. */
function parts(rows: readonly OutcomeRow[], pixels: number, dy: number) {
  const all = rows.flatMap((row) => row.parts.map((part): Placed => ({ ...part, row: row.id })))
  const fits = (part: Placed, words: string) => (part.to - part.from) * pixels > LETTER * words.length
  const spoken = (part: Placed): string => {
    const words = [part.written, part.shortly].flatMap((share) => [`${signOf(part.way)}\u00a0${share}`, share])
    return words.find((word) => fits(part, word)) ?? ''
  }
  const place = { y: 'row', dy } as const
  return [
    ...WAYS.map(({ way, colour }) =>
      barX(
        all.filter((part) => part.way === way),
        { ...place, x1: 'from', x2: 'to', fill: colour, fillOpacity: STRENGTH, stroke: CARD, title: 'label' },
      ),
    ),
    barX(
      all.filter((part) => part.way === null),
      { ...place, x1: 'from', x2: 'to', fill: HATCHED_EITHER.fill, stroke: CARD, title: 'label' },
    ),
    text(
      all.filter((part) => part.way !== null && spoken(part) !== ''),
      {
        ...place,
        x: (part: Placed) => (part.from + part.to) / 2,
        ...{ text: spoken, fill: INK, fontWeight: 600, fontSize: 12 },
      } as object,
    ),
    text(
      rows.filter((row) => row.parts.length === 0),
      { x: () => 0, y: 'id', dy, dx: 4, text: 'instead', textAnchor: 'start', fill: MUTED, fontStyle: 'italic' },
    ),
  ]
}

/** A thin line under each border, as far as it may lie to either side. */
function intervals(rows: readonly OutcomeRow[], { dy, above }: RowLayout) {
  const all = rows.flatMap((row) => row.intervals.map((one) => ({ ...one, row: row.id })))
  return [ruleY(all, { y: 'row', dy: dy + (above ? 13 : 15), x1: 'from', x2: 'to', stroke: INK, strokeWidth: 1.5 })]
}

type KeyWord = { word: string; ink: string; at: number; line: number }

/** The three with their words. */
function keyWords(names: OutcomeBars['names'], width: number): KeyWord[] {
  const words = WAYS.map(({ way, sign }) => `${sign} ${names[way]}`)
  const places = inLines(
    words.map((word) => word.length * KEY_LETTER),
    width,
  )
  return WAYS.map(({ ink }, at) => ({ word: words[at]!, ink, ...places[at]! }))
}

const key = (words: readonly KeyWord[], marginLeft: number, height: number) =>
  words.map(({ word, ink, at, line }) =>
    text([word], {
      text: (one: string) => one,
      ...{ frameAnchor: 'top-left', textAnchor: 'start', dx: at - marginLeft, dy: line * KEY_LINE - height - 12 },
      ...{ fill: ink, fontWeight: 600, fontSize: 12.5 },
    } as object),
  )
