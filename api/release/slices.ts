import { listValue } from '@duckdb/node-api'
import type { Sex, Status } from '../../data/model/answers/figure.ts'
import { MostRecent } from './most-recent.ts'
import type { Questions } from './questions.ts'
import { type Beside, type Origin, Slice } from './slice.ts'

const KEPT = 400

const VALUES = `
  SELECT indicator, period, municipality, value, status, source, loaded_at
  FROM value WHERE sex = $sex AND indicator IN (SELECT unnest($indicators))
  ORDER BY indicator, period, municipality`

const BESIDE = `
  SELECT indicator, period, municipality, numerator, denominator, previous_value, previous_status, previous_loaded_at
  FROM value WHERE sex = $sex AND indicator IN (SELECT unnest($indicators))
    AND (numerator IS NOT NULL OR denominator IS NOT NULL OR previous_loaded_at IS NOT NULL)
  ORDER BY indicator, period, municipality`

type Columns = {
  indicator: string[]
  period: number[]
  municipality: string[]
  value: (number | null)[]
  status: Status[]
  source: string[]
  loaded_at: string[]
}

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
  readonly #kept = new MostRecent<string, Promise<Slice>>(KEPT)
  readonly #questions: Questions

  constructor(questions: Questions) {
    this.#questions = questions
  }

  async of(indicator: string, sex: Sex): Promise<Slice> {
    const [slice] = await this.all([indicator], sex)
    return slice!
  }

  /** Slices in the order of the indicators; those not kept are read together. */
  async all(indicators: readonly string[], sex: Sex): Promise<Slice[]> {
    const unread = [...new Set(indicators)].filter((indicator) => !this.#kept.get(`${sex} ${indicator}`))
    const reading = unread.length > 0 ? this.#read(unread, sex) : undefined
    const found = indicators.map((indicator) => {
      const kept = this.#kept.get(`${sex} ${indicator}`)
      return kept ?? reading!.then((slices) => slices.get(indicator)!)
    })
    if (reading) this.#keep(unread, sex, reading)
    return Promise.all(found)
  }

  /** Kept as promises, so that many who ask at once read once; a failure is not kept. */
  #keep(indicators: string[], sex: Sex, reading: Promise<Map<string, Slice>>): void {
    for (const indicator of indicators) {
      const key = `${sex} ${indicator}`
      const slice = reading.then((slices) => slices.get(indicator)!)
      slice.catch(() => this.#kept.delete(key))
      this.#kept.set(key, slice)
    }
  }

  async #read(indicators: string[], sex: Sex): Promise<Map<string, Slice>> {
    const slices = new Map(indicators.map((indicator) => [indicator, new Slice()]))
    const asked = { sex, indicators: listValue(indicators) }
    addValues(slices, await this.#questions.columns(VALUES, asked))
    for (const row of await this.#questions.rows<BesideRow>(BESIDE, asked)) {
      slices.get(row.indicator)?.addBeside(row.period, row.municipality, besideOf(row))
    }
    return slices
  }
}

function addValues(slices: Map<string, Slice>, columns: Record<string, unknown[]>): void {
  const { indicator, period, municipality, value, status, source, loaded_at } = columns as Columns
  const origins = new Map<string, Origin>()
  for (let row = 0; row < indicator.length; row++) {
    const key = `${source[row]} ${loaded_at[row]}`
    const origin = origins.get(key) ?? { source: source[row]!, loadedAt: loaded_at[row]! }
    origins.set(key, origin)
    slices
      .get(indicator[row]!)
      ?.add(period[row]!, municipality[row]!, { value: value[row]!, status: status[row]!, origin })
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
