import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import type { Context } from '../../page/view.ts'

/** The choices that ask whether something has changed. */
const CHANGES: readonly string[] = ['changed', 'improved', 'declined']

/**
 * Rows with a value whose change cannot be judged: of the municipality, or of every one where it has no column. The trend
 * needs five years in a row and what each value is based on, which most sources do not publish.
 */
export function unjudged({ rows, columns }: MatrixAnswer, municipality: string): number {
  const own = columns.indexOf(municipality)
  const asked = rows.map(({ cells }) => (own === -1 ? cells : [cells[own]!]).filter(({ value }) => value !== null))
  return asked.filter((cells) => cells.length > 0 && cells.every(({ trend }) => trend === null)).length
}

/** How many rows are left out because nobody can tell whether they have changed, and why; else nothing. */
export function notJudged(answer: MatrixAnswer, { state, texts }: Context): string {
  const count = CHANGES.includes(state.only) ? unjudged(answer, state.municipality) : 0
  return count === 0 ? '' : texts.matrix.notJudged(count, answer.rows.length)
}
