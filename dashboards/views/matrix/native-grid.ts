import { signOf } from '../../charts/doubt.ts'
import type { CellGrid } from '../../charts/grid.ts'
import type { Grid } from '../../native-charts/table.ts'

/** The drawn overview as a table that PowerPoint can edit. @param corner what stands over the names of the rows */
export function nativeGrid({ columns, rows, own }: CellGrid, corner: string): Grid {
  return {
    corner,
    columns: columns.map(({ municipality, name }) => ({ name, own: municipality === own })),
    rows: rows.map(({ name, base, cells }) => ({
      name,
      base,
      cells: cells.map(({ written, mark, doubt, moving }) => ({
        written,
        moving,
        sign: mark ? signOf(mark, doubt ?? 'sure') : '',
        band: mark?.name ?? 'missing',
      })),
    })),
  }
}
