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
      cells: cells.map(({ written, mark, moving }) => ({
        written,
        moving,
        sign: mark?.sign ?? '',
        band: mark?.name ?? 'missing',
      })),
    })),
  }
}
