import { axisX, dot, gridX, ruleX, ruleY, text } from '@observablehq/plot'
import { sureWithin, type Uncertain } from '../../data/model/findings/certainty.ts'
import { isAnswer } from '../../data/model/findings/kinds.ts'
import { type Lang, type Written, writeBare } from '../../data/model/numbers.ts'
import { ACCENT, CARD, type Drawn, draw, INK, MUTED, OTHERS, RULE } from './plot.ts'
import { LETTER, type RowLayout, rowLayout, rowTitles } from './row-layout.ts'
import { haveRoom, roomFor, roomyDomain, tickFormat, ticksAcross, ticksOn } from './ticks.ts'

type UnitDot = Uncertain & {
  id: string
  name: string
  /** How large it is, behind its name: `(n = 34)`; empty where it is not known. */
  size: string
  /** How many answers or people: the larger, the larger the dot; null where it is not known. */
  n: number | null
  /** What is read out. */
  label: string
  /** Why there is no value, in a word or two. */
  missing: string
}

export type UnitDots = {
  /** The municipality's own value; stands above its units. */
  own: UnitDot
  units: readonly UnitDot[]
  about: Written
  lang: Lang
}

type Row = UnitDot & { title: string; r: number; sure: ReturnType<typeof sureWithin> }
type Known = Row & { value: number }

const ROW = 27
const SMALLEST = 3.5
const LARGEST = 8
const OWN = 7

/** A municipality's value, and under it a dot for each of its units, in no order but that of their names. */
export function unitDots({ own, units, about, lang }: UnitDots, { width }: Drawn): SVGSVGElement {
  const layout = rowLayout(
    [own, ...units].map((one) => titleOf(one)),
    width,
    ROW,
  )
  const rows = rowsOf(own, units, about, Math.floor((width - layout.marginLeft) / LETTER), layout)
  const known = rows.filter((row): row is Known => row.value !== null)
  const write = tickFormat(about, lang)
  const right = 22 + roomFor(known.map(({ value }) => writeBare(value, about, lang)))
  const across = width - layout.marginLeft - right
  const domain = domainOf(known, about)
  const ticks = isAnswer(about) ? ticksOn(domain, about, 0) : ticksAcross(domain, across, write, 6)
  return draw({
    width,
    height: rows.length * layout.rowHeight + 40,
    marginLeft: layout.marginLeft,
    marginRight: right,
    marginTop: 6,
    marginBottom: 34,
    x: { domain },
    y: { domain: rows.map(({ id }) => id), axis: null },
    r: { type: 'identity' },
    color: { type: 'identity' },
    marks: [
      gridX({ ticks, stroke: RULE, strokeOpacity: 1 }),
      ruleX(own.value === null ? [] : [own.value], { stroke: INK, strokeDasharray: '2 3' }),
      ruleY(
        known.filter(({ sure }) => sure?.rest === 'stated'),
        along(layout),
      ),
      ...titles(rows, own.id, layout),
      dots(known, own.id, layout),
      ...words(rows, known, domain[0], { about, lang, dy: layout.dy }),
      axisX({
        ticks: haveRoom(ticks, domain, across, write) ? ticks : [],
        tickFormat: write,
        tickSize: 0,
        label: null,
        fill: MUTED,
      }),
    ],
  })
}

function rowsOf(own: UnitDot, units: readonly UnitDot[], about: Written, letters: number, { above }: RowLayout): Row[] {
  const most = Math.max(1, ...units.map(({ n }) => n ?? 0))
  const radius = (n: number | null) => (n === null ? SMALLEST : SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(n / most))
  const rows = [{ ...own, r: OWN }, ...units.map((one) => ({ ...one, r: radius(one.n) }))]
  const room = above ? letters : Number.POSITIVE_INFINITY
  return rows.map((row) => ({ ...row, title: titleOf(row, room), sure: sureWithin(row, about.unit) }))
}

/** The name with the size; of a name that is too long the size is kept. */
function titleOf({ name, size }: UnitDot, letters = Number.POSITIVE_INFINITY): string {
  const room = letters - (size === '' ? 0 : size.length + 1)
  const shown = name.length > room ? `${name.slice(0, room - 1).trimEnd()}…` : name
  return [shown, size].filter(Boolean).join(' ')
}

const titles = (rows: readonly Row[], own: string, layout: RowLayout) => [
  rowTitles(
    rows.filter(({ id }) => id !== own),
    layout,
  ),
  rowTitles(
    rows.filter(({ id }) => id === own),
    layout,
    { fontWeight: 'bold' },
  ),
]

function domainOf(known: readonly Known[], { kind }: Written): [number, number] {
  const shown = known.flatMap(({ value, sure }) => [value, sure?.from ?? value, sure?.to ?? value])
  return roomyDomain(shown.length > 0 ? shown : [0, 1], kind)
}

const along = ({ dy }: RowLayout) =>
  ({
    y: 'id',
    x1: (row: Known) => row.sure!.from,
    x2: (row: Known) => row.sure!.to,
    stroke: OTHERS,
    strokeWidth: 3,
    strokeLinecap: 'round',
    dy,
  }) as const

/** The own value in its colour, units filled and by their size, open where it is not known. */
function dots(known: readonly Known[], own: string, { dy }: RowLayout) {
  const isOpen = (row: Known) => row.id !== own && row.n === null
  const colour = (row: Known) => (row.id === own ? ACCENT : INK)
  return dot(known, {
    x: 'value',
    y: 'id',
    r: 'r',
    sort: null,
    dy,
    fill: (row: Known) => (isOpen(row) ? CARD : colour(row)),
    stroke: (row: Known) => (isOpen(row) ? INK : CARD),
    strokeWidth: 1.5,
    title: 'label',
  } as object)
}

/** The value behind each dot, or why there is none. */
function words(
  rows: readonly Row[],
  known: readonly Known[],
  low: number,
  { about, lang, dy }: Pick<UnitDots, 'about' | 'lang'> & { dy: number },
) {
  const style = { y: 'id', dy, textAnchor: 'start', stroke: CARD, strokeWidth: 4 } as const
  return [
    text(known, {
      ...style,
      x: (row: Known) => row.sure?.to ?? row.value,
      text: (row: Known) => writeBare(row.value, about, lang),
      dx: 12,
      fill: INK,
    }),
    text(
      rows.filter(({ value }) => value === null),
      { ...style, x: () => low, text: 'missing', title: 'label', dx: 6, fill: MUTED, fontStyle: 'italic' },
    ),
  ]
}
