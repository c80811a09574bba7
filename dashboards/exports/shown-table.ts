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

const BYTE_ORDER_MARK = '\uFEFF'
/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** As the API writes CSV: `;` and decimal comma in Swedish, `,` and decimal point in English. */
export function csvOf({ columns, rows }: LongForm, lang: Lang): Blob {
  const separator = lang === 'sv' ? ';' : ','
  const written = (cell: string | number | null): string => {
    if (typeof cell === 'number') return lang === 'sv' ? String(cell).replace('.', ',') : String(cell)
    const text = FORMULA.test(cell ?? '') ? `'${cell}` : (cell ?? '')
    return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines = [columns, ...rows].map((cells) => cells.map(written).join(separator))
  return new Blob([`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' })
}
