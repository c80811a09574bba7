import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import { inPlace } from '../../../data/model/findings/whom.ts'
import type { Context } from '../../page/view.ts'

/** How many rows are left, and for whose sake; nothing where all are. */
export function rowsLeft(
  count: number,
  { rows, columns }: MatrixAnswer,
  { state, texts, lists, lang }: Context,
): string {
  if (state.only === '') return ''
  const own = columns.includes(state.municipality) ? lists.municipalities.get(state.municipality) : undefined
  const where = own ? inPlace(own.name, lang) : texts.matrix.onlyAnywhere
  const what = texts.matrix.onlyOptions[state.only as Only].toLowerCase()
  return `${texts.matrix.shown(count, rows.length)}: ${what} ${where}`
}

type Only = keyof Context['texts']['matrix']['onlyOptions']

/** Whose places the rows are ordered by; nothing where they stand by area. */
export function ordered({ columns, names }: MatrixAnswer, { state, texts }: Context): string {
  const name = names[columns.indexOf(state.sort.replace('-', ''))]
  return name === undefined ? '' : texts.matrix.sorted(name, state.sort.startsWith('-'))
}
