import type { Picture } from '../../../data/model/workbook-understanding.ts'
import { legend, MARKS } from './words.ts'

const MOST_COLUMNS = 7
const WIDEST = 16

/** The beginning of a sheet in characters: each cell behind a mark that says what it was taken for. */
export function linesOfPicture({ columns, rows }: Picture): string[] {
  const shown = columns.slice(0, MOST_COLUMNS)
  const head = ['', ...shown.map((letter) => `  ${letter}`)]
  const body = rows.map(({ row, cells }) => [
    String(row),
    ...cells.slice(0, MOST_COLUMNS).map(({ text, role }) => (text === '' ? '' : `${MARKS[role]} ${short(text)}`)),
  ])
  const widths = head.map((_, at) => Math.max(...[head, ...body].map((cells) => (cells[at] ?? '').length)))
  const line = (cells: string[]) => `  ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join('  ')}`.trimEnd()
  return [line(head), ...body.map(line), legend()]
}

const short = (text: string): string => (text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text)
