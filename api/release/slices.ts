import { type DuckDBValue, listValue } from '@duckdb/node-api'
import type { Sex, Status } from '../../data/model/answers/figure.ts'
import { MostRecent } from './most-recent.ts'
import type { Places } from './places.ts'
import type { Questions } from './questions.ts'
import { type Beside, Slice, STATUSES } from './slice.ts'

const KEPT = 600

/** Everything as numbers: texts are what takes time to hand over. */
const VALUES = `
  SELECT list_position($indicators, indicator)::INTEGER AS subject, period,
    list_position($codes, municipality)::INTEGER AS place, value,
    coalesce(list_position($statuses, status), 0)::INTEGER AS status,
    list_position($origins, source || ' ' || loaded_at)::INTEGER AS origin
  FROM value WHERE sex = $sex AND list_contains($indicators, indicator)`

const BESIDE = `
  SELECT indicator, period, municipality, numerator, denominator, previous_value, previous_status, previous_loaded_at
  FROM value WHERE sex = $sex AND list_contains($indicators, indicator)
    AND (numerator IS NOT NULL OR denominator IS NOT NULL OR previous_loaded_at IS NOT NULL)`

type Columns = Record<'subject' | 'period' | 'place' | 'status' | 'origin', number[]> & { value: (number | null)[] }

type BesideRow = {
  indicator: string
  period: number
  municipality: string
  numerator: number | null
  denominator: number | null
  previous_value: number | null
  previous_status: Status
  previous_loaded_at: string | null
}

/** The values of a release by indicator and sex, read once and kept while they are asked for. */
export class Slices {
  readonly #questions: Questions
  readonly #places: Places
  readonly #kept = new MostRecent<string, Promise<Slice>>(KEPT)

  constructor(questions: Questions, places: Places) {
    this.#questions = questions
    this.#places = places
  }

  /** Slices in the order of the indicators; those not kept are read together. */
  all(indicators: readonly string[], sex: Sex): Promise<Slice[]> {
    const unread = [...new Set(indicators)].filter((indicator) => !this.#kept.get(`${sex} ${indicator}`))
    const kept = new Map(indicators.map((indicator) => [indicator, this.#kept.get(`${sex} ${indicator}`)]))
    if (unread.length > 0) {
      const reading = this.#read(unread, sex)
      for (const [index, indicator] of unread.entries()) {
        kept.set(indicator, this.#keep(`${sex} ${indicator}`, reading, index))
      }
    }
    return Promise.all(indicators.map((indicator) => kept.get(indicator)!))
  }

  /** Kept as a promise, so that many who ask at once read once; a failure is not kept. */
  #keep(key: string, reading: Promise<Slice[]>, index: number): Promise<Slice> {
    const slice = reading.then((slices) => slices[index]!)
    slice.catch(() => this.#kept.delete(key))
    this.#kept.set(key, slice)
    return slice
  }

  async #read(indicators: string[], sex: Sex): Promise<Slice[]> {
    const slices = indicators.map(() => new Slice(this.#places))
    const asked = { sex, indicators: listValue(indicators) }
    addValues(slices, await this.#questions.columns(VALUES, { ...asked, ...this.#numbered() }))
    for (const row of await this.#questions.rows<BesideRow>(BESIDE, asked)) {
      slices[indicators.indexOf(row.indicator)]!.addBeside(row.period, row.municipality, besideOf(row))
    }
    return slices
  }

  #numbered(): Record<string, DuckDBValue> {
    return {
      codes: listValue([...this.#places.positions.keys()]),
      statuses: listValue(STATUSES.slice(1)),
      origins: listValue(this.#places.origins.map(({ source, loadedAt }) => `${source} ${loadedAt}`)),
    }
  }
}

function addValues(slices: readonly Slice[], columns: Record<string, unknown[]>): void {
  const { subject, period, place, value, status, origin } = columns as Columns
  for (let row = 0; row < subject.length; row++) {
    slices[subject[row]! - 1]!.add(period[row]!, place[row]! - 1, value[row]!, status[row]!, origin[row]!)
  }
}

const besideOf = (row: BesideRow): Beside => ({
  numerator: row.numerator,
  denominator: row.denominator,
  previous:
    row.previous_loaded_at === null
      ? null
      : { value: row.previous_value, status: row.previous_status, loadedAt: row.previous_loaded_at },
})
