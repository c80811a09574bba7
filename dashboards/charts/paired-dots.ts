import { axisX, dot, gridX, rect, ruleX, ruleY, text } from '@observablehq/plot'
import { type Lang, writeNumber } from '../../data/model/numbers.ts'
import { ACCENT, BAND, CARD, type Drawn, draw, INK, MUTED, RULE } from './plot.ts'
import { rowLayout, rowTitles } from './row-layout.ts'

/** A row: the own figure with its interval, and that of those it is compared with. Null is a figure that is not shown. */
export type PairedRow = {
  id: string
  title: string
  own: number | null
  lower: number | null
  upper: number | null
  /** Only bounds are known: a bar from end to end, without a dot. */
  bounded: boolean
  group: number | null
  /** The own figure in words, beside its dot: `4,9`, `under 10 %`, `visas inte`. */
  written: string
  /** What is read out. */
  label: string
  groupLabel: string
}

export type PairedDots = {
  rows: readonly PairedRow[]
  scale: { min: number; max: number }
  ticks: readonly number[]
  unit: string
  /** A part of the scale with a name of its own. */
  zone: { from: number; to: number; label: string } | null
  /** A value marked by a dashed line: where both are alike, or what is expected. */
  reference: number | null
  lang: Lang
}

/** The scale of shares, in percent; a narrow drawing has room for fewer ticks. */
export const shareScale = (width: number, lang: Lang) => ({
  scale: { min: 0, max: 100 },
  ticks: width < NARROW ? [0, 50, 100] : [0, 25, 50, 75, 100],
  unit: lang === 'sv' ? '\u00a0%' : '%',
})

const NARROW = 420
/** Between the last dot of a row and its figure, and of a letter in the figure, in pixels. */
const BESIDE = 16
const LETTER = 7.2

/** A figure that is not shown stands within the scale and needs no room beside it. */
const lettersBeside = ({ own, written }: PairedRow): number => (own === null ? 0 : written.length)

/** Rows of filled dots with intervals, own, beside open rings, the group's, on one scale. */
export function pairedDots(
  { rows, scale, ticks, unit, zone, reference, lang }: PairedDots,
  { width }: Drawn,
): SVGSVGElement {
  const layout = rowLayout(
    rows.map((row) => row.title),
    width,
  )
  return draw({
    width,
    height: rows.length * layout.rowHeight + 56,
    marginLeft: layout.marginLeft,
    marginRight: Math.max(width < NARROW ? 64 : 76, BESIDE + LETTER * Math.max(0, ...rows.map(lettersBeside))),
    marginTop: 26,
    marginBottom: 30,
    x: { domain: [scale.min, scale.max] },
    y: { domain: rows.map((row) => row.id), axis: null },
    color: { type: 'identity' },
    marks: [
      ...zoneMarks(zone),
      gridX({ ticks: [...ticks], stroke: RULE, strokeOpacity: 1 } as object),
      ruleX(reference === null ? [] : [reference], { stroke: INK, strokeDasharray: '2 3' }),
      rowTitles(rows, layout),
      ...pairs(rows, layout.dy),
      hiddenWords(rows, scale, layout.dy),
      axisX({
        ticks: [...ticks],
        tickFormat: (value: number) => `${writeNumber(value, Number.isInteger(value) ? 0 : 1, lang)}${unit}`,
        tickSize: 0,
        label: null,
        fill: MUTED,
      } as object),
    ],
  })
}

/** Wide enough to be seen around an own dot that lies on it. */
const RING = 7.5

/** The interval, the group's ring, the own dot over it, and the own figure in words. */
function pairs(rows: readonly PairedRow[], dy: number) {
  const shown = rows.filter((row) => row.own !== null)
  const compared = rows.filter((row) => row.group !== null)
  const place = { y: 'id', dy } as const
  return [
    ruleY(
      shown.filter((row) => !row.bounded && row.lower !== null && row.upper !== null),
      {
        ...place,
        x1: 'lower',
        x2: 'upper',
        stroke: ACCENT,
        strokeOpacity: 0.32,
        strokeWidth: 6,
        strokeLinecap: 'round',
      },
    ),
    ruleY(
      shown.filter((row) => row.bounded),
      { ...place, x1: 'lower', x2: 'upper', stroke: ACCENT, strokeOpacity: 0.6, strokeWidth: 10, title: 'label' },
    ),
    dot(compared, { ...place, x: 'group', r: RING, fill: CARD, stroke: INK, strokeWidth: 1.6, title: 'groupLabel' }),
    dot(
      shown.filter((row) => !row.bounded),
      { ...place, x: 'own', r: 5.5, fill: ACCENT, stroke: CARD, strokeWidth: 1.5, title: 'label' },
    ),
    text(shown, {
      ...place,
      x: (row: PairedRow) => Math.max(row.own!, row.upper ?? row.own!, row.group ?? row.own!),
      text: 'written',
      dx: 10,
      textAnchor: 'start',
      fill: INK,
      fontWeight: 600,
      stroke: CARD,
      strokeWidth: 4,
    } as object),
  ]
}

function zoneMarks(zone: PairedDots['zone']) {
  if (!zone) return []
  return [
    rect([zone], { x1: 'from', x2: 'to', fill: BAND, fillOpacity: 0.55 }),
    text([zone], {
      x: 'from',
      text: 'label',
      frameAnchor: 'top',
      textAnchor: 'start',
      dy: -14,
      fill: MUTED,
      fontSize: 12,
    }),
  ]
}

/** A figure that is not shown says so in its place, and is no point on the scale. */
function hiddenWords(rows: readonly PairedRow[], { min }: PairedDots['scale'], dy: number) {
  return text(
    rows.filter((row) => row.own === null),
    {
      x: () => min,
      y: 'id',
      dy,
      dx: 4,
      text: 'written',
      textAnchor: 'start',
      fill: MUTED,
      fontStyle: 'italic',
      title: 'label',
      stroke: CARD,
      strokeWidth: 4,
    } as object,
  )
}
