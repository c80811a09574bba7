import { watched } from '../../check/figure-file.ts'
import { told } from '../../check/rules.ts'
import { say } from '../../language.ts'
import type { Likeness, Table } from '../../read/table.ts'
import { numberOf } from '../../read/written-number.ts'
import { FigureCheck } from '../figure-check.ts'
import { columnTwice, missingColumn, notNumber, twofold, yearOf } from '../number.ts'
import type { Reading } from '../reading.ts'
import { type Doubt, koladaValue } from './value.ts'

const REQUIRED = ['kpi', 'municipality', 'period', 'gender', 'value'] as const
const COLUMNS = { indicator: 'kpi', municipality: 'municipality', period: 'period', sex: 'gender', value: 'value' }

export const KOLADA_VALUES: readonly string[] = [COLUMNS.value]

/** Whether a header is that of Kolada's long table. */
export function isKoladaHeader(cells: readonly string[]): boolean {
  const names = cells.map(nameOf)
  return names.includes('kpi') && names.includes('municipality')
}

/** How much a row looks like that header. */
export const likenessToKolada: Likeness = (cells) =>
  isKoladaHeader(cells) ? cells.filter((cell) => REQUIRED.some((name) => name === nameOf(cell))).length : 0

const nameOf = (cell: string) => cell.trim().toLowerCase()

/** Reads Kolada's long table `kpi,municipality,period,gender,value[,status]`, columns in any order. Its decimals stand behind a point. */
export async function readKoladaCsv(table: Table, reading: Reading): Promise<void> {
  const names = table.header.cells.map(nameOf)
  const missing = REQUIRED.filter((name) => !names.includes(name))
  for (const column of missing) reading.found(missingColumn(table.header.row, column))
  const twice = names.filter((name, at) => declaredName(name) !== '' && names.indexOf(name) < at)
  for (const column of twice) reading.found(columnTwice(table.header.row, column))
  if (missing.length + twice.length > 0) return
  const [kpi, municipality, period, gender, value] = REQUIRED.map((name) => names.indexOf(name)) as FiveColumns
  const line: Line = { kpi, municipality, period, gender, value, status: names.indexOf('status') }
  const check = new FigureCheck(reading, COLUMNS)
  const columns = { names: names.map(declaredName), values: KOLADA_VALUES }
  const rows = watched(table, (problem) => reading.found(told(problem)), columns)
  for await (const { row, cells, notes } of rows) {
    reading.counted()
    if (notes?.[value] && cells[value]!.includes(',')) reading.found(twofold(row, COLUMNS.value))
    else if (cells.length === names.length) readLine(row, cells, line, check, reading)
    else reading.found(wrongWidth(row, names.length, cells.length))
  }
}

/** Headings that are not ours may be anything and are not repeated. */
const declaredName = (name: string): string => ([...REQUIRED, 'status'].includes(name) ? name : '')

type FiveColumns = [number, number, number, number, number]
type Line = Record<(typeof REQUIRED)[number] | 'status', number>

function readLine(row: number, cells: string[], line: Line, check: FigureCheck, reading: Reading): void {
  const cell = (column: keyof Line) => cells[line[column]]?.trim() ?? ''
  const indicator = check.indicator(row, cell('kpi'))
  const number = numberOf(cell('value'))
  if (number === undefined) reading.found(notNumber(row, COLUMNS.value))
  if (!indicator || number === undefined) return
  const found = koladaValue(number, cell('status'), indicator)
  if (typeof found === 'string') {
    reading.found(doubtful(row, found))
    return
  }
  const place = {
    municipality: cell('municipality'),
    period: yearOf(cell('period')),
    sex: cell('gender'),
  }
  check.take(row, { indicator, ...place, ...found })
}

const wrongWidth = (row: number, expected: number, found: number) => ({
  row,
  column: null,
  rule: 'column-count',
  severity: 'error' as const,
  message: say(
    `Raden har ${found} kolumner i stället för ${expected}; filen kan vara avkortad.`,
    `The row has ${found} columns instead of ${expected}; the file may be truncated.`,
  ),
})

/** Value and status do not go together. */
export const doubtful = (row: number, rule: Doubt) => ({
  row,
  column: 'status',
  rule,
  severity: 'error' as const,
  message:
    rule === 'unknown-status'
      ? say(
          'Status ska vara tom, Missing, Privacy eller Not applicable.',
          'Status must be empty, Missing, Privacy or Not applicable.',
        )
      : say(
          'Raden har både ett värde och en status som säger att det saknas.',
          'The row has both a value and a status that says it is missing.',
        ),
})
