import type { Language } from '../language.ts'
import type { Cell, Table } from './table.ts'

const BYTE_ORDER_MARK = '\uFEFF'
/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** CSV in UTF-8 with a byte order mark: `;` and decimal comma in Swedish, `,` and decimal point in English. */
export function csvOf(table: Table, language: Language): Buffer {
  const separator = language === 'sv' ? ';' : ','
  const lines = [
    table.columns.map(({ key }) => key),
    ...table.rows.map((row) => table.columns.map(({ key }) => written(row[key] ?? null, language))),
  ]
  return Buffer.from(
    BYTE_ORDER_MARK +
      lines
        .map((cells) => cells.map(quoted(separator)).join(separator))
        .join('\r\n')
        .concat('\r\n'),
  )
}

function written(cell: Cell, language: Language): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return language === 'sv' ? String(cell).replace('.', ',') : String(cell)
  const text = String(cell)
  return FORMULA.test(text) ? `'${text}` : text
}

const quoted = (separator: string) => (text: string) =>
  text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
