import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import { placeOf } from '../../../data/model/findings/quarters.ts'

type Row = MatrixAnswer['rows'][number]
type Cell = Row['cells'][number]

const MOVED: readonly Cell['trend'][] = ['better', 'worse', 'increasing', 'decreasing']

/** What a row can be kept for, by the id in the address. */
const KEPT: Readonly<Record<string, (cell: Cell, row: Row) => boolean>> = {
  worst: ({ band }, row) => placeOf(band, row) === 'worst',
  best: ({ band }, row) => placeOf(band, row) === 'best',
  changed: ({ trend }) => MOVED.includes(trend),
  improved: ({ trend }) => trend === 'better',
  declined: ({ trend }) => trend === 'worse',
}

/** Whether anybody has a value. */
export const hasValue = ({ cells }: Row): boolean => cells.some(({ value }) => value !== null)

/**
 * The rows that the choice keeps: for the municipality's own cell, or for any cell where it has no column. Without a choice
 * those in which anybody has a value.
 */
export function rowsKept({ rows, columns }: MatrixAnswer, only: string, municipality: string): Row[] {
  const keeps = KEPT[only]
  if (!keeps) return rows.filter(hasValue)
  const own = columns.indexOf(municipality)
  return rows.filter((row) => (own === -1 ? row.cells.some((cell) => keeps(cell, row)) : keeps(row.cells[own]!, row)))
}
