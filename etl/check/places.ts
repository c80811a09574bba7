import type { Column, Instrument } from '../../data/instruments/definition.ts'
import { type ColumnSource, type ExtractMapping, headingsOf } from '../../data/model/extract-mapping.ts'
import type { TableRow } from '../read/table-row.ts'
import { columnLetters, isForbiddenColumn, plainName } from './headers.ts'
import { identityRule } from './person.ts'
import type { Problem } from './rules.ts'
import { type Translate, translationOf } from './translate.ts'

/** Where a column of the format stands in the municipality's own file, by index, and how it is made from there. */
export interface Place {
  column: Column
  indices: number[]
  translate: Translate
}

/** How a file's columns are read by a mapping, and what is wrong with its header. */
export interface Places {
  places: Place[]
  /** Indices that the mapping leaves out. */
  left: Set<number>
  problems: Problem[]
}

/** Finds the mapping's headings in a file's header. A heading that the mapping does not know is never repeated. */
export function placesOf(header: TableRow, instrument: Instrument, mapping: ExtractMapping): Places {
  const names = header.cells.map((cell) => plainName(cell))
  const places = instrument.columns.flatMap((column) => placeOf(column, names, mapping))
  const leftNames = new Set(mapping.leftOut.map(plainName))
  const left = new Set(names.flatMap((name, index) => (name !== '' && leftNames.has(name) ? [index] : [])))
  const headings = new Headings(header, names, places, left, mapping)
  return { places, left, problems: [...headings.problems(), ...lacking(instrument, places, header.row)] }
}

function placeOf(column: Column, names: string[], mapping: ExtractMapping): Place[] {
  const source = sourceOf(column, names, mapping)
  if (!source) return []
  const indices = headingsOf(source).map((heading) => names.indexOf(plainName(heading)))
  return indices.includes(-1) ? [] : [{ column, indices, translate: translationOf(source) }]
}

/** What the mapping says of a column; a heading that already is the format's needs no word. */
function sourceOf({ id }: Column, names: string[], { columns, leftOut }: ExtractMapping): ColumnSource | undefined {
  if (Object.hasOwn(columns, id)) return columns[id]
  return names.includes(plainName(id)) && !leftOut.some((heading) => plainName(heading) === plainName(id))
    ? { from: id }
    : undefined
}

const lacking = (instrument: Instrument, places: Place[], row: number): Problem[] =>
  instrument.columns
    .filter((column) => column.required && !places.some((place) => place.column === column))
    .map(({ id }) => ({ rule: 'column-missing', row, column: id }))

/** Ages may be named where they are made into classes. */
const AGES = new Set(['alder', 'age'])

class Headings {
  readonly #header: TableRow
  readonly #names: string[]
  readonly #places: Place[]
  readonly #left: Set<number>
  readonly #mapping: ExtractMapping

  constructor(header: TableRow, names: string[], places: Place[], left: Set<number>, mapping: ExtractMapping) {
    this.#header = header
    this.#names = names
    this.#places = places
    this.#left = left
    this.#mapping = mapping
  }

  problems(): Problem[] {
    const { row, cells } = this.#header
    return cells.flatMap((cell, index): Problem[] => {
      const rule = cell.trim() === '' ? null : this.#ruleOf(cell, index)
      return rule ? [{ rule, row, column: columnLetters(index) }] : []
    })
  }

  #ruleOf(cell: string, index: number): Problem['rule'] | null {
    const identity = identityRule(cell)
    if (identity) return identity
    if (isForbiddenColumn(cell) && !this.#isClassedAge(index)) return 'forbidden-column'
    const name = this.#names[index] as string
    const first = this.#names.indexOf(name)
    const users = this.#usersOf(first)
    if (users.length > 0) return first < index ? 'column-twice' : null
    return this.#left.has(index) ? null : 'undeclared-column'
  }

  #usersOf(index: number): Place[] {
    return this.#places.filter(({ indices }) => indices.includes(index))
  }

  #isClassedAge(index: number): boolean {
    const users = this.#usersOf(index)
    const classed = ({ column }: Place): boolean => 'classes' in (this.#mapping.columns[column.id] ?? {})
    return AGES.has(this.#names[index] as string) && users.length > 0 && users.every(classed)
  }
}
