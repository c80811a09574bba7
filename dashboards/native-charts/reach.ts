import type { Series } from './chart.ts'
import type { Sheet } from './sheet.ts'
import { errorBars, type Stroke } from './xml.ts'

/** How far an interval reaches below and above its value; null where either is not known. */
function reachOf(value: number | null, lower: number | null, upper: number | null) {
  if (value === null || lower === null || upper === null) return { minus: null, plus: null }
  return { minus: tidy(value - lower), plus: tidy(upper - value) }
}

/** Without the last bits of a subtraction: 0.3 rather than 0.30000000000000004. */
const tidy = (difference: number): number => Number(Math.max(0, difference).toPrecision(12))

/** The intervals of a series, with their two columns in the workbook; nothing where none is known. */
export function intervalsOf(series: Series, axis: 'x' | 'y', sheet: Sheet, line: Stroke): string {
  const { name, values, limits = [] } = series
  const reach = limits.map(({ lower, upper }, at) => reachOf(values[at] ?? null, lower, upper))
  if (reach.every(({ minus }) => minus === null)) return ''
  const [minus, plus] = (['minus', 'plus'] as const).map((side) =>
    sheet.numbers(
      `${name} ${side === 'minus' ? '−' : '+'}`,
      reach.map((one) => one[side]),
    ),
  )
  return errorBars(axis, minus!, plus!, line)
}
