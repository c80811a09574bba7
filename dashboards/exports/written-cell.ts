import { type Lang, writeNumber } from '../../data/model/numbers.ts'
import type { Cell, Table } from './figure.ts'

/** A table's cell as text in the language: "1 234,5" in Swedish; an empty text for nothing. */
export function writtenCell(cell: Cell, column: Table['columns'][number], lang: Lang): string {
  return typeof cell === 'number' ? writeNumber(cell, column.decimals ?? 0, lang) : (cell ?? '')
}
