import { dot, ruleY, text, vector } from '@observablehq/plot'
import type { BandMark } from './bands.ts'
import { CARD, DASHES, type Drawn, draw, INK, MUTED, RULE } from './plot.ts'

export type SpineRow = {
  id: string
  name: string
  /** With its unit, and the two apart for columns. */
  value: string
  number: string
  unit: string
  groupMedian: string
  /** 0–1 along the spine; null where there is no value. */
  own: number | null
  group: number | null
  /** From where to where along the spine the value is sure within, and what that rests on. */
  sure?: { from: number; to: number; rest: 'stated' | 'measured' } | null
  mark: BandMark
  /** The place in words, or why there is no value. */
  word: string
  base: string
  label: string
}

export type SpineChart = {
  rows: readonly SpineRow[]
  heads: { own: string; group: string; worst: string; median: string; best: string }
}

const ROW = { wide: 33, narrow: 50, tight: 66 }
/** Width of a letter in pixels: in names, in bold figures, in small print. */
const LETTER = { name: 6.4, bold: 7.2, small: 6 }
const GAP = 18
const UNIT_GAP = 5
/** Less than this is no spine. */
const LEAST = 220

/** Where the columns before the spine end, in pixels from its beginning leftwards. */
type Columns = { names: number; numbers: number; units: number; medians: number }

/** A row per indicator: its value, and where along all municipalities it stands. */
export function spineChart(chart: SpineChart, { width }: Drawn): SVGSVGElement {
  const columns = columnsOf(chart)
  const right = width >= 1000 ? 290 : 160
  return width - columns.names - right >= LEAST ? wide(chart, { width, right, columns }) : narrow(chart, width)
}

/** Each column as wide as its longest text, from the spine outwards. */
function columnsOf({ rows, heads }: SpineChart): Columns {
  const longest = (texts: readonly string[], letter: number) => letter * Math.max(0, ...texts.map((one) => one.length))
  const of = (key: 'name' | 'number' | 'unit' | 'groupMedian', letter: number) =>
    longest(
      rows.map((row) => row[key]),
      letter,
    )
  const medians = GAP + 4
  const units = medians + Math.max(of('groupMedian', LETTER.bold), longest([heads.group], LETTER.small)) + GAP
  const numbers = units + of('unit', LETTER.small)
  const own = Math.max(of('number', LETTER.bold), longest([heads.own], LETTER.small) - (numbers - units))
  return { medians, units, numbers, names: numbers + UNIT_GAP + own + GAP + of('name', LETTER.name) }
}

type Wide = { width: number; right: number; columns: Columns }

function wide({ rows, heads }: SpineChart, { width, right, columns }: Wide): SVGSVGElement {
  const y = { y: 'id' } as const
  const left = { ...y, frameAnchor: 'left' } as const
  return draw({
    ...frame(rows, width, ROW.wide),
    marginLeft: columns.names,
    marginRight: right,
    marks: [
      ...spines(rows, ROW.wide),
      text(rows, { ...left, text: 'name', dx: -columns.names, textAnchor: 'start', fill: INK }),
      text(rows, {
        ...left,
        text: 'number',
        dx: -columns.numbers - UNIT_GAP,
        textAnchor: 'end',
        fontWeight: 'bold',
        fill: INK,
      }),
      text(rows, { ...left, text: 'unit', dx: -columns.numbers, textAnchor: 'start', fill: MUTED, fontSize: 12 }),
      text(rows, { ...left, text: 'groupMedian', dx: -columns.medians, textAnchor: 'end', fill: MUTED }),
      ...words(rows, { ...y, frameAnchor: 'right', dx: 16, textAnchor: 'start' }),
      ...(width >= 1000
        ? [
            text(rows, {
              ...y,
              text: 'base',
              frameAnchor: 'right',
              dx: 288,
              textAnchor: 'end',
              fill: MUTED,
              fontSize: 12,
            }),
          ]
        : []),
      head([heads.own], { frameAnchor: 'top-left', dx: -columns.units, textAnchor: 'end' }),
      head([heads.group], { frameAnchor: 'top-left', dx: -columns.medians, textAnchor: 'end' }),
      ...scaleHeads(heads),
    ],
  })
}

/** Whether a name and its value have room beside each other. */
const isRoomy = ({ name, value }: SpineRow, width: number): boolean =>
  name.length * LETTER.name + value.length * LETTER.bold + GAP <= width

