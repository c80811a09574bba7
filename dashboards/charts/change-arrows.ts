import { arrow, axisX, dot, gridX, ruleY, text } from '@observablehq/plot'
import type { Turn } from '../../data/model/findings/followup-change.ts'
import { type Lang, writeNumber } from '../../data/model/numbers.ts'
import { CARD, type Drawn, draw, INK, MUTED, RULE } from './plot.ts'
import { rowLayout, rowTitles } from './row-layout.ts'

export type ChangeRow = {
  id: string
  title: string
  before: number | null
  after: number | null
  /** Between what the arrow may end, 95 percent. */
  lower: number | null
  upper: number | null
  turn: Turn
  /** The change as it is written beside its arrow: `−2,0`. */
  written: string
  /** What stands in place of an arrow: the change alone, or that it is not shown. */
  instead: string
  label: string
}

export type ChangeArrows = {
  rows: readonly ChangeRow[]
  scale: { min: number; max: number }
  ticks: readonly number[]
  lang: Lang
}

const INKS: Record<Turn, string> = { better: 'var(--better)', worse: 'var(--worse)', similar: 'var(--similar)' }
const BESIDE = 52

/** An arrow a row from the figure before to the figure after, of the same persons, with where it may end. */
export function changeArrows({ rows, scale, ticks, lang }: ChangeArrows, { width }: Drawn): SVGSVGElement {
  const layout = rowLayout(
    rows.map((row) => row.title),
    width,
  )
  return draw({
    width,
    height: rows.length * layout.rowHeight + 56,
    marginLeft: layout.marginLeft,
    marginRight: BESIDE,
    marginTop: 26,
    marginBottom: 30,
    x: { domain: [scale.min, scale.max] },
    y: { domain: rows.map((row) => row.id), axis: null },
    marks: [
      gridX({ ticks: [...ticks], stroke: RULE, strokeOpacity: 1 } as object),
      rowTitles(rows, layout),
      ...arrows(rows, scale, layout.dy),
      instead(rows, scale, layout.dy),
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

/** The field in which an arrow may end, the arrow, where it begins, and the change in words. */
function arrows(rows: readonly ChangeRow[], { min, max }: ChangeArrows['scale'], dy: number) {
  const drawn = rows.filter((row) => row.before !== null && row.after !== null)
  const place = { y: 'id', dy } as const
  const ink = (row: ChangeRow) => INKS[row.turn]
  return [
    ruleY(
      drawn.filter((row) => row.lower !== null && row.upper !== null),
      {
        ...place,
        x1: (row: ChangeRow) => Math.max(min, row.lower!),
        x2: (row: ChangeRow) => Math.min(max, row.upper!),
        stroke: ink,
        strokeOpacity: 0.25,
        strokeWidth: 8,
        strokeLinecap: 'round',
      },
    ),
    arrow(drawn, {
      ...{ x1: 'before', x2: 'after', y1: 'id', y2: 'id', dy },
      ...{ stroke: ink, strokeWidth: 2.5, headLength: 7, insetStart: 5 },
    } as object),
    dot(drawn, { ...place, x: 'before', r: 4.5, fill: CARD, stroke: INK, strokeWidth: 1.5, title: 'label' }),
    text(drawn, {
      ...place,
      x: (row: ChangeRow) => Math.min(max, Math.max(row.before!, row.after!, row.upper ?? min)),
      ...{ text: 'written', dx: 10, textAnchor: 'start', fill: INK, fontWeight: 600, stroke: CARD, strokeWidth: 4 },
    } as object),
  ]
}

const instead = (rows: readonly ChangeRow[], { min }: ChangeArrows['scale'], dy: number) =>
  text(
    rows.filter((row) => row.before === null || row.after === null),
    {
      ...{ y: 'id', dy, x: () => min, dx: 4, text: 'instead', title: 'label' },
      ...{ textAnchor: 'start', fill: MUTED, fontStyle: 'italic' },
    },
  )
