import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'

type Row = MatrixAnswer['rows'][number]
type Cell = Row['cells'][number]

const MOVED: readonly Cell['trend'][] = ['better', 'worse', 'increasing', 'decreasing']

/** What a row can be kept for, by the id in the address. */
const KEPT: Readonly<Record<string, (cell: Cell) => boolean>> = {
  worst: ({ band }) => band === 'worst',
  best: ({ band }) => band === 'best',
  changed: ({ trend }) => MOVED.includes(trend),
  improved: ({ trend }) => trend === 'better',
  declined: ({ trend }) => trend === 'worse',
}

/** The rows that the choice keeps: for the municipality's own cell, or for any cell where it has no column. */
export function rowsKept({ rows, columns }: MatrixAnswer, only: string, municipality: string): Row[] {
  const keeps = KEPT[only]
  if (!keeps) return [...rows]
  const own = columns.indexOf(municipality)
  return rows.filter(({ cells }) => (own === -1 ? cells.some(keeps) : keeps(cells[own]!)))
}
