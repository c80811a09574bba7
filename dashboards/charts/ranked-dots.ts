import { axisX, dot, gridX, rect, ruleX, ruleY, text } from '@observablehq/plot'
import { sureWithin } from '../../data/model/findings/certainty.ts'
import { isAnswer } from '../../data/model/findings/kinds.ts'
import type { Place } from '../../data/model/findings/quarters.ts'
import { type Lang, type Written, writeBare } from '../../data/model/numbers.ts'
import { type BandMark, bandMark } from './bands.ts'
import { BAND, CARD, DASHES, type Drawn, draw, INK, MUTED, RULE } from './plot.ts'
import { haveRoom, roomFor, roomyDomain, tickFormat, ticksAcross, ticksOn } from './ticks.ts'

type RankedRow = {
  municipality: string
  name: string
  value: number | null
  lower: number | null
  upper: number | null
  /** How far such values swing to either side, where that is measured. */
  margin?: number | null
  place: Place
  /** What is read out: name, value, place. */
  label: string
  /** Why there is no value, in a word or two. */
  missing: string
}

export type RankedDots = {
  rows: readonly RankedRow[]
  /** All rows that the axis must hold, where `rows` are but some of them. */
  among?: readonly RankedRow[]
  own: string
  /** Further municipalities whose names stand out. */
  also: ReadonlySet<string>
  about: Written & { direction: string }
  reference: { median: number | null; q1: number | null; q3: number | null }
  medianLabel: string
  lang: Lang
}

type Known = RankedRow & { value: number; mark: BandMark; sure: ReturnType<typeof sureWithin> }

/** Municipalities in order down the page, a dot each, over the middle half and the median of the reference. */
export function rankedDots(ranked: RankedDots, { width }: Drawn): SVGSVGElement {
  const { rows, about, lang, reference } = ranked
  const known = rows
    .filter((row) => row.value !== null)
    .map((row) => ({ ...row, mark: bandMark(row.place), sure: sureWithin(row, about.unit) }) as Known)
  const { median } = reference
  const narrow = width < 420
  const rowHeight = (ranked.among ?? rows).length > 40 ? 17 : 27
  const [low, high] = domainOf(ranked.among ?? rows, reference, about)
  const left = narrow ? 112 : 136
  const right = Math.max(narrow ? 44 : 56, 18 + roomFor(known.map((row) => writeBare(row.value, about, lang))))
  const write = tickFormat(about, lang)
  const across = width - left - right - 8
  const ticks = isAnswer(about)
    ? ticksOn([low, high], about, 0)
    : ticksAcross([low, high], across, write, narrow ? 2 : 6)
  // Beside each dot stands its value: an answer that has no room on the axis as well is told there.
  const named = haveRoom(ticks, [low, high], across, write) ? ticks : []
  return draw({
    width,
    height: rows.length * rowHeight + 74,
    marginLeft: left,
    marginRight: right,
    marginTop: 30,
    marginBottom: 44,
    x: { domain: [low, high], insetRight: 8 },
    y: { domain: rows.map((row) => row.municipality), axis: null, padding: 0.2 },
    r: { type: 'identity' },
    symbol: { type: 'identity' },
    color: { type: 'identity' },
    marks: [
      bandRect(reference),
      gridX({ ticks, stroke: RULE, strokeOpacity: 1 }),
      ruleY(rows, { y: 'municipality', stroke: RULE, x1: low, x2: high }),
      medianRule(median, ranked.medianLabel, left + (across * ((median ?? low) - low)) / (high - low), width),
      ...intervals(known),
      ...names(rows, ranked),
      dots(known, ranked),
      ...values(known, ranked),
      text(
        rows.filter((row) => row.value === null),
        {
          x: () => low,
          y: 'municipality',
          text: 'missing',
          title: 'label',
          dx: 6,
          textAnchor: 'start',
          fill: MUTED,
          stroke: CARD,
          strokeWidth: 4,
          fontStyle: 'italic',
        },
      ),
      axisX({ ticks: named, tickFormat: write, tickSize: 0, label: null, fill: MUTED }),
      directionLabel(about.direction, lang),
    ],
  })
}

