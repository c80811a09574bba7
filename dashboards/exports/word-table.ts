import type { Cell, ExportedFigure } from './figure.ts'
import { CELL_MARGIN, type Layout, layoutOf } from './word-columns.ts'

type Docx = typeof import('docx')

/** A longer table would bury the figures. */
const MOST_ROWS = 45
/** Twentieths of a point that a standing head needs for its words. */
const HEAD_HEIGHT = 1500
const RULE = 'C9CED3'

/**
 * The figure's table as its page writes it, its head repeated on every page; null where a page cannot hold it.
 * @param room width between the margins, in twentieths of a point
 * @param stands where a cell's text stands: at the bottom among figures, at the top among texts
 */
export function wordTable(
  docx: Docx,
  { table }: Pick<ExportedFigure, 'table'>,
  room: number,
  stands: 'top' | 'bottom' = 'bottom',
) {
  const layout = table.rows.length <= MOST_ROWS ? layoutOf(table, room) : null
  if (!layout) return null
  const right = table.columns.map((_, at) => table.rows.some((row) => row[at]!.number !== undefined))
  const draw = drawer(docx, layout, right, stands)
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    columnWidths: layout.widths,
    width: { size: layout.widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    borders: bordersOf(docx),
    rows: [draw.head(table.columns), ...table.rows.map(draw.row)],
  })
}

function bordersOf(docx: Docx) {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: RULE }
  const rule = { style: docx.BorderStyle.SINGLE, size: 4, color: RULE }
  return { top: rule, bottom: rule, left: none, right: none, insideHorizontal: rule, insideVertical: none }
}

/** Draws rows of one table. @param right columns of numbers, which stand to the right */
function drawer(docx: Docx, { widths, size, headsStand }: Layout, right: readonly boolean[], place: 'top' | 'bottom') {
  const cell = (text: string, at: number, bold: boolean, stands: boolean) =>
    new docx.TableCell({
      width: { size: widths[at]!, type: docx.WidthType.DXA },
      margins: { left: CELL_MARGIN, right: CELL_MARGIN, top: 10, bottom: 10 },
      verticalAlign: place,
      ...(stands && { textDirection: docx.TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT }),
      children: [
        new docx.Paragraph({
          alignment: right[at] && !stands ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT,
          children: [new docx.TextRun({ text, bold, size })],
        }),
      ],
    })
  return {
    head: (titles: readonly string[]) =>
      new docx.TableRow({
        tableHeader: true,
        cantSplit: true,
        ...(headsStand && { height: { value: HEAD_HEIGHT, rule: docx.HeightRule.ATLEAST } }),
        children: titles.map((title, at) => cell(title, at, true, headsStand && at > 0)),
      }),
    row: (cells: readonly Cell[]) =>
      new docx.TableRow({ cantSplit: true, children: cells.map(({ text }, at) => cell(text, at, false, false)) }),
  }
}
