import type { TableRow } from '../../read/table-row.ts'
import type { Sheet } from '../../read/workbook.ts'
import { codeIn, type Place, placeIn } from './places.ts'
import {
  CODE_HEADING,
  INDICATOR_HEADING,
  LABEL_HEADING,
  NAME_HEADING,
  NEVER_CODES,
  SEX_HEADING,
  YEAR_HEADING,
} from './words.ts'

/** How it is known where the places stand. */
interface PlaceColumn {
  column: number
  by: 'code' | 'name'
  /** Filled cells below the header, those of them that are places, and those whose name beside them is another's. */
  filled: number
  places: number
  agreeing: number
  disagreeing: number
  /** Where the names stand that the codes were held against. */
  names: number | null
  heading: string
}

/** A table in a sheet. Columns are counted from 0, rows as a spreadsheet counts. */
export interface FoundTable {
  sheet: Sheet
  /** Texts above the header. */
  title: string[]
  header: TableRow[]
  places: PlaceColumn
  /** Columns that hold texts in the rows of municipalities: names, counties, groups. */
  labels: Set<number>
  rows: TableRow[]
}

/** Where the header ends and the codes stand, where that was said. */
type Said = { headerRow?: number | undefined; codes?: number | undefined }

/** A sheet is asked about by whoever tells what the file is, looks for persons, and reads it. */
const foundIn = new WeakMap<Sheet, FoundTable[]>()

/** The parts of a sheet that hold a table of municipalities each. @param said.headerRow the last row of the header */
export function tablesIn(sheet: Sheet, said?: Said): FoundTable[] {
  if (said) return tablesAsSaid(sheet, said)
  const found = foundIn.get(sheet) ?? tablesAsSaid(sheet, {})
  foundIn.set(sheet, found)
  return found
}

function tablesAsSaid(sheet: Sheet, said: Said): FoundTable[] {
  const rows = visibleRows(sheet)
  const starts = said.headerRow === undefined ? blockStarts(rows) : [0]
  return starts.flatMap((start, i): FoundTable[] => {
    const table = tableOf(sheet, rows.slice(start, starts[i + 1]), said)
    return table ? [table] : []
  })
}

/** Rows and columns that the spreadsheet does not show are no part of the table. */
function visibleRows({ rows, hiddenRows, hiddenColumns }: Sheet): TableRow[] {
  const shown = rows.filter(({ row }) => !hiddenRows.has(row))
  if (hiddenColumns.size === 0) return shown
  return shown.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => (hiddenColumns.has(column) ? '' : cell)),
  }))
}

const isAnchor = ({ cells }: TableRow): boolean =>
  cells.slice(0, FIRST_COLUMNS).some((cell) => CODE_HEADING.test(cell.trim()) || NAME_HEADING.test(cell.trim())) &&
  cells.filter((cell) => cell.trim() !== '').length > 1
const FIRST_COLUMNS = 6

/** Where blocks begin: at the rows between the last place of one table and the header of the next. */
function blockStarts(rows: TableRow[]): number[] {
  const starts = [0]
  let lastPlace = -1
  rows.forEach((row, at) => {
    if (isAnchor(row)) {
      if (lastPlace >= 0) starts.push(lastPlace + 1)
      lastPlace = -1
    } else if (row.cells.slice(0, FIRST_COLUMNS).some((cell) => placeIn(cell)?.kind === 'municipality')) lastPlace = at
  })
  return starts
}

function tableOf(sheet: Sheet, rows: TableRow[], said: Said): FoundTable | null {
  const places = placeColumn(rows, said)
  if (!places) return null
  const isPlace = ({ cells }: TableRow): boolean => placeIn(cells[places.column] ?? '')?.kind === 'municipality'
  const firstPlace = rows.findIndex((row) => isPlace(row) && row.row > (said.headerRow ?? 0))
  if (firstPlace < 0) return null
  const labels = labelColumns(rows.slice(firstPlace).filter(isPlace), places)
  const first =
    said.headerRow === undefined
      ? firstData(rows, firstPlace, labels)
      : rows.findIndex(({ row }) => row > said.headerRow!)
  const top = headerTop(rows, first, labels)
  const title = rows.slice(0, top).flatMap(({ cells }) => cells.filter((cell) => cell.trim() !== ''))
  return { sheet, title, header: rows.slice(top, first), places, labels, rows: rows.slice(first) }
}

