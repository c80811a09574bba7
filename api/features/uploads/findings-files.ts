import type { SheetData } from 'write-excel-file/node'
import type { UploadFinding } from '../../../data/model/upload.ts'
import type { Table } from '../../formats/table.ts'
import type { Language } from '../../language.ts'

const TITLES = {
  row: { sv: 'Rad', en: 'Row' },
  letter: { sv: 'Kolumn i filen', en: 'Column in the file' },
  column: { sv: 'Kolumn i formatet', en: 'Column of the format' },
  severity: { sv: 'Slag', en: 'Kind' },
  message: { sv: 'Vad som är fel', en: 'What is wrong' },
  rule: { sv: 'Regel', en: 'Rule' },
} as const

/** What is wrong, place by place. */
export const findingsTable = (findings: readonly UploadFinding[]): Table => ({
  name: ['findings'],
  columns: Object.entries(TITLES).map(([key, title]) => ({ key, title, type: key === 'row' ? 'integer' : 'text' })),
  rows: findings.map((finding) => ({ ...finding })),
})

const SHEETS = { list: { sv: 'Att rätta', en: 'To mend' }, map: { sv: 'Var i filen', en: 'Where in the file' } }
const MARK = { error: '#F4B183', warning: '#FFE699' } as const
const MOST_ROWS = 5000
const MOST_COLUMNS = 300

/** A workbook with the list, and a sheet that has the file's own shape: nothing in it but the marked cells. */
export async function markedWorkbook(findings: readonly UploadFinding[], language: Language): Promise<Buffer> {
  const keys = Object.keys(TITLES) as (keyof typeof TITLES)[]
  const header = keys.map((key) => ({ value: TITLES[key][language], fontWeight: 'bold' as const }))
  const rows = findings.map((finding) =>
    keys.map((key) => (finding[key] === null ? null : { value: finding[key], ...(key === 'row' && { type: Number }) })),
  )
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return writeXlsxFile([
    {
      sheet: SHEETS.list[language],
      data: [header, ...rows] as SheetData,
      stickyRowsCount: 1,
      columns: [8, 14, 26, 10, 90, 24].map((width) => ({ width })),
    },
    { sheet: SHEETS.map[language], data: marked(findings) as SheetData },
  ]).toBuffer()
}

function marked(findings: readonly UploadFinding[]) {
  const placed = findings
    .map(({ row, letter, rule, severity }) => ({
      row: row ?? 0,
      column: letter ? columnOf(letter) : -1,
      rule,
      severity,
    }))
    .filter(({ row, column }) => row > 0 && row <= MOST_ROWS && column >= 0 && column < MOST_COLUMNS)
  const height = Math.max(1, ...placed.map(({ row }) => row))
  const width = Math.max(1, ...placed.map(({ column }) => column + 1))
  const cells: (object | null)[][] = Array.from({ length: height }, () => new Array(width).fill(null))
  for (const { row, column, rule, severity } of placed)
    cells[row - 1]![column] = { value: rule, type: String, backgroundColor: MARK[severity] }
  return cells
}

/** 0 for A, 26 for AA. */
const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
