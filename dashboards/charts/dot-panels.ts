import { dot, link, text } from '@observablehq/plot'
import { type Lang, writeNumber } from '../../data/model/numbers.ts'
import { type CollapsedPanel, collapsed } from './collapsed-panel.ts'
import { KIND_MARKS, keyHeight, kindKey } from './kind-key.ts'
import type { Panel, PanelDot } from './panel.ts'
import { columnsFitting, LINE, lettersAcross, type PanelPlace, panelPlaces } from './panel-layout.ts'
import { type Drawn, draw, INK, MUTED, RULE } from './plot.ts'

export type DotPanels = {
  panels: readonly Panel[]
  /** Panels beside each other where there is room. */
  columns: number
  /** Height of a row in pixels; 17 where it is not given. */
  row?: number
  /** Names of the kinds, in order; a single one needs no key. */
  kinds: readonly string[]
  lang: Lang
}

const DENSE = 17
const BESIDE_NONE = 16
const LETTER = 5.9
const BELOW_SCALE = 27
const BELOW_TITLE = 6
/** Room for a number of the scale; with less only its ends are written. */
const LEAST_TICK = 22

type Placed = PanelDot & {
  row: string
  x: number
  y: number
  middle: number
  x1: number
  x2: number
  from: number
  end: number
}

/** Small panels of rows of dots; each panel has a scale of its own, all rows of the chart the same height. */
export function dotPanels(
  { panels: given, columns, row = DENSE, kinds, lang }: DotPanels,
  { width }: Drawn,
): SVGSVGElement {
  const single = kinds.length < 2
  const from = single ? 0 : keyHeight(kinds, width)
  const beside = single ? besideOf(given) : BESIDE_NONE
  const across = columnsFitting(given, { columns, width, beside })
  const panels = given.map((panel) => collapsed(panel, lettersAcross(width, across)))
  const { places, height } = panelPlaces(panels, { columns: across, width, row, from, beside })
  const all = panels.flatMap((panel, at) => dotsOf(panel, places[at]!))
  return draw({
    width,
    height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    symbol: { type: 'identity' },
    color: { type: 'identity' },
    marks: [
      ...panels.flatMap((panel, at) => framework(panel, places[at]!, lang)),
      ...dotsWithIntervals(all, single),
      ...writtenBeside(all, single),
      ...panels.flatMap((panel, at) => hiddenLines(panel, places[at]!)),
      ...kindKey(single ? [] : kinds, width),
    ],
  })
}

/** The dots that are shown, each on its interval; a lone one on a line from the scale's beginning too. */
function dotsWithIntervals(all: readonly Placed[], single: boolean) {
  const shown = all.filter((one) => one.value !== null)
  return [
    link(single ? shown.filter((one) => !one.bounded) : [], { x1: 'from', x2: 'x', y1: 'y', y2: 'y', stroke: RULE }),
    link(
      shown.filter((one) => !one.bounded && one.lower !== null && one.upper !== null),
      {
        x1: 'x1',
        x2: 'x2',
        y1: 'y',
        y2: 'y',
        stroke: (one: Placed) => KIND_MARKS[one.kind]!.ink,
        strokeOpacity: 0.3,
        strokeWidth: single ? 5 : 2.5,
        strokeLinecap: 'round',
      },
    ),
    link(
      shown.filter((one) => one.bounded),
      {
        x1: 'x1',
        x2: 'x2',
        y1: 'y',
        y2: 'y',
        stroke: (one: Placed) => KIND_MARKS[one.kind]!.ink,
        strokeOpacity: 0.6,
        strokeWidth: single ? 8 : 4,
        title: 'label',
      },
    ),
    dot(
      shown.filter((one) => !one.bounded),
      {
        x: 'x',
        y: 'y',
        symbol: (one: Placed) => KIND_MARKS[one.kind]!.symbol,
        fill: (one: Placed) => KIND_MARKS[one.kind]!.fill,
        stroke: (one: Placed) => KIND_MARKS[one.kind]!.stroke,
        strokeWidth: 1.2,
        r: 4.6,
        title: 'label',
      } as object,
    ),
  ]
}

/** Room for the longest figure in words, right of the dots. */
const besideOf = (panels: readonly Panel[]): number =>
  10 +
  LETTER *
    Math.max(0, ...panels.flatMap(({ rows }) => rows.flatMap(({ dots }) => dots.map((one) => one.written.length))))

