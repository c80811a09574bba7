import { arrow, axisX, dot, gridX, ruleY, text } from '@observablehq/plot'
import type { Turn } from '../../data/model/findings/followup-change.ts'
import { type Lang, writeNumber } from '../../data/model/numbers.ts'
import { CARD, type Drawn, draw, INK, MUTED, RULE } from './plot.ts'
import { type RowLayout, rowTitles } from './row-layout.ts'

export type ChangeRow = {
  id: string
  title: string
  before: number | null
  after: number | null
  /** Between what the arrow may end, 95 percent. */
  lower: number | null
  upper: number | null
  turn: Turn
  /** Shares that improved, stayed and worsened, as they may be said; empty where they are not asked for. */
  improved: string
  unchanged: string
  worsened: string
  /** What stands in place of all three, once: that none may be said. */
  untold: string
  /** What stands in place of an arrow: the change alone, or that it is not shown. */
  instead: string
  label: string
}

export type ChangeArrows = {
  rows: readonly ChangeRow[]
  scale: { min: number; max: number }
  ticks: readonly number[]
  columns: { improved: string; unchanged: string; worsened: string } | null
  lang: Lang
}

const INKS: Record<Turn, string> = { better: 'var(--better)', worse: 'var(--worse)', similar: 'var(--similar)' }
const COLUMN = 88
const NARROW = 470

/** An arrow a row from the figure before to the figure after, of the same persons; in words how many turned which way. */
export function changeArrows({ rows, scale, ticks, columns, lang }: ChangeArrows, { width }: Drawn): SVGSVGElement {
  const narrow = width < NARROW
  const layout: RowLayout = { above: true, marginLeft: 14, rowHeight: narrow && columns ? 66 : 48, dy: narrow ? 2 : 8 }
  const drawn = rows.filter((row) => row.before !== null && row.after !== null)
  const place = { y: 'id', dy: layout.dy } as const
  return draw({
    width,
    height: rows.length * layout.rowHeight + 56,
    marginLeft: layout.marginLeft,
    marginRight: 20,
    marginTop: 26,
    marginBottom: 30,
    x: { domain: [scale.min, scale.max] },
    y: { domain: rows.map((row) => row.id), axis: null },
    marks: [
      gridX({ ticks: [...ticks], stroke: RULE, strokeOpacity: 1 } as object),
      rowTitles(rows, layout),
      ruleY(
        drawn.filter((row) => row.lower !== null && row.upper !== null),
        {
          ...place,
          x1: (row: ChangeRow) => Math.max(scale.min, row.lower!),
          x2: (row: ChangeRow) => Math.min(scale.max, row.upper!),
          stroke: (row: ChangeRow) => INKS[row.turn],
          strokeOpacity: 0.25,
          strokeWidth: 8,
          strokeLinecap: 'round',
        },
      ),
      arrow(drawn, {
        x1: 'before',
        x2: 'after',
        y1: 'id',
        y2: 'id',
        dy: layout.dy,
        stroke: (row: ChangeRow) => INKS[row.turn],
        strokeWidth: 2.5,
        headLength: 7,
        insetStart: 5,
      } as object),
      dot(drawn, { ...place, x: 'before', r: 4.5, fill: CARD, stroke: INK, strokeWidth: 1.5, title: 'label' }),
      text(
        rows.filter((row) => row.before === null || row.after === null),
        {
          ...place,
          x: () => scale.min,
          dx: 4,
          text: 'instead',
          title: 'label',
          textAnchor: 'start',
          fill: MUTED,
          fontStyle: 'italic',
        },
      ),
      ...(columns ? outcomes(rows, columns, narrow) : []),
      axisX({
        ticks: [...ticks],
        tickFormat: (value: number) => writeNumber(value, Number.isInteger(value) ? 0 : 1, lang),
        tickSize: 0,
        label: null,
        fill: MUTED,
      } as object),
    ],
  })
}

const TURNS = [
  { key: 'improved', sign: '▲', fill: 'var(--better-ink)' },
  { key: 'unchanged', sign: '●', fill: 'var(--similar-ink)' },
  { key: 'worsened', sign: '▼', fill: 'var(--worse-ink)' },
] as const

/** Improved, unchanged and worsened: under headings in line with the row's title, or below the arrow where it is narrow. */
function outcomes(rows: readonly ChangeRow[], columns: NonNullable<ChangeArrows['columns']>, narrow: boolean) {
  const isTold = rows.some((row) => TURNS.some(({ key }) => row[key] !== ''))
  return TURNS.flatMap(({ key, sign, fill }, at) => {
    const place = narrow
      ? ({ frameAnchor: 'left', textAnchor: 'start', dx: -10 + at * COLUMN, dy: 21 } as const)
      : ({ frameAnchor: 'right', textAnchor: 'end', dx: 16 + (at - 2) * COLUMN, dy: -13 } as const)
    const words = {
      text: (row: ChangeRow) => (row[key] === '' ? '' : `${sign} ${row[key]}`),
      fontWeight: 600,
      fontSize: 12,
    }
    const heading = { text: (word: string) => word, frameAnchor: 'top-right', fill: MUTED, fontSize: 12 } as const
    return [
      text(rows, { ...place, ...words, y: 'id', fill } as object),
      text(narrow || !isTold ? [] : [columns[key]], { ...place, ...heading, dy: -16 } as object),
      ...(at === 1
        ? [text(rows, { ...place, y: 'id', text: 'untold', fill: MUTED, fontStyle: 'italic' } as object)]
        : []),
    ]
  })
}
