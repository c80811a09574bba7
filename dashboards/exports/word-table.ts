import { decimalsAt, type ExportedFigure, type Table } from './figure.ts'
import { writtenCell } from './written-cell.ts'

type Docx = typeof import('docx')

/** A longer table would bury the figures, a wider one could not be read. */
const MOST = { rows: 60, columns: 16 }
/** From here on the columns are so narrow that the heads of numbers stand on end. */
const MANY_COLUMNS = 10

/** Whether a page of Word can hold the table. */
export const fits = ({ rows, columns }: Table): boolean => rows.length <= MOST.rows && columns.length <= MOST.columns

type Written = { text: string; right: boolean }

/** The figure's table, its head repeated on every page. */
export function wordTable(docx: Docx, { table, lang }: Pick<ExportedFigure, 'table' | 'lang'>) {
  const narrow = table.columns.length >= MANY_COLUMNS
  const right = table.columns.map((_, at) => table.rows.some((cells) => typeof cells[at] === 'number'))
  const head = table.columns.map(({ title }, at) => ({ text: title, right: right[at]! }))
  const rows = table.rows.map((cells, row) =>
    cells.map((value, at) => ({ text: writtenCell(value, decimalsAt(table, row, at), lang), right: right[at]! })),
  )
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: [headRow(docx, head, narrow), ...rows.map((cells) => bodyRow(docx, cells, narrow))],
  })
}

const HEAD_HEIGHT = 1500

function headRow(docx: Docx, cells: readonly Written[], narrow: boolean) {
  return new docx.TableRow({
    tableHeader: true,
    cantSplit: true,
    ...(narrow && { height: { value: HEAD_HEIGHT, rule: docx.HeightRule.ATLEAST } }),
    children: cells.map(
      ({ text, right }) =>
        new docx.TableCell({
          margins: MARGINS,
          verticalAlign: docx.VerticalAlignTable.BOTTOM,
          ...(narrow && right && { textDirection: docx.TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT }),
          children: [paragraph(docx, { text, right: right && !narrow }, { bold: true, size: sizeOf(narrow) })],
        }),
    ),
  })
}

const bodyRow = (docx: Docx, cells: readonly Written[], narrow: boolean) =>
  new docx.TableRow({
    cantSplit: true,
    children: cells.map(
      (cell) => new docx.TableCell({ margins: MARGINS, children: [paragraph(docx, cell, { size: sizeOf(narrow) })] }),
    ),
  })

const MARGINS = { left: 80, right: 80, top: 20, bottom: 20 }

/** In half points. */
const sizeOf = (narrow: boolean): number => (narrow ? 15 : 18)

const paragraph = (docx: Docx, { text, right }: Written, run: { bold?: boolean; size: number }) =>
  new docx.Paragraph({
    alignment: right ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT,
    children: [new docx.TextRun({ ...run, text })],
  })