function narrow({ rows, heads }: SpineChart, width: number): SVGSVGElement {
  const isTight = !rows.every((row) => isRoomy(row, width))
  const row = isTight ? ROW.tight : ROW.narrow
  const above = { y: 'id', dy: -15 } as const
  return draw({
    ...frame(rows, width, row),
    height: rows.length * row + 50,
    marginTop: 42,
    marginLeft: 8,
    marginRight: 8,
    marks: [
      ...spines(rows, 18, 8),
      text(rows, {
        ...above,
        text: 'name',
        frameAnchor: 'left',
        dx: -8,
        dy: isTight ? -31 : -15,
        textAnchor: 'start',
        lineWidth: width / 8,
        textOverflow: 'ellipsis',
        fill: INK,
      }),
      text(rows, {
        ...above,
        text: 'value',
        frameAnchor: 'right',
        dx: 6,
        textAnchor: 'end',
        fontWeight: 'bold',
        fill: INK,
      }),
      text(
        rows.filter((row) => row.own === null),
        {
          y: 'id',
          dy: 8,
          text: 'word',
          frameAnchor: 'left',
          textAnchor: 'start',
          fill: MUTED,
          stroke: CARD,
          strokeWidth: 5,
          title: 'label',
        },
      ),
      ...scaleHeads(heads, -36),
    ],
  })
}

const frame = (rows: readonly SpineRow[], width: number, row: number) =>
  ({
    width,
    height: rows.length * row + 34,
    marginTop: 26,
    marginBottom: 8,
    x: { domain: [0, 1], axis: null },
    y: { type: 'point', domain: rows.map(({ id }) => id), axis: null, padding: 0.5 },
    r: { type: 'identity' },
    color: { type: 'identity' },
    symbol: { type: 'identity' },
  }) as const

/** The line from worst to best with its middle half, the group's median as a ring, the own place as its mark. */
function spines(rows: readonly SpineRow[], tick: number, dy = 0) {
  const placed = rows.filter((row) => row.own !== null)
  const beside = rows.filter((row) => row.group !== null)
  const round = { strokeLinecap: 'round', dy }
  return [
    ruleY(rows, { y: 'id', stroke: RULE, strokeWidth: 5, x1: 0, x2: 1, ...round } as object),
    ruleY(rows, { y: 'id', stroke: 'var(--tile)', strokeWidth: 6, x1: 0.25, x2: 0.75, dy } as object),
    vector(rows, { ...MEDIAN, length: tick, dy } as object),
    ...surely(rows, dy),
    dot(beside, { x: 'group', y: 'id', r: 5.5, fill: CARD, stroke: INK, strokeWidth: 1.4, dy }),
    dot(placed, {
      x: 'own',
      y: 'id',
      r: 6.5,
      symbol: (row: SpineRow) => row.mark.symbol,
      rotate: (row: SpineRow) => row.mark.rotate,
      fill: (row: SpineRow) => row.mark.fill,
      stroke: CARD,
      strokeWidth: 1.2,
      title: 'label',
      dy,
    } as object),
  ]
}

/** The median, a stroke on each row: in one piece it would cross the names that stand above their rows. */
const MEDIAN = {
  ...{ x: () => 0.5, y: 'id', anchor: 'middle', stroke: MUTED, strokeWidth: 1, strokeDasharray: '2 3' },
  shape: {
    draw(path: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void }, length: number) {
      path.moveTo(0, 0)
      path.lineTo(0, -length)
    },
  },
} as const

/** How sure the place is: a bar where the value's interval is stated, dashes where its swing is measured. */
function surely(rows: readonly SpineRow[], dy: number) {
  const along = { y: 'id', x1: (row: SpineRow) => row.sure!.from, x2: (row: SpineRow) => row.sure!.to, dy } as const
  const stroke = (row: SpineRow) => row.mark.ink
  return [
    ruleY(
      rows.filter(({ sure }) => sure?.rest === 'stated'),
      { ...along, stroke, strokeWidth: 3, strokeOpacity: 0.6 },
    ),
    ruleY(
      rows.filter(({ sure }) => sure?.rest === 'measured'),
      { ...along, stroke, ...DASHES },
    ),
  ]
}

function words(rows: readonly SpineRow[], at: object) {
  const known = rows.filter((row) => row.own !== null)
  const missing = rows.filter((row) => row.own === null)
  return [
    text(known, { ...at, text: 'word', fontWeight: 600, fill: (row: SpineRow) => row.mark.ink }),
    text(missing, { ...at, text: 'word', fontStyle: 'italic', fill: MUTED, title: 'label' }),
  ]
}

const head = (label: string[], at: object) =>
  text(label, { text: (word: string) => word, dy: -20, fill: MUTED, fontSize: 12, ...at })

/** @param dy how far above the first row; more where that has its name above it */
const scaleHeads = (heads: SpineChart['heads'], dy = -20) => [
  head([heads.worst], { frameAnchor: 'top-left', textAnchor: 'start', dy }),
  head([heads.median], { frameAnchor: 'top', dy }),
  head([heads.best], { frameAnchor: 'top-right', textAnchor: 'end', dy }),
]
