import type { Status } from '../../data/model/answers/figure.ts'
import type { Places } from './places.ts'

/** One published value with everything that is kept beside it. */
export type Published = {
  value: number | null
  status: Status
  source: string | null
  loadedAt: string | null
  numerator: number | null
  denominator: number | null
  previous: { value: number | null; status: Status; loadedAt: string } | null
}

const ABSENT: Published = {
  value: null,
  status: 'missing',
  source: null,
  loadedAt: null,
  numerator: null,
  denominator: null,
  previous: null,
}

export type Beside = Pick<Published, 'numerator' | 'denominator' | 'previous'>
const NOTHING_BESIDE: Beside = { numerator: null, denominator: null, previous: null }

/** What a value's status is kept as: its place in this list. */
export const STATUSES = [null, 'missing', 'secrecy', 'not-applicable'] as const

/** One year's values by position; origin 0 is "never published", else one more than its place among the origins. */
type Year = { values: Float64Array; statuses: Uint8Array; origins: Uint16Array }

/** All values of one indicator for one sex, by year and municipality. What was never published is `missing`. */
export class Slice {
  readonly #places: Places
  readonly #years = new Map<number, Year>()
  readonly #beside = new Map<string, Beside>()

  constructor(places: Places) {
    this.#places = places
  }

  /** @param status place in STATUSES; @param origin one more than the place among the origins */
  add(period: number, position: number, value: number | null, status: number, origin: number): void {
    const year = this.#years.get(period) ?? emptyYear(this.#places.positions.size)
    this.#years.set(period, year)
    year.values[position] = value ?? Number.NaN
    year.statuses[position] = status
    year.origins[position] = origin
  }

  /** Numerator, denominator or revision of a value: few have one. */
  addBeside(period: number, municipality: string, beside: Beside): void {
    this.#beside.set(`${period} ${municipality}`, beside)
  }

  /** Years for which anything was published, ascending. */
  get periods(): number[] {
    return [...this.#years.keys()].sort((a, b) => a - b)
  }

  value(period: number, municipality: string): number | null {
    const position = this.#places.positions.get(municipality)
    const value = position === undefined ? undefined : this.#years.get(period)?.values[position]
    return value === undefined || Number.isNaN(value) ? null : value
  }

  at(period: number, municipality: string): Published {
    const year = this.#years.get(period)
    const position = this.#places.positions.get(municipality)
    const origin = year && position !== undefined && this.#places.origins[year.origins[position]! - 1]
    if (!origin) return ABSENT
    const { source, loadedAt } = origin
    const { numerator, denominator, previous } = this.#besideOf(period, municipality)
    const status = STATUSES[year.statuses[position]!]!
    return { value: this.value(period, municipality), status, source, loadedAt, numerator, denominator, previous }
  }

  #besideOf(period: number, municipality: string): Beside {
    if (this.#beside.size === 0) return NOTHING_BESIDE
    return this.#beside.get(`${period} ${municipality}`) ?? NOTHING_BESIDE
  }
}

const emptyYear = (positions: number): Year => ({
  values: new Float64Array(positions).fill(Number.NaN),
  statuses: new Uint8Array(positions),
  origins: new Uint16Array(positions),
})