/** Goes up from the first municipality over rows of sums: they are data, not header. */
function firstData(rows: TableRow[], firstPlace: number, labels: ReadonlySet<number>): number {
  let first = firstPlace
  while (first > 0 && isSum(rows[first - 1] as TableRow, labels)) first -= 1
  return first
}

/** Whether a row's labels speak of more than one municipality, or of a part of one. */
export function isSum({ cells }: TableRow, labels: ReadonlySet<number>): boolean {
  return Array.from(labels).some((column) => {
    const cell = cells[column] ?? ''
    return !isHeadingWord(cell) && ['sum', 'district'].includes(placeIn(cell)?.kind ?? '')
  })
}

const isHeadingWord = (cell: string): boolean =>
  [CODE_HEADING, NAME_HEADING, YEAR_HEADING, LABEL_HEADING].some((form) => form.test(cell.trim()))

const MOST_HEADER_ROWS = 8

/** The first row of the header: above it stand titles, which fill nothing but the labels, and empty rows. */
function headerTop(rows: TableRow[], first: number, labels: ReadonlySet<number>): number {
  let top = first
  while (top > 0 && first - top < MOST_HEADER_ROWS) {
    const above = rows[top - 1] as TableRow
    const isNext = top === first || above.row === (rows[top] as TableRow).row - 1
    if (!isNext || (top < first && !headsColumns(above, labels))) break
    top -= 1
  }
  return top
}

const headsColumns = ({ cells }: TableRow, labels: ReadonlySet<number>): boolean =>
  cells.some((cell, column) => !labels.has(column) && cell.trim() !== '')

/** Columns in which the rows of municipalities mostly hold text that is no number: they name things. */
function labelColumns(rows: TableRow[], places: PlaceColumn): Set<number> {
  const labels = new Set([places.column, ...(places.names === null ? [] : [places.names])])
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const end = firstMeasured(rows, width, labels)
  for (let column = 0; column < end; column++) labels.add(column)
  return labels
}

/** The first column right of the places in which a municipality has a number or a mark. */
function firstMeasured(rows: TableRow[], width: number, labels: ReadonlySet<number>): number {
  for (let column = Math.max(...labels) + 1; column < width; column++) {
    const cells = rows.map((row) => row.cells[column]?.trim() ?? '').filter((cell) => cell !== '')
    const texts = cells.filter((cell) => /\p{L}{2}/u.test(cell) && !/^(?:ja|nej)\b|saknas|svar/i.test(cell))
    if (cells.length > 0 && texts.length < cells.length * MOSTLY) return column
    if (new Set(texts).size > cells.length / 2 && !cells.some((cell) => placeIn(cell))) return column
  }
  return width
}
const MOSTLY = 0.5

type Candidate = PlaceColumn & { sure: number }

/**
 * The column that says which municipality a row is about: one whose filled cells mostly are codes, and agree with the
 * names beside them or stand below a heading of codes; else one of names. Never one of years, counts or numbers.
 */
function placeColumn(rows: TableRow[], said: { codes?: number | undefined }): PlaceColumn | null {
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.map(({ cells }) => cells.length)))
  const names = nameColumns(rows, width)
  const columns = said.codes === undefined ? Array.from({ length: width }, (_, column) => column) : [said.codes]
  const codes = columns.flatMap((column) =>
    codeCandidate(rows, column, names[0]?.column ?? null, said.codes !== undefined),
  )
  const best = codes.sort((a, b) => b.sure - a.sure || b.places - a.places || a.column - b.column)[0]
  return best ?? names[0] ?? null
}
const MOST_COLUMNS = 60

function codeCandidate(rows: TableRow[], column: number, names: number | null, isSaid: boolean): Candidate[] {
  const { heading, cells } = columnBelow(rows, column, (place) => place.kind === 'municipality' && !place.name)
  const combined = columnBelow(rows, column, (place) => place.kind === 'municipality' && place.name)
  const withName = combined.cells.filter(({ cell }) => /^\s*\d{4}\D/.test(cell))
  if (withName.length > 0 && cells.length === 0)
    return [sureOf(column, combined.heading, combined.cells, null, isSaid)].filter(isLikely(isSaid))
  if (cells.length === 0 || (!isSaid && NEVER_CODES.test(heading))) return []
  return [sureOf(column, heading, cells, names === column ? null : names, isSaid)].filter(isLikely(isSaid))
}

