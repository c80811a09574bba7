import type { Column, Instrument } from '../../data/instruments/definition.ts'
import type { TableRow } from '../read/table-row.ts'
import type { Workbook } from '../read/workbook.ts'
import { identityRule } from './cell.ts'
import { columnLetters, isForbiddenColumn, plainName } from './headers.ts'
import type { Problem } from './rules.ts'

/** Which declared column stands where in a file; undefined at the places of those that do not belong. */
export type Layout = (Column | undefined)[]

/** Reads the header, and tells what is wrong with it. A heading that is not declared is never repeated. */
export function layoutOf(header: TableRow, instrument: Instrument): { layout: Layout; problems: Problem[] } {
  const byName = new Map(instrument.columns.map((column) => [plainName(column.id), column]))
  const layout = header.cells.map((cell) => byName.get(plainName(cell)))
  const problems = [
    ...header.cells.flatMap((cell, index) => headingProblem(cell, index, layout, header.row)),
    ...instrument.columns
      .filter((column) => column.required && !layout.includes(column))
      .map((column): Problem => ({ rule: 'column-missing', row: header.row, column: column.id })),
  ]
  return { layout, problems }
}

function headingProblem(cell: string, index: number, layout: Layout, row: number): Problem[] {
  const declared = layout[index]
  if (declared) return layout.indexOf(declared) < index ? [{ rule: 'column-twice', row, column: declared.id }] : []
  if (cell.trim() === '') return []
  const rule = identityRule(cell) ?? (isForbiddenColumn(cell) ? 'forbidden-column' : 'undeclared-column')
  return [{ rule, row, column: columnLetters(index) }]
}

/** The sheet whose first row has a pseudonym column; else the first that holds anything. */
export function sheetOfExtract({ sheets }: Workbook): number {
  const found = sheets.findIndex((sheet) => sheet.rows[0]?.cells.some((cell) => plainName(cell) === 'pseudo_id'))
  return found >= 0
    ? found
    : Math.max(
        0,
        sheets.findIndex((sheet) => sheet.rows.length > 0),
      )
}

/** What in a workbook beside the sheet of the extract could point out a person: other sheets, comments, properties. */
export function* problemsBeside(workbook: Workbook & { sheet: number }): Generator<Problem> {
  for (const [index, sheet] of workbook.sheets.entries()) {
    if (index === workbook.sheet) continue
    for (const { row, cells } of sheet.rows) yield* cells.flatMap((cell, i) => problemOf(cell, row, columnLetters(i)))
  }
  for (const { part, text } of workbook.texts) if (!/^docProps\//.test(part) || !isTime(text)) yield* problemOf(text)
  if (workbook.sealed.some((name) => !/printerSettings|^docProps\/thumbnail/.test(name))) yield { rule: 'sealed-part' }
}

const isTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z?$/.test(text)

function problemOf(text: string, row?: number, column?: string): Problem[] {
  const rule = identityRule(text)
  return rule ? [{ rule, ...(row !== undefined && { row }), ...(column !== undefined && { column }) }] : []
}
