import { arrow, axisX, dot, gridX, text } from '@observablehq/plot'
import { type Lang, writeNumber } from '../../data/model/numbers.ts'
import { CARD, type Drawn, draw, INK, MUTED, RULE } from './plot.ts'
import { rowLayout, rowTitles } from './row-layout.ts'

/** What a change is taken to be: better or worse only where it is more than chance and the protection can make. */
export type Turn = 'better' | 'worse' | 'similar'

export type ChangeRow = {
  id: string
  title: string
  before: number | null
  after: number | null
  turn: Turn
  /** Shares that improved and worsened, as they may be said; empty where they are not asked for. */
  improved: string
  worsened: string
  /** What stands in place of an arrow: the change alone, or that it is not shown. */
  instead: string
  label: string
}

export type ChangeArrows = {
  rows: readonly ChangeRow[]
  scale: { min: number; max: number }
  ticks: readonly number[]
  columns: { improved: string; worsened: string } | null
  lang: Lang
}

const INKS: Record<Turn, string> = { better: 'var(--better)', worse: 'var(--worse)', similar: 'var(--similar)' }
const COLUMN = 96

/** An arrow a row from the figure before to the figure after, of the same persons. */
export function changeArrows({ rows, scale, ticks, columns, lang }: ChangeArrows, { width }: Drawn): SVGSVGElement {
  const titles = rows.map((row) => row.title)
  const layout = rowLayout(titles, columns ? width - 2 * COLUMN : width)
  const beside = columns !== null && !layout.above
  const drawn = rows.filter((row) => row.before !== null && row.after !== null)
  const place = { y: 'id', dy: layout.dy } as const
  return draw({
    width,
    height: rows.length * layout.rowHeight + 56,
    marginLeft: layout.marginLeft,
    marginRight: beside ? 2 * COLUMN + 12 : 20,
    marginTop: 26,
    marginBottom: 30,
    x: { domain: [scale.min, scale.max] },
    y: { domain: rows.map((row) => row.id), axis: null },
    marks: [
      gridX({ ticks: [...ticks], stroke: RULE, strokeOpacity: 1 } as object),
      rowTitles(rows, layout),
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
      ...(columns ? outcomes(rows, columns, beside) : []),
      axisX({
        ticks: [...ticks],
        tickFormat: (value: number) => writeNumber(value, 0, lang),
        tickSize: 0,
        label: null,
        fill: MUTED,
      } as object),
    ],
  })
}

/** Improved and worsened: beside the rows with headings, or in line with the titles above them. */
function outcomes(rows: readonly ChangeRow[], columns: NonNullable<ChangeArrows['columns']>, beside: boolean) {
  const ends = [
    { key: 'improved', sign: '▲', fill: 'var(--better-ink)', heading: columns.improved, dx: beside ? 20 : -84 },
    { key: 'worsened', sign: '▼', fill: 'var(--worse-ink)', heading: columns.worsened, dx: beside ? 20 + COLUMN : 16 },
  ] as const
  return ends.flatMap(({ key, sign, fill, heading, dx }) => [
    text(rows, {
      y: 'id',
      text: (row: ChangeRow) => (row[key] === '' ? '' : `${sign} ${row[key]}`),
      frameAnchor: 'right',
      textAnchor: beside ? 'start' : 'end',
      dx,
      dy: beside ? 0 : -13,
      fill,
      fontWeight: 600,
      fontSize: beside ? 13 : 12,
    } as object),
    text([heading], {
      text: (word: string) => word,
      frameAnchor: 'top-right',
      textAnchor: beside ? 'start' : 'end',
      dx,
      dy: -16,
      fill: MUTED,
      fontSize: 12,
    } as object),
  ])
}
