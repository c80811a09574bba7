import * as XLSX from '@e965/xlsx'

/** A cell as it is written: a text, a number, or a number with a format, a formula without result, a date. */
export type Cell = string | number | null | { v?: number | string; z?: string; f?: string; t?: XLSX.ExcelDataType }

export interface SheetOf {
  name: string
  rows: Cell[][]
  hidden?: boolean
  merges?: string[]
}

/** Writes a workbook. */
export function bookOf(sheets: SheetOf[]): Buffer {
  const book = XLSX.utils.book_new()
  for (const { name, rows, merges } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (isRich(cell) ? null : cell))))
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (isRich(cell)) put(sheet, XLSX.utils.encode_cell({ r, c }), cell)
      })
    })
    const width = Math.max(1, ...rows.map((row) => row.length))
    sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: width - 1 } })
    if (merges) sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range))
    XLSX.utils.book_append_sheet(book, sheet, name)
  }
  book.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) }
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
}

const isRich = (cell: Cell): cell is Exclude<Cell, string | number | null> => typeof cell === 'object' && cell !== null

function put(sheet: XLSX.WorkSheet, at: string, cell: Exclude<Cell, string | number | null>): void {
  sheet[at] = { t: cell.t ?? 'n', ...cell }
}