function dotsOf({ id, rows, scale }: Panel, place: PanelPlace): Placed[] {
  const x = (value: number) => place.left + ((value - scale.min) / (scale.max - scale.min)) * (place.right - place.left)
  return rows.flatMap((row, at) => {
    const middle = place.top + (at + (place.above ? 0.72 : 0.5)) * place.row
    return row.dots.map((one) => ({
      ...one,
      row: `${id} ${row.id}`,
      middle,
      end: place.end,
      y: middle + (row.dots.length > 1 ? (one.kind - (row.dots.length - 1) / 2) * (place.row / 5) : 0),
      x: x(one.value ?? scale.min),
      x1: x(one.lower ?? scale.min),
      x2: x(one.upper ?? scale.min),
      from: x(scale.min),
    }))
  })
}

/** Where there is room for no more: both ends, and between them the nought that a difference is read against. */
const fewest = (ticks: readonly number[]): number[] => [
  ...new Set([ticks[0]!, ...ticks.filter((tick) => tick === 0), ticks.at(-1)!]),
]

/** Title, row titles, and the scale below. */
function framework({ title, rows, scale, ticks: asked }: Panel, place: PanelPlace, lang: Lang) {
  const fitting = place.right - place.left < asked.length * LEAST_TICK ? fewest(asked) : asked
  const ticks = rows.length === 0 ? [] : fitting
  const at = (value: number) =>
    place.left + ((value - scale.min) / (scale.max - scale.min)) * (place.right - place.left)
  const titles = rows.map((row, i) => ({
    ...row,
    title: cut(row.title, place.letters),
    y: place.top + (i + (place.above ? 0.22 : 0.5)) * place.row,
  }))
  const style = {
    x: () => (place.above ? place.x : place.left - 8),
    y: 'y',
    text: 'title',
    textAnchor: place.above ? 'start' : 'end',
    fill: INK,
    fontSize: 12.5,
  } as const
  return [
    text([title], {
      x: () => place.x,
      y: () => place.top - 11,
      text: (word: string) => word,
      textAnchor: 'start',
      fill: INK,
      fontWeight: 650,
      fontSize: 13,
    }),
    link(ticks, { x1: at, x2: at, y1: () => place.top, y2: () => place.bottom, stroke: RULE }),
    text(
      titles.filter((row) => row.strong),
      { ...style, fontWeight: 700 },
    ),
    text(
      titles.filter((row) => !row.strong),
      style,
    ),
    text(ticks, {
      x: at,
      y: () => place.bottom + 9,
      text: (value: number) => writeNumber(value, Number.isInteger(value) ? 0 : 1, lang),
      fill: MUTED,
      fontSize: 11,
    }),
  ]
}

const cut = (title: string, letters: number) =>
  title.length > letters + 1 ? `${title.slice(0, Math.max(3, letters - 1))}…` : title

/** A lone figure stands in words at the end of its row; where nothing of a row is shown, the row says so once. */
function writtenBeside(all: readonly Placed[], single: boolean) {
  const shown = all.filter((one) => single && one.value !== null)
  const hidden = all.filter((one) => one.value === null && (single || !all.some((other) => isShownBeside(other, one))))
  const words = { y: 'middle', text: 'written', fontSize: 12 } as const
  return [
    text(shown, { ...words, x: 'end', textAnchor: 'end', fill: INK }),
    text(single ? hidden : hidden.filter((one) => one.kind === 0), {
      ...words,
      x: single ? 'end' : 'from',
      textAnchor: single ? 'end' : 'start',
      dx: single ? 0 : 5,
      fill: MUTED,
      fontStyle: 'italic',
      title: 'label',
    }),
  ]
}

/** Below the scale, or where it would stand: what is not shown, in as many lines as it takes. */
function hiddenLines({ rows, hidden }: CollapsedPanel, { x, bottom }: PanelPlace) {
  const top = bottom + (rows.length === 0 ? BELOW_TITLE : BELOW_SCALE)
  return (hidden?.lines ?? []).map((line, at) =>
    text([hidden!], {
      x: () => x,
      y: () => top + at * LINE,
      text: () => line,
      textAnchor: 'start',
      fontSize: 12,
      fill: MUTED,
      fontStyle: 'italic',
      ...(at === 0 && { title: 'label' }),
    }),
  )
}

const isShownBeside = (other: Placed, one: Placed): boolean => other.row === one.row && other.value !== null
