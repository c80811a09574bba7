import type { Uncertainty } from '../../../data/model/answers/figure.ts'
import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import type { CellGrid, GridRow } from '../../charts/grid.ts'
import type { Context } from '../../page/view.ts'
import type { Texts } from '../../text/index.ts'
import { readCell } from './read-cell.ts'

/** The overview's rows and columns as they are drawn. */
export function drawnGrid({ columns, names, rows }: MatrixAnswer, context: Context): CellGrid {
  return {
    columns: columns.map((municipality, at) => ({ municipality, name: names[at]! })),
    own: context.state.municipality,
    rows: rows.map(
      (row): GridRow => ({
        indicator: row.indicator,
        name: row.about.short,
        base: baseOf(row, context.texts),
        cells: row.cells.map((cell, at) => ({
          municipality: cell.municipality,
          ...readCell(row, cell, names[at]!, context),
        })),
      }),
    ),
  }
}

type Row = MatrixAnswer['rows'][number]

/** Unit, year, and what the uncertainty of its values rests on: `%, 2023, uppmätt osäkerhet`. */
function baseOf(row: Row, { restWords, matrix }: Texts): string {
  const rests = restsOf(row).map((rest) => restWords[rest])
  return [unitAndYear(row), rests.length === 0 ? '' : matrix.rests(rests.join(', '))].filter(Boolean).join(', ')
}

/** `%, 2023`. */
export const unitAndYear = ({ about, period }: Row): string =>
  [about.unit, period].filter((part) => part !== null && part !== '').join(', ')

/** What the uncertainty of a row's values rests on; several where they differ. */
export const restsOf = ({ cells }: Row): Uncertainty[] => [
  ...new Set(cells.filter(({ value }) => value !== null).map(({ uncertainty }) => uncertainty)),
]
