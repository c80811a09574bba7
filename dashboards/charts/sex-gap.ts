import { axisX, dot, gridX, ruleY, text } from '@observablehq/plot'
import { type Lang, type Written, writeBare } from '../../data/model/numbers.ts'
import { CARD, type Drawn, draw, INK, MUTED, OTHERS, RULE } from './plot.ts'
import { roomyDomain, tickFormat, ticksAcross } from './ticks.ts'

type GapRow = {
  municipality: string
  name: string
  women: number
  men: number
  /** Whether the two differ by more than chance; null where nobody knows. */
  apart?: boolean | null
  label: string
}
export type SexGapChart = {
  rows: readonly GapRow[]
  own: string
  words: { women: string; men: string }
  about: Written
  lang: Lang
}

const HEIGHT = 27
/** Between a dot and its value, and of a figure in the value, in pixels. */
const GAP = 9
const LETTER = 6.2
/** Letters that the first letter of a sex and the space behind it take. */
const INITIAL = 2

/** Women a filled dot, men an open one, joined; a row per municipality, the first one saying which is which. */
export function sexGapChart({ rows, own, words, about, lang }: SexGapChart, { width }: Drawn): SVGSVGElement {
  const narrow = width < 420
  const [low, high] = roomyDomain(
    rows.flatMap((row) => [row.women, row.men]),
    about.kind,
  )
  const y = { y: 'municipality' } as const
  const room = GAP + LETTER * Math.max(...rows.map((row) => widest(row, about, lang)))
  const left = narrow ? 112 : 136
  const ticks = ticksAcross([low, high], width - left - 8 - 2 * room, tickFormat(about, lang), narrow ? 2 : 6)
  const name = { ...y, text: 'name', frameAnchor: 'left', textAnchor: 'end', dx: -10, fill: INK } as const
  return draw({
    width,
    height: rows.length * HEIGHT + 62,
    marginLeft: left,
    marginRight: 8,
    marginTop: 30,
    marginBottom: 32,
    x: { domain: [low, high], insetLeft: room, insetRight: room },
    y: { domain: rows.map((row) => row.municipality), axis: null, padding: 0.2 },
    marks: [
      gridX({ ticks, stroke: RULE, strokeOpacity: 1 }),
      ...joins(rows),
      text(
        rows.filter((row) => row.municipality !== own),
        name,
      ),
      text(
        rows.filter((row) => row.municipality === own),
        { ...name, fontWeight: 'bold' },
      ),
      dot(rows, { ...y, x: 'men', r: 5, fill: CARD, stroke: INK, strokeWidth: 1.6 }),
      dot(rows, { ...y, x: 'women', r: 5, fill: INK, stroke: CARD, title: 'label' }),
      ...ends(rows, words, about, lang),
      ...firstNamed(rows.slice(0, 1), words),
      axisX({ ticks, tickFormat: tickFormat(about, lang), tickSize: 0, label: null, fill: MUTED }),
    ],
  })
}

/** Women and men joined: by a line where they are apart, dashes where it may be chance, dots where nobody knows. */
function joins(rows: readonly GapRow[]) {
  const along = { y: 'municipality', x1: 'women', x2: 'men' } as const
  const of = (apart: boolean | null) => rows.filter((row) => (row.apart ?? null) === apart)
  return [
    ruleY(of(true), { ...along, stroke: OTHERS, strokeWidth: 4 }),
    ruleY(of(false), { ...along, stroke: MUTED, strokeWidth: 1.5, strokeDasharray: '3 3' }),
    ruleY(of(null), { ...along, stroke: MUTED, strokeWidth: 1.5, strokeDasharray: '1 4' }),
  ]
}

/** Figures in the longer of the two values, which stand outside their dots and must not reach the names. */
const widest = ({ women, men }: GapRow, about: Written, lang: Lang): number =>
  INITIAL + Math.max(...[women, men].map((value) => writeBare(value, about, lang).length))

/** The lower value to the left of its dot, the higher to the right, each with the first letter of its sex. */
function ends(rows: readonly GapRow[], words: SexGapChart['words'], about: Written, lang: Lang) {
  const written = (value: number, isWomen: boolean) =>
    `${(isWomen ? words.women : words.men).charAt(0).toUpperCase()}\u00a0${writeBare(value, about, lang)}`
  const style = { y: 'municipality', fill: INK, stroke: CARD, strokeWidth: 4, fontSize: 12 } as const
  const lower = (row: GapRow) => Math.min(row.women, row.men)
  const higher = (row: GapRow) => Math.max(row.women, row.men)
  return [
    text(rows, {
      ...style,
      x: lower,
      text: (row: GapRow) => written(lower(row), row.women <= row.men),
      dx: -GAP,
      textAnchor: 'end',
    }),
    text(rows, {
      ...style,
      x: higher,
      text: (row: GapRow) => written(higher(row), row.women > row.men),
      dx: GAP,
      textAnchor: 'start',
    }),
  ]
}

function firstNamed(first: readonly GapRow[], words: SexGapChart['words']) {
  const left = (first[0]?.women ?? 0) <= (first[0]?.men ?? 0)
  const above = { y: 'municipality', dy: -17, fontSize: 12, fill: MUTED } as const
  return [
    text(first, {
      ...above,
      x: 'women',
      text: () => words.women,
      textAnchor: left ? 'end' : 'start',
      dx: left ? -2 : 2,
    }),
    text(first, { ...above, x: 'men', text: () => words.men, textAnchor: left ? 'start' : 'end', dx: left ? 2 : -2 }),
  ]
}
