import type { Lang } from './numbers.ts'

type Cell = string | number | boolean | null

const BYTE_ORDER_MARK = '\uFEFF'
/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** Lines of cells as CSV with a byte order mark: `;` and decimal comma in Swedish, `,` and decimal point in English. */
export function csvText(lines: readonly (readonly Cell[])[], lang: Lang): string {
  const separator = lang === 'sv' ? ';' : ','
  const written = lines.map((cells) => cells.map((cell) => quoted(cellText(cell, lang), separator)).join(separator))
  return `${BYTE_ORDER_MARK}${written.join('\r\n')}\r\n`
}

function cellText(cell: Cell, lang: Lang): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return lang === 'sv' ? String(cell).replace('.', ',') : String(cell)
  const text = String(cell)
  return FORMULA.test(text) ? `'${text}` : text
}

const quoted = (text: string, separator: string): string =>
  text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
