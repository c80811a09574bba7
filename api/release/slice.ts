import type { Status } from '../../data/model/answers/figure.ts'

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

type Dense = { value: number | null; status: Status; origin: Origin }
export type Origin = { source: string; loadedAt: string }
export type Beside = Pick<Published, 'numerator' | 'denominator' | 'previous'>
const NOTHING_BESIDE: Beside = { numerator: null, denominator: null, previous: null }

/** All values of one indicator for one sex, by year and municipality. What was never published is `missing`. */
export class Slice {
  readonly #years = new Map<number, Map<string, Dense>>()
  readonly #beside = new Map<Dense, Beside>()

  add(period: number, municipality: string, dense: Dense): void {
    const year = this.#years.get(period) ?? new Map<string, Dense>()
    year.set(municipality, dense)
    this.#years.set(period, year)
  }

  /** Numerator, denominator or revision of a value that was added: few have one. */
  addBeside(period: number, municipality: string, beside: Beside): void {
    const dense = this.#years.get(period)?.get(municipality)
    if (dense) this.#beside.set(dense, beside)
  }

  /** Years for which anything was published, ascending. */
  get periods(): number[] {
    return [...this.#years.keys()].sort((a, b) => a - b)
  }

  value(period: number, municipality: string): number | null {
    return this.#years.get(period)?.get(municipality)?.value ?? null
  }

  at(period: number, municipality: string): Published {
    const dense = this.#years.get(period)?.get(municipality)
    if (!dense) return ABSENT
    return {
      value: dense.value,
      status: dense.status,
      ...dense.origin,
      ...(this.#beside.get(dense) ?? NOTHING_BESIDE),
    }
  }
}
