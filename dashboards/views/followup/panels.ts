import {
  type ProtectedFigure,
  type ProtectedKind,
  placeOf,
  writeWithBase,
} from '../../../data/model/findings/followup.ts'
import type { CategoryFigure, Split } from '../../../data/model/findings/followup-split.ts'
import { type Lang, writeNumber } from '../../../data/model/numbers.ts'
import type { Panel, PanelDot, PanelRow } from '../../charts/panel.ts'
import type { Table } from '../../page/figure-table.ts'
import { followupIn } from '../../text/followup/index.ts'
import { figureCells, hiddenAmong, limitsAsDrawn, spoken } from './carried.ts'
import type { Cells } from './cells.ts'
import type { Dimension } from './scope.ts'
import type { Spot } from './spots.ts'

/** A measure broken down: the sentence's material, with a title and scale to draw it by. */
export type Breakdown = Split & {
  id: string
  title: string
  scale: { min: number; max: number }
  ticks: readonly number[]
  /** Drawn bold: the place itself among others. */
  strong?: string
}

/** A measure of a place by the categories of a dimension. */
export function categoriesOf(cells: Cells, measure: string, spot: Spot, dimension: Dimension): CategoryFigure[] {
  return dimension.categories.map(({ id, title }) => ({
    ...{ id, title },
    figure: cells.figure(measure, spot, { [dimension.id]: id }),
  }))
}

/** A measure of several places, one category each. */
export function spotsOf(cells: Cells, measure: string, spots: readonly Spot[]): CategoryFigure[] {
  return spots.map((spot) => ({ id: spot.id, title: spot.name, name: true, figure: cells.figure(measure, spot) }))
}

/** A breakdown as a small panel: one dot a row with its figure and base in words. */
export function panelOf({ id, title, of, kind, scale, ticks, strong, categories }: Breakdown, lang: Lang): Panel {
  const rows = categories.map((category): PanelRow => {
    const said = `${of}, ${category.title}`
    return { ...category, dots: [dotOf(category.figure, 0, kind, said, lang)], strong: category.id === strong }
  })
  return { id, title, rows, scale, ticks }
}

/** A dot of one of the chart's kinds. */
export function dotOf(figure: ProtectedFigure, at: number, kind: ProtectedKind, said: string, lang: Lang): PanelDot {
  return {
    kind: at,
    value: placeOf(figure),
    ...limitsAsDrawn(figure),
    written:
      kind === 'count' && figure.value !== null
        ? `≈\u00a0${writeNumber(figure.value, 0, lang)}`
        : writeWithBase(figure, kind, lang),
    label: spoken(said, figure, kind, lang),
  }
}

export const hiddenIn = (breakdowns: readonly Breakdown[]): number =>
  hiddenAmong(breakdowns.flatMap(({ categories }) => categories.map(({ figure }) => figure)))

/** Breakdowns as one table: what is measured, the category, and its figure. */
export function breakdownTable(breakdowns: readonly Breakdown[], first: string, lang: Lang): Table {
  const { columns } = followupIn(lang)
  const numeric = true
  return {
    columns: [
      { label: first },
      { label: columns.category },
      ...[columns.value, columns.lower, columns.upper, columns.count].map((label) => ({ label, numeric })),
    ],
    rows: breakdowns.flatMap(({ title, kind, categories }) =>
      categories.map((category) => [title, category.title, ...figureCells(category.figure, kind, lang)]),
    ),
  }
}
