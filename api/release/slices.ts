import { type Places, SEXES } from '../../data/figures/places.ts'
import { type Beside, Slice } from '../../data/figures/slice.ts'
import type { Sex, Status } from '../../data/model/answers/figure.ts'
import { BESIDE_VALUES, VALUES } from '../../data/store/release-questions.ts'
import { KeptWhileAsked } from './kept-while-asked.ts'
import type { Questions } from './questions.ts'
import type { OfSubject } from './subjects-in.ts'

type BesideRow = {
  period: number
  place: number
  numerator: number | null
  denominator: number | null
  lower: number | null
  upper: number | null
  previous_value: number | null
  previous_status: Status
  previous_loaded_at: string | null
}

/** All values of an indicator for one sex, read once and kept while they are asked for, up to so many bytes. */
export class Slices {
  readonly #questions: Questions
  readonly #places: Places
  readonly #hasBeside: OfSubject
  readonly #kept: KeptWhileAsked<Slice>

  constructor(questions: Questions, places: Places, hasBeside: OfSubject, limit: number) {
    this.#questions = questions
    this.#places = places
    this.#hasBeside = hasBeside
    this.#kept = new KeptWhileAsked(limit)
  }

  get bytes(): number {
    return this.#kept.bytes
  }

  /** @param indicator its position */
  of(indicator: number, sex: Sex): Promise<Slice> {
    return this.#kept.of(`${sex} ${indicator}`, () => this.#read(indicator, sex))
  }

  async #read(indicator: number, sex: Sex): Promise<Slice> {
    const slice = new Slice(this.#places)
    const asked = { indicator, sex: SEXES.indexOf(sex) }
    await this.#questions.each(VALUES, asked, ([period, place, value, mark, origin], row) =>
      slice.add(
        period!.getItem(row)!,
        place!.getItem(row)!,
        value!.getItem(row),
        mark!.getItem(row)!,
        origin!.getItem(row)!,
      ),
    )
    if (!this.#hasBeside(asked.indicator, asked.sex)) return slice
    for (const row of await this.#questions.rows<BesideRow>(BESIDE_VALUES, asked)) {
      slice.addBeside(row.period, row.place, besideOf(row))
    }
    return slice
  }
}

const besideOf = (row: BesideRow): Beside => ({
  numerator: row.numerator,
  denominator: row.denominator,
  lower: row.lower,
  upper: row.upper,
  previous:
    row.previous_loaded_at === null
      ? null
      : { value: row.previous_value, status: row.previous_status, loadedAt: row.previous_loaded_at },
})
