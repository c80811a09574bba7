/**
 * The persons of one kind in a municipality's year, ascending by pseudonym. All arrays are of their number; none of it
 * leaves the ETL.
 */
export interface Persons {
  ids: string[]
  /** By dimension of the instrument: number of the category, −1 where missing. */
  categories: Int8Array[]
  /** By measure of the kind: the person's value (1 or 0 for a share), NaN where missing. */
  values: Float64Array[]
  /** By measure of the kind: 1 for those whom the measure asks of, NaN for the others; undefined where it asks of all. */
  asked: (Float64Array | undefined)[]
  /** A digest of everything the interview holds, to see that something was altered. */
  contents: string[]
}

/** Indices of the persons of a cell. */
export function membersOf(persons: Persons, cell: readonly (readonly [number, number])[]): Int32Array {
  const members = new Int32Array(persons.ids.length)
  let n = 0
  for (let person = 0; person < members.length; person++) {
    if (cell.every(([dimension, category]) => persons.categories[dimension]![person] === category)) {
      members[n++] = person
    }
  }
  return members.subarray(0, n)
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
