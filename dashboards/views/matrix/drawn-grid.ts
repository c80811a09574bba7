import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import type { CellGrid, GridRow } from '../../charts/grid.ts'
import type { Context } from '../../page/view.ts'
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
        base: baseOf(row),
        cells: row.cells.map((cell, at) => ({
          municipality: cell.municipality,
          ...readCell(row, cell, names[at]!, context),
        })),
      }),
    ),
  }
}

/** Unit and year: `%, 2023`. */
export const baseOf = ({ about, period }: MatrixAnswer['rows'][number]): string =>
  period === null ? about.unit : `${about.unit}, ${period}`
