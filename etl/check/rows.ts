import type { Instrument } from '../../data/instruments/definition.ts'
import type { ExtractMapping } from '../../data/model/extract-mapping.ts'
import { DEFAULT_LIMITS, type Limits } from '../read/refused.ts'
import { openTable } from '../read/table.ts'
import type { TableRow } from '../read/table-row.ts'
import { type CellReading, cellReader, identityRule } from './cell.ts'
import { namesPerson } from './file-name.ts'
import { columnLetters } from './headers.ts'
import { type Layout, layoutOf, problemsBeside, sheetOfExtract } from './layout.ts'
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
  const table = await openTable(path, { limits, chooseSheet: sheetOfExtract })
  const placed = mapping && placesOf(table.header, instrument, mapping)
  const { layout, problems } = placed ? { layout: [], problems: placed.problems } : layoutOf(table.header, instrument)
  problems.forEach(tell)
  if (table.workbook) for (const problem of problemsBeside(table.workbook)) tell(problem)
  const { cells } = table.header
  const read = placed ? placedReader(placed, cells, tell) : rowReader(layout, cells, tell)
  for await (const row of table.rows) yield read(row)
}

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
