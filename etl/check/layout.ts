import type { Column, Instrument } from '../../data/instruments/definition.ts'
import type { TableRow } from '../read/table-row.ts'
import { columnLetters, isForbiddenColumn, plainName } from './headers.ts'
import { isSomebodys } from './heading-row.ts'
import { identityRule } from './person.ts'
import type { Problem } from './rules.ts'

/** Which declared column stands where in a file; undefined at the places of those that do not belong. */
export type Layout = (Column | undefined)[]

/** Reads the header, and tells what is wrong with it. A heading that is not declared is never repeated. */
export function layoutOf(header: TableRow, instrument: Instrument): { layout: Layout; problems: Problem[] } {
  const byName = new Map(instrument.columns.map((column) => [plainName(column.id), column]))
  const layout = header.cells.map((cell) => byName.get(plainName(cell)))
  const hasNone = layout.every((column) => column === undefined) && isSomebodys(header.cells)
  const problems: Problem[] = [
    ...(hasNone ? [{ rule: 'no-headings', row: header.row, column: columnLetters(0) } as const] : []),
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
