import type { Bars, Lines, NativeChart, Panels, Points, Rows } from './chart.ts'
import { scaleAround } from './scale.ts'

type Single = Bars | Lines | Points | Rows
type Page = { charts: readonly Single[]; columns: number }

/** More rows than this cannot be read on a slide. */
const MOST_ROWS = 30

/** The slides that a chart takes: panels and long rows go on to further ones. The map is no chart and takes none. */
export function pagesOf(chart: Exclude<NativeChart, { kind: 'tiles' }>): Page[] {
  if (chart.kind === 'panels') return panelPages(chart)
  if (chart.kind !== 'rows' || chart.rows.length <= MOST_ROWS) return [{ charts: [chart], columns: 1 }]
  const scale = chart.scale ?? scaleAround(chart)
  const slides = Math.ceil(chart.rows.length / MOST_ROWS)
  const each = Math.ceil(chart.rows.length / slides)
  const parts = Array.from({ length: slides }, (_, at) => chart.rows.slice(at * each, (at + 1) * each))
  return parts.map((rows) => ({ charts: [{ ...chart, rows, scale }], columns: 1 }))
}

function panelPages({ panels, columns, perSlide }: Panels): Page[] {
  const slides = Math.ceil(panels.length / perSlide)
  return Array.from({ length: slides }, (_, at) => ({
    charts: panels.slice(at * perSlide, (at + 1) * perSlide),
    columns,
  }))
}
