import { axisX, dot, rect, ruleX, ruleY, text } from '@observablehq/plot'
import { type Lang, writeNumber } from '../../../data/model/numbers.ts'
import { ACCENT, BAND, type Drawn, draw, INK, MUTED, RULE } from '../plot.ts'

/** A value with the ends of its bar, or where it was before; without a value, a row that shows none. */
type MethodRow = { value?: number; lower?: number; upper?: number; from?: number }

export type MethodRows = {
  rows: readonly MethodRow[]
  /** A name for each row; one more for the rule or the field. */
  labels: readonly string[]
  domain: readonly [number, number]
  ticks: readonly number[]
  /** A value to hold the rows against. */
  rule?: number
  /** A reach to hold the rows against. */
  field?: readonly [number, number]
  decimals?: number
  lang: Lang
}

const ROW = 30

/** Named values in rows, with bars, over a rule or a field. */
export function methodRows(picture: MethodRows, { width }: Drawn): SVGSVGElement {
  const { rows, labels, domain, ticks, rule, field, lang, decimals = 0 } = picture
  const named = rows.map((row, index) => ({ ...row, row: index, label: labels[index] ?? '' }))
  const valued = named.filter((row) => row.value !== undefined)
  const barred = named.filter((row) => row.lower !== undefined)
  const moved = named.filter((row) => row.from !== undefined)
  const over = rule ?? (field ? (field[0] + field[1]) / 2 : undefined)
  return draw({
    width,
    height: rows.length * ROW + 52,
    marginLeft: Math.max(...named.map((row) => row.label.length)) * 7 + 16,
    marginRight: 18,
    marginTop: 22,
    marginBottom: 30,
    x: { domain: [...domain] },
    y: { domain: named.map((row) => row.row), axis: null, type: 'band' },
    marks: [
      rect(field ? [field] : [], { x1: '0', x2: '1', fill: BAND }),
      ruleY(named, { y: 'row', stroke: RULE }),
      ruleX(rule === undefined ? [] : [rule], { stroke: INK, strokeDasharray: '2 3' }),
      text(over === undefined ? [] : [over], {
        x: (at: number) => at,
        text: () => labels[rows.length] ?? '',
        frameAnchor: 'top',
        dy: -14,
        fill: MUTED,
        fontSize: 12,
      }),
      text(named, { y: 'row', text: 'label', frameAnchor: 'left', textAnchor: 'end', dx: -8, fill: INK }),
      ruleY(barred, { y: 'row', x1: 'lower', x2: 'upper', stroke: ACCENT, strokeOpacity: 0.45, strokeWidth: 3 }),
      ruleY(moved, { y: 'row', x1: 'from', x2: 'value', stroke: ACCENT, strokeOpacity: 0.45, strokeWidth: 2 }),
      dot(moved, { x: 'from', y: 'row', r: 4.5, stroke: MUTED, fill: 'var(--card)' }),
      dot(valued, { x: 'value', y: 'row', r: 5.5, fill: ACCENT }),
      axisX({
        ticks: [...ticks],
        tickFormat: (at: number) => writeNumber(at, decimals, lang),
        tickSize: 0,
        label: null,
        fill: MUTED,
      }),
    ],
  })
}
