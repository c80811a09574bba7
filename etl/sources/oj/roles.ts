import type { Indicator } from '../../../data/model/indicator.ts'
import type { Figure } from '../../../data/store/figure.ts'
import { yearOf } from '../number.ts'
import { headingsOf } from './columns.ts'
import { type Heading, readHeading } from './heading.ts'
import { readLetters } from './letters.ts'
import type { FoundTable } from './table.ts'
import { isMissingMark, looksLikeValue } from './value.ts'
import {
  CODE_HEADING,
  type Derived,
  INDICATOR_HEADING,
  LABEL_HEADING,
  NAME_HEADING,
  SEX_HEADING,
  VALUE_HEADING,
  YEAR_HEADING,
} from './words.ts'

/** Why a column is not read, or must be asked about. */
type Reason = 'unknown' | 'ambiguous' | 'span' | 'texts' | 'derived' | 'no-indicator' | 'no-year' | 'unit' | 'twice'

/** What a column holds. */
export type Role =
  | { role: 'label' | 'year' | 'sex' | 'indicator' }
  | { role: 'value'; indicator: string | null; sex: Figure['sex'] | null; period: number | null }
  | { role: 'derived'; derived: Derived; heading: Heading }
  | { role: 'left'; reason: Reason }

/** A table whose columns are understood as far as their headings tell. */
export interface Understood {
  table: FoundTable
  headings: string[]
  /** By column, from 0. Columns that hold nothing are absent. */
  roles: Map<number, Role>
  read: Map<number, Heading>
}

/** Tells what each column of a table holds. @param known an indicator by its id */
export function understood(table: FoundTable, known: (id: string) => Indicator | undefined): Understood {
  const headings = headingsOf(table)
  const roles = new Map<number, Role>()
  const read = new Map<number, Heading>()
  const width = Math.max(headings.length, ...table.rows.map(({ cells }) => cells.length))
  for (let column = 0; column < width; column++) read.set(column, readHeading(headings[column] ?? '', known))
  readLetters(read)
  for (const [column, heading] of read) {
    const role = roleOf(table, column, headings[column] ?? '', heading)
    if (role) roles.set(column, role)
  }
  return { table, headings, roles, read }
}

function roleOf(table: FoundTable, column: number, text: string, heading: Heading): Role | null {
  const cells = table.rows.map((row) => row.cells[column]?.trim() ?? '').filter((cell) => cell !== '')
  const noted = table.rows.some(({ notes }) => notes?.[column] !== undefined)
  if (column === table.places.column || column === table.places.names) return { role: 'label' }
  if (cells.length === 0 && !noted) return text === '' ? null : { role: 'label' }
  const ofRows = rowRole(text, cells)
  if (ofRows) return { role: ofRows }
  const isNamed = heading.indicators.length > 0
  if (!isNamed && (table.labels.has(column) || isLabel(text))) return { role: 'label' }
  if (heading.derived) return { role: 'derived', derived: heading.derived, heading }
  return valueRole(text, heading, cells, noted)
}

const last = (text: string): string => text.split(': ').at(-1)?.trim() ?? ''
const isLabel = (text: string): boolean =>
  [CODE_HEADING, NAME_HEADING, LABEL_HEADING].some((form) => form.test(last(text)))

/** A column in which each row says its own year, sex or indicator. */
function rowRole(text: string, cells: string[]): 'year' | 'sex' | 'indicator' | null {
  const most = (test: (cell: string) => boolean): boolean => cells.filter(test).length >= cells.length * MOSTLY
  if (YEAR_HEADING.test(last(text)) && most((cell) => !Number.isNaN(yearOf(cell)) || /^(?:19|20)\d\d[-–/]/.test(cell)))
    return 'year'
  if (SEX_HEADING.test(last(text)) && most((cell) => cell.length < 30)) return 'sex'
  return INDICATOR_HEADING.test(last(text)) && most((cell) => /\p{L}/u.test(cell)) ? 'indicator' : null
}
const MOSTLY = 0.8

function valueRole(text: string, heading: Heading, cells: string[], noted: boolean): Role {
  const isOnlyValue = VALUE_HEADING.test(last(text))
  if (heading.indicators.length > 1) return { role: 'left', reason: 'ambiguous' }
  if (heading.rest !== '' && !isOnlyValue) return unknownRole(cells, noted)
  if (heading.span !== null) return { role: 'left', reason: 'span' }
  if (heading.years.length > 1 || heading.sexes.length > 1) return { role: 'left', reason: 'ambiguous' }
  if (!noted && !cells.some(looksLikeValue) && !cells.every(isMissingMark)) return { role: 'left', reason: 'texts' }
  return {
    role: 'value',
    indicator: heading.indicators[0] ?? null,
    sex: heading.sexes[0] ?? null,
    period: heading.years[0] ?? null,
  }
}

/** A heading that is not understood: over texts it is a name, over numbers it is something else than is known. */
const unknownRole = (cells: string[], noted: boolean): Role =>
  noted || cells.some(looksLikeValue) ? { role: 'left', reason: 'unknown' } : { role: 'label' }
