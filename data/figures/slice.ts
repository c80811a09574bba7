import type { Status } from '../model/answers/figure.ts'
import type { Places } from './places.ts'

/** One published value with everything that is kept beside it. */
export type Published = {
  value: number | null
  status: Status
  source: string | null
  loadedAt: string | null
  numerator: number | null
  denominator: number | null
  /** The 95 % interval that the source states. */
  lower: number | null
  upper: number | null
  previous: { value: number | null; status: Status; loadedAt: string } | null
}

const ABSENT: Published = {
  value: null,
  status: 'missing',
  source: null,
  loadedAt: null,
  numerator: null,
  denominator: null,
  lower: null,
  upper: null,
  previous: null,
}

export type Beside = Pick<Published, 'numerator' | 'denominator' | 'lower' | 'upper' | 'previous'>
const NOTHING_BESIDE: Beside = { numerator: null, denominator: null, lower: null, upper: null, previous: null }

/** One year's values by place, NaN where there is none; origin 0 is "never published". */
type Year = { values: Float64Array; marks: Uint16Array; origins: Uint16Array }

/** All values of one indicator for one sex, by year and place. What was never published is `missing`. */
export class Slice {
  readonly #places: Places
  readonly #years = new Map<number, Year>()
  readonly #beside = new Map<string, Beside>()
  /** Values come year after year. */
  #latest: { period: number; year: Year } | null = null
  #periods: readonly number[] = []

  constructor(places: Places) {
    this.#places = places
  }

  /** @param place number of the place; @param mark why there is no value, 0 where there is one; @param origin number of the origin */
  add(period: number, place: number, value: number | null, mark: number, origin: number): void {
    const year = this.#latest?.period === period ? this.#latest.year : this.#yearFor(period)
    year.values[place] = value ?? Number.NaN
    year.marks[place] = mark
    year.origins[place] = origin
  }

  #yearFor(period: number): Year {
    const year = this.#years.get(period) ?? emptyYear(this.#places.codes.length)
    this.#years.set(period, year)
    this.#latest = { period, year }
    return year
  }

  /** Numerator, denominator or revision of a value: few have one. */
  addBeside(period: number, place: number, beside: Beside): void {
    this.#beside.set(besideKey(period, place), beside)
  }

  /** Years for which anything was published, ascending. */
  get periods(): readonly number[] {
    if (this.#periods.length !== this.#years.size) this.#periods = [...this.#years.keys()].sort((a, b) => a - b)
    return this.#periods
  }

  /** How many bytes it keeps, about. */
  get bytes(): number {
    const { length } = this.#places.codes
    return this.#years.size * length * BYTES_PER_VALUE + this.#beside.size * BYTES_PER_BESIDE
  }

  /** Whether any value came with a numerator, a denominator, limits or a revision. */
  get hasBeside(): boolean {
    return this.#beside.size > 0
  }

  value(period: number, municipality: string): number | null {
    const place = this.#places.numbers.get(municipality)
    const value = place === undefined ? undefined : this.#years.get(period)?.values[place]
    return value === undefined || Number.isNaN(value) ? null : value
  }

  /** Number of a place; -1 where nothing is known of it. */
  placeOf(municipality: string): number {
    return this.#places.numbers.get(municipality) ?? -1
  }

  /** One year's values by the numbers of places, NaN where there is none; undefined where nothing was published. Not to be changed. */
  yearOf(period: number): Float64Array | undefined {
    return this.#years.get(period)?.values
  }

  /** As `yearOf`, with the numbers of marks (0: there is a value) and origins (0: never published). */
  markedIn(period: number): Year | undefined {
    return this.#years.get(period)
  }

  at(period: number, municipality: string): Published {
    const year = this.#years.get(period)
    const place = this.#places.numbers.get(municipality)
    const origin = year && place !== undefined && this.#places.origins[year.origins[place]! - 1]
    if (!origin) return ABSENT
    const { source, loadedAt } = origin
    const { numerator, denominator, lower, upper, previous } = this.#besideOf(period, place)
    const status = this.#places.statuses[year.marks[place]!]!
    const value = this.value(period, municipality)
    return { value, status, source, loadedAt, numerator, denominator, lower, upper, previous }
  }

  #besideOf(period: number, place: number): Beside {
    if (this.#beside.size === 0) return NOTHING_BESIDE
    return this.#beside.get(besideKey(period, place)) ?? NOTHING_BESIDE
  }
}

const BYTES_PER_VALUE = Float64Array.BYTES_PER_ELEMENT + 2 * Uint16Array.BYTES_PER_ELEMENT
const BYTES_PER_BESIDE = 200

const besideKey = (period: number, place: number) => `${period} ${place}`

const emptyYear = (places: number): Year => ({
  values: new Float64Array(places).fill(Number.NaN),
  marks: new Uint16Array(places),
  origins: new Uint16Array(places),
})
