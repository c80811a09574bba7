import type { Column, Instrument } from '../../data/instruments/definition.ts'
import { type ExtractMapping, headingsOf } from '../../data/model/extract-mapping.ts'
import { DEFAULT_LIMITS, type Limits } from '../read/refused.ts'
import { openTable, type Table } from '../read/table.ts'
import type { TableRow } from '../read/table-row.ts'
import { problemsBeside } from './beside.ts'
import { type CellReading, cellReader } from './cell.ts'
import { namesPerson } from './file-name.ts'
import { columnLetters } from './headers.ts'
import { type Layout, layoutOf } from './layout.ts'
import { likenessTo } from './likeness.ts'
import { identityRule } from './person.ts'
import { type Place, type Places, placesOf } from './places.ts'
import type { Problem } from './rules.ts'

/** A row of an extract by column id: codes, numbers, null where missing. Columns the file lacks are absent. */
export interface ExtractRow {
  row: number
  values: Record<string, string | number | null>
  /** Ids of the missing ones that were answered N. */
  notApplicable: string[]
}

/** How a file of rows is read. */
export interface RowOptions {
  limits?: Limits | undefined
  /** What the file's own headings and codes are in the format; without it they are the format's. */
  mapping?: ExtractMapping | undefined
}

/**
 * The rows of an extract file, each cell held to its column's definition. What is wrong goes to `tell`, never a value
 * with it; a row with a problem is given too, the value in question null.
 * @throws RefusedFile when the file as a whole cannot be read
 */
export async function* readRows(
  path: string,
  instrument: Instrument,
  tell: (problem: Problem) => void,
  { limits = DEFAULT_LIMITS, mapping }: RowOptions = {},
): AsyncGenerator<ExtractRow> {
  if (namesPerson(path)) tell({ rule: 'identity-file-name' })
  const likeness = likenessTo(instrument, mapping ? Object.values(mapping.columns).flatMap(headingsOf) : [])
  const table = await openTable(path, { limits, likeness })
  const placed = mapping && placesOf(table.header, instrument, mapping)
  const { layout, problems } = placed ? { layout: [], problems: placed.problems } : layoutOf(table.header, instrument)
  problems.forEach(tell)
  for (const problem of problemsBeside(table, pseudonymsIn(table, indexOfPseudonyms(layout, placed)))) tell(problem)
  const { cells } = table.header
  const read = placed ? placedReader(placed, cells, tell) : rowReader(layout, cells, tell)
  const numbers = numberColumns(layout, placed)
  for await (const row of table.rows) {
    for (const problem of rowProblems(row, numbers)) tell(problem)
    yield read(row)
  }
}

/** What is wrong with a row whatever its columns are. */
function* rowProblems({ row, short, notes }: TableRow, numbers: ReadonlyMap<number, string>): Generator<Problem> {
  if (short) yield { rule: 'row-cut', row }
  for (const [index, { kind }] of Object.entries(notes ?? {})) {
    if (kind === 'uncomputed') yield { rule: 'uncomputed', row, column: columnLetters(Number(index)) }
    const column = numbers.get(Number(index))
    if (kind === 'two-readings' && column) yield { rule: 'two-readings', row, column }
  }
}

/** The columns of numbers, by where they stand. */
function numberColumns(layout: Layout, placed: Places | undefined): Map<number, string> {
  const columns = placed
    ? placed.places.flatMap(({ column, indices }) => indices.map((index) => [index, column] as const))
    : layout.map((column, index) => [index, column] as const)
  return new Map(
    columns.flatMap(([index, column]) => (column && isNumber(column) ? [[index, column.id] as const] : [])),
  )
}

const isNumber = ({ content: { kind } }: Column): boolean => kind === 'whole' || kind === 'amount'

/** The pseudonyms of a workbook's extract: nowhere else may one of them stand. */
function pseudonymsIn({ workbook, header }: Table, at: number): Set<string> {
  const rows = at < 0 ? [] : (workbook?.sheets[workbook.sheet]?.rows ?? []).filter(({ row }) => row > header.row)
  return new Set(rows.map(({ cells }) => cells[at]?.trim() ?? '').filter((text) => text.length >= SHORTEST_PSEUDONYM))
}

const SHORTEST_PSEUDONYM = 5

const indexOfPseudonyms = (layout: Layout, placed: Places | undefined): number =>
  placed
    ? (placed.places.find(({ column }) => isPseudonym(column))?.indices[0] ?? -1)
    : layout.findIndex((column) => isPseudonym(column))

const isPseudonym = (column: Column | undefined): boolean => column?.content.kind === 'pseudonym'

function rowReader(layout: Layout, header: string[], tell: (problem: Problem) => void): (row: TableRow) => ExtractRow {
  const readers = layout.map((column, index) =>
    column ? declaredReader(column.id, cellReader(column)) : undeclaredReader(index, header[index]?.trim() !== ''),
  )
  return ({ row, cells }) => {
    const result: ExtractRow = { row, values: {}, notApplicable: [] }
    const width = Math.max(cells.length, readers.length)
    for (let index = 0; index < width; index++) {
      const problem = (readers[index] ?? undeclaredReader(index, false))(cells[index] ?? '', result)
      if (problem) tell(problem)
    }
    return result
  }
}

/** Reads by a mapping: each place of the format, and beside them whatever the mapping leaves out. */
function placedReader({ places, left }: Places, header: string[], tell: (problem: Problem) => void) {
  const readers = places.map((place) => [place, declaredReader(place.column.id, cellReader(place.column))] as const)
  const taken = new Set(places.flatMap(({ indices }) => indices))
  const beside = header.flatMap((cell, index) =>
    taken.has(index) ? [] : [[index, undeclaredReader(index, left.has(index) || cell.trim() !== '')] as const],
  )
  return ({ row, cells }: TableRow): ExtractRow => {
    const result: ExtractRow = { row, values: {}, notApplicable: [] }
    const found = [
      ...readers.map(([place, read]) => read(place.translate(cellsOf(place, cells)), result)),
      ...beside.map(([index, read]) => read(cells[index] ?? '', result)),
      ...cells.slice(header.length).map((cell, i) => undeclaredReader(header.length + i, false)(cell, result)),
    ]
    for (const problem of found) if (problem) tell(problem)
    return result
  }
}

const cellsOf = ({ indices }: Place, cells: string[]): string[] => indices.map((index) => cells[index] ?? '')

type PlaceReader = (cell: string, into: ExtractRow) => Problem | null

function declaredReader(id: string, read: (cell: string) => CellReading): PlaceReader {
  return (cell, into) => {
    const { value, notApplicable, rule, about } = read(cell)
    into.values[id] = value
    if (notApplicable) into.notApplicable.push(id)
    return rule ? { rule, row: into.row, column: id, ...(about && { about }) } : null
  }
}

/** Looks for what could point out a person; without a heading, whatever stands there does not belong. */
function undeclaredReader(index: number, hasHeading: boolean): PlaceReader {
  return (cell, { row }) => {
    const rule = identityRule(cell) ?? (!hasHeading && cell.trim() !== '' ? 'undeclared-column' : null)
    return rule ? { rule, row, column: columnLetters(index) } : null
  }
}
