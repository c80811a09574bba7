import { type Lang, writeNumber } from '../../data/model/numbers.ts'
import type { Cell } from './figure.ts'

/** A table's cell as text in the language: "1 234,5" in Swedish; an empty text for nothing. */
export function writtenCell(cell: Cell, decimals: number, lang: Lang): string {
  return typeof cell === 'number' ? writeNumber(cell, decimals, lang) : (cell ?? '')
}
