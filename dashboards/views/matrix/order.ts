import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import { isQuarter, placeOf } from '../../../data/model/findings/quarters.ts'

type Row = MatrixAnswer['rows'][number]

const BAND_ORDER = { best: 0, middle: 1, worst: 2 } as const

/**
 * The rows by one municipality's places, best first (`0184`) or worst first (`-0184`); the order of the answer otherwise.
 * Rows without a place stay last, and equals keep their order.
 */
export function orderedRows(answer: MatrixAnswer, sort: string): Row[] {
  const column = answer.columns.indexOf(sort.replace('-', ''))
  if (column === -1) return [...answer.rows]
  const sign = sort.startsWith('-') ? -1 : 1
  const orderOf = (row: Row) => {
    const place = placeOf(row.cells[column]?.band ?? null, row)
    return isQuarter(place) ? sign * BAND_ORDER[place] : Number.POSITIVE_INFINITY
  }
  return answer.rows
    .map((row) => ({ row, place: orderOf(row) }))
    .sort((a, b) => difference(a.place, b.place))
    .map(({ row }) => row)
}

const difference = (a: number, b: number) => (a === b ? 0 : a - b)
