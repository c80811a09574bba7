import { indicatorColumns } from '../../../data/templates/indicators.ts'
import { surveyColumns } from '../../../data/templates/survey.ts'
import { columnLetters } from '../../check/headers.ts'
import { shownText } from '../../check/shown-text.ts'
import { say } from '../../language.ts'
import type { Likeness, Table } from '../../read/table.ts'
import { columnTwice, missingColumn } from '../number.ts'
import type { Reading } from '../reading.ts'

export type Column = (typeof indicatorColumns)[number]

/** The columns whose numbers are values, or parts of one: what else is a number is counted or is a code. */
export const VALUE_COLUMNS: readonly Column[] = ['varde', 'taljare', 'namnare']

const nameOf = (cell: string): string => cell.trim().toLowerCase()

/** How much a row looks like the header of such a file. */
export const likenessToIndicators: Likeness = (cells) => {
  const names = cells.map(nameOf)
  const likeness = (columns: readonly string[]) => names.filter((name) => columns.includes(name)).length
  if (names.includes('indikator')) return likeness(indicatorColumns)
  return names.includes('fraga') && names.includes('grad') ? likeness(surveyColumns) : 0
}

/** Where each column of a template stands; null, with findings, where the header cannot be used. */
export function columnsIn<Name extends string>(
  { header }: Table,
  reading: Reading,
  columns: readonly Name[],
  required: readonly Name[],
): Map<Name, number> | null {
  const names = header.cells.map(nameOf)
  const at = new Map(
    columns.flatMap((name): [Name, number][] => (names.includes(name) ? [[name, names.indexOf(name)]] : [])),
  )
  const missing = required.filter((name) => !at.has(name))
  const twice = columns.filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
  for (const column of missing) reading.found(missingColumn(header.row, column))
  for (const column of twice) reading.found(columnTwice(header.row, column))
  names.forEach((name, index) => {
    if (name !== '' && !(columns as readonly string[]).includes(name)) {
      reading.found(unknownColumn(header.row, index, header.cells[index] ?? ''))
    }
  })
  return missing.length + twice.length > 0 ? null : at
}

const unknownColumn = (row: number, index: number, heading: string) => ({
  row,
  column: columnLetters(index),
  rule: 'unknown-column',
  severity: 'warning' as const,
  message: say(
    `Kolumnen "${shownText(heading)}" hör inte till mallen och läses inte.`,
    `The column "${shownText(heading)}" does not belong to the template and is not read.`,
  ),
})
