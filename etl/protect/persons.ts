import type { InterviewKind } from '../../data/instruments/definition.ts'

/**
 * The persons of one kind in a municipality's year, ascending by pseudonym. All arrays are of their number; none of it
 * leaves the ETL.
 */
export interface Persons {
  ids: string[]
  /** By dimension of the instrument: number of the category, −1 where missing. */
  categories: Int8Array[]
  /** By measure of the kind: the number that it reads of the person, before any test; NaN where missing. */
  values: Float64Array[]
  /** By measure of the kind: 1 for those whom the measure asks of, NaN for the others; undefined where it asks of all. */
  asked: (Float64Array | undefined)[]
  /** A digest of everything the interview holds, to see that something was altered. */
  contents: string[]
}

/** The persons of a municipality's year, by kind; a kind without anyone is absent. */
export type YearPersons = Map<InterviewKind, Persons>

/** A cell as pairs of dimension and category. */
type CellChoices = readonly (readonly [dimension: number, category: number])[]

/** Indices of the persons of a cell. */
export function membersOf({ ids, categories }: Persons, cell: CellChoices): Int32Array {
  const members = new Int32Array(ids.length)
  let n = 0
  for (let person = 0; person < members.length; person++) {
    if (isIn(categories, cell, person)) members[n++] = person
  }
  return members.subarray(0, n)
}

/** A loop: it runs for every person of every cell. */
function isIn(categories: readonly Int8Array[], cell: CellChoices, person: number): boolean {
  for (const [dimension, category] of cell) if (categories[dimension]![person] !== category) return false
  return true
}

/** How many, and the sum of their keys mod 2³²: integers, so that order does not matter. */
export interface Keyed {
  n: number
  key: number
}

/** The members whose value lies in `from`…`to`, both included; everyone without values; never one whose value is missing. */
export function keyed(
  members: Int32Array,
  keys: Uint32Array,
  values?: Float64Array,
  from = Number.NEGATIVE_INFINITY,
  to = Number.POSITIVE_INFINITY,
): Keyed {
  let n = 0
  let key = 0
  for (const person of members) {
    if (values && !(values[person]! >= from && values[person]! <= to)) continue
    n++
    key = (key + keys[person]!) >>> 0
  }
  return { n, key }
}
