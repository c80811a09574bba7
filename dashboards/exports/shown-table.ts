import { csvText } from '../../data/model/csv.ts'
import type { Lang } from '../../data/model/numbers.ts'
import type { FigureSpec } from '../page/figure-spec.ts'
import type { LongForm } from './figure.ts'
import { tableCells } from './table-cells.ts'

/** Whether the figures behind are closed to who sees the figure, as to a guest of a session whom a card shows it. */
export const isClosed = ({ status }: Response): boolean => status === 401 || status === 403

/** What the figure shows and nothing else, for those to whom the figures behind are closed. */
export function shownTable({ table }: Pick<FigureSpec, 'table'>, lang: Lang): LongForm {
  const { columns, rows } = tableCells(table, lang)
  return { columns, rows: rows.map((row) => row.map(({ text, number }) => number ?? text)) }
}

/** As the API writes CSV. */
export const csvOf = ({ columns, rows }: LongForm, lang: Lang): Blob =>
  new Blob([csvText([columns, ...rows], lang)], { type: 'text/csv;charset=utf-8' })