/** The value beside each dot, clear of its interval. */
function values(known: readonly Known[], { own, about, lang }: RankedDots) {
  const beside = (rows: readonly Known[], dx: number, fontWeight: string) =>
    text(rows, {
      x: (row: Known) => row.sure?.to ?? row.value,
      y: 'municipality',
      text: (row: Known) => writeBare(row.value, about, lang),
      dx,
      textAnchor: 'start',
      fill: INK,
      stroke: CARD,
      strokeWidth: 4,
      fontWeight,
    })
  return [
    beside(
      known.filter((row) => row.municipality !== own),
      11,
      'normal',
    ),
    beside(
      known.filter((row) => row.municipality === own),
      15,
      'bold',
    ),
  ]
}

function domainOf(rows: readonly RankedRow[], reference: RankedDots['reference'], { unit, kind }: Written) {
  const shown = rows.flatMap((row) => {
    const sure = sureWithin(row, unit)
    return [row.value, sure?.from ?? row.value, sure?.to ?? row.value]
  })
  const all = [...shown, reference.q1, reference.q3].filter((value) => value !== null)
  return roomyDomain(all.length > 0 ? all : [0, 1], kind)
}

function bandRect({ q1, q3 }: RankedDots['reference']) {
  const data = q1 === null || q3 === null ? [] : [{ q1, q3 }]
  return rect(data, { x1: 'q1', x2: 'q3', fill: BAND } as object)
}

/** The median's words stand over its line, moved aside where they would else run out of the drawing. */
function medianRule(median: number | null, label: string, at: number, width: number) {
  const data = median === null ? [] : [{ median, label }]
  const half = roomFor([label]) / 2
  const dx = Math.max(half, Math.min(width - half, at)) - at
  return [
    ruleX(data, { x: 'median', stroke: INK, strokeDasharray: '2 3' }),
    text(data, { x: 'median', text: 'label', frameAnchor: 'top', dx, dy: -14, fill: MUTED, fontSize: 12 }),
  ]
}

/** How sure each value is: a bar where that is stated, dashes where it is measured, nothing where nobody knows. */
function intervals(known: readonly Known[]) {
  const along = { x1: (row: Known) => row.sure!.from, x2: (row: Known) => row.sure!.to, y: 'municipality' } as const
  const stroke = (row: Known) => row.mark.fill
  return [
    ruleY(
      known.filter(({ sure }) => sure?.rest === 'stated'),
      { ...along, stroke, strokeWidth: 3, strokeOpacity: 0.45, strokeLinecap: 'round' },
    ),
    ruleY(
      known.filter(({ sure }) => sure?.rest === 'measured'),
      { ...along, stroke, ...DASHES },
    ),
  ]
}

function names(rows: readonly RankedRow[], { own, also }: RankedDots) {
  const stands = (row: RankedRow) => row.municipality === own || also.has(row.municipality)
  const style = { y: 'municipality', text: 'name', frameAnchor: 'left', textAnchor: 'end', dx: -10, fill: INK } as const
  return [
    text(
      rows.filter((row) => !stands(row)),
      style,
    ),
    text(rows.filter(stands), { ...style, fontWeight: 'bold' }),
  ]
}

function dots(known: readonly Known[], { own, also }: RankedDots) {
  return dot(known, {
    x: 'value',
    y: 'municipality',
    fill: (row: Known) => row.mark.fill,
    symbol: (row: Known) => row.mark.symbol,
    rotate: (row: Known) => row.mark.rotate,
    r: (row: Known) => (row.municipality === own ? 8.5 : 5.5),
    stroke: (row: Known) => (row.municipality === own || also.has(row.municipality) ? INK : CARD),
    strokeWidth: 1.5,
    title: 'label',
  } as object)
}

function directionLabel(direction: string, lang: Lang) {
  const words = { sv: { lower: '← bättre', higher: 'bättre →' }, en: { lower: '← better', higher: 'better →' } }[lang]
  const word = direction === 'lower' || direction === 'higher' ? words[direction] : ''
  const anchor = direction === 'lower' ? 'bottom-left' : 'bottom-right'
  return text(word === '' ? [] : [word], {
    text: (word: string) => word,
    frameAnchor: anchor,
    dy: 34,
    fill: MUTED,
    fontSize: 12,
    fontStyle: 'italic',
  })
}