type Cell = { cell: string; row: TableRow }

/** A column's filled cells from the first place on, and the text that stands nearest above it. */
function columnBelow(
  rows: TableRow[],
  column: number,
  isPlace: (place: Place) => boolean,
): { heading: string; cells: Cell[] } {
  const first = rows.findIndex(({ cells }) => {
    const place = placeIn(cells[column] ?? '')
    return place !== null && isPlace(place)
  })
  if (first < 0) return { heading: headingAbove(rows, rows.length, column), cells: [] }
  const cells = rows.slice(first).map((row) => ({ cell: row.cells[column]?.trim() ?? '', row }))
  return { heading: headingAbove(rows, first, column), cells: cells.filter(({ cell }) => cell !== '') }
}

function headingAbove(rows: TableRow[], first: number, column: number): string {
  for (let at = first - 1; at >= 0; at--) {
    const cell = rows[at]?.cells[column]?.trim() ?? ''
    if (cell !== '' && !/^\d+$/.test(cell) && placeIn(cell)?.kind !== 'sum') return cell
  }
  return ''
}

function sureOf(column: number, heading: string, cells: Cell[], names: number | null, isSaid: boolean): Candidate {
  const places = cells.map(({ cell }) => placeIn(cell))
  const isCode = places.filter((place) => place?.kind === 'municipality').length
  const isNeutral = places.filter((place) => place?.kind === 'sum').length
  const pairs = names === null ? [] : cells.flatMap(({ cell, row }) => agreement(cell, row.cells[names] ?? ''))
  const agreeing = cells.some(({ cell }) => /^\d{4}\D/.test(cell)) ? isCode : pairs.filter(Boolean).length
  const named = CODE_HEADING.test(heading) || isSaid
  return {
    column,
    by: 'code',
    filled: cells.length - isNeutral,
    places: isCode,
    agreeing,
    disagreeing: pairs.length - pairs.filter(Boolean).length,
    names,
    heading,
    sure: (named ? 2 : 0) + (agreeing > 0 ? 1 : 0),
  }
}

/** Whether code and name are the same municipality's; nothing where one of them is none. */
function agreement(cell: string, name: string): boolean[] {
  const [code, place] = [codeIn(cell), placeIn(name)]
  return code && place?.kind === 'municipality' ? [place.code === code] : []
}

const isLikely =
  (isSaid: boolean) =>
  ({ sure, places, filled, agreeing, disagreeing }: Candidate): boolean =>
    isSaid ||
    (sure > 0 && places >= filled * MOSTLY && (sure >= NAMED || disagreeing <= (agreeing + disagreeing) * FEW))
const FEW = 0.2
/** Below a heading of codes a code that disagrees with its name is told, not passed over for the names. */
const NAMED = 2

/** Columns whose cells mostly are names of municipalities, the one under a heading of names first. */
function nameColumns(rows: TableRow[], width: number): PlaceColumn[] {
  return Array.from({ length: width }, (_, column) => column)
    .flatMap((column): Candidate[] => {
      const { heading, cells } = columnBelow(rows, column, (place) => place.kind === 'municipality' && place.name)
      const places = cells.map(({ cell }) => placeIn(cell))
      const isName = places.filter((place) => place?.kind === 'municipality' && place.name).length
      const isNeutral = places.filter((place) => place?.kind === 'sum' || place?.kind === 'district').length
      const filled = cells.length - isNeutral
      if (isName === 0 || isName < filled * MOSTLY || INDICATOR_HEADING.test(heading) || SEX_HEADING.test(heading))
        return []
      const found = {
        column,
        by: 'name' as const,
        filled,
        places: isName,
        agreeing: 0,
        disagreeing: 0,
        names: null,
        heading,
      }
      return [{ ...found, sure: NAME_HEADING.test(heading) ? 1 : 0 }]
    })
    .sort((a, b) => b.sure - a.sure || b.places - a.places || a.column - b.column)
}
