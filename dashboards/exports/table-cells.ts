import { type Lang, readNumber } from '../../data/model/numbers.ts'
import { type Table as PageTable, withContent } from '../page/figure-table.ts'
import type { Cell, Table } from './figure.ts'

/** The page's table, with its numbers known as numbers and without the columns that say nothing. */
export function tableCells(table: PageTable, lang: Lang): Table {
  const { columns, rows } = withContent(table)
  const ofYears = columns.map((_, at) => rows.length > 0 && rows.every((row) => YEAR.test(row[at] ?? '')))
  return {
    columns: columns.map(({ label }) => label),
    rows: rows.map((row) =>
      row.map((text, at) => (ofYears[at] ? yearCell(text) : columns[at]?.numeric ? cellOf(text, lang) : { text })),
    ),
  }
}

const YEAR = /^(19|20)\d\d$/

const yearCell = (text: string): Cell => ({ text, number: Number(text), format: '0' })

/** A written number is a number again, to the decimals that were written; a difference keeps its sign. */
function cellOf(text: string, lang: Lang): Cell {
  const isDifference = text.startsWith('+')
  const number = readNumber(isDifference ? text.slice(1) : text, lang)
  if (number === null) return { text }
  const decimals = /[.,](\d+)$/.exec(lang === 'en' ? text.replaceAll(/,(?=\d{3})/g, '') : text)?.[1]?.length ?? 0
  const format = decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0'
  return { text, number, format: isDifference ? `+${format};-${format};${format}` : format }
}
