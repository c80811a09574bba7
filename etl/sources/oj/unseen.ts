import type { Sheet } from '../../read/workbook.ts'

/** Characters that nobody sees. */
export const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** A sheet as a person sees it: what is invisible in a code, a heading or a number is no part of it. */
export function withoutUnseen(sheet: Sheet): Sheet {
  const isHidden = (cell: string): boolean => cell.search(UNSEEN) >= 0
  if (!sheet.rows.some(({ cells }) => cells.some(isHidden))) return sheet
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(seen) })) }
}

const seen = (cell: string): string => cell.replace(UNSEEN, '')
