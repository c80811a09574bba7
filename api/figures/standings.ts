import { type Certainty, certaintyBy } from '../../data/figures/noise.ts'
import { SEXES } from '../../data/figures/places.ts'
import type { Band, RecentTrend, Sex, Status } from '../../data/model/answers/figure.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { assess, bandOf } from '../../data/stats/index.ts'
import type { Column } from '../../data/store/columns.ts'
import { STANDING } from '../../data/store/release-questions.ts'
import type { OpenRelease } from '../release/open-release.ts'
import { HeldRows } from './held-rows.ts'
import { amongNumbers, amongPlaces } from './numbers.ts'
import { isOfCatalogue, noteHeld, oncePerSex } from './of-catalogue.ts'

/** Where a municipality stands in one indicator and year. */
export type Stood = Certainty & {
  indicator: Indicator
  period: number
  value: number | null
  status: Status
  source: string | null
  n: number | null
  lower: number | null
  upper: number | null
  /** Among all municipalities with a value, and in which quarter of them. */
  rank: number | null
  band: Band
  recentTrend: RecentTrend
  /** Its values one, two, three and four years before. */
  before: readonly (number | null)[]
  /** Where it has no value: its newest other one. */
  other: { period: number; value: number } | null
}

/** The standing of a municipality that nothing was ever published of, in whatever indicator and year. */
export const NEVER_PUBLISHED: Omit<Stood, 'indicator' | 'period'> = {
  value: null,
  status: 'missing',
  source: null,
  n: null,
  lower: null,
  upper: null,
  rank: null,
  band: null,
  recentTrend: null,
  uncertainty: 'unknown',
  margin: null,
  before: [],
  other: null,
}

export const neverPublished = (indicator: Indicator, period: number): Stood => ({
  ...NEVER_PUBLISHED,
  indicator,
  period,
})

/** Where the place stands in a row of STANDING. */
const PLACE = 18

/** Where municipalities stand, by code and then by the indicator's id. */
export type Standings = ReadonlyMap<string, ReadonlyMap<string, Stood>>

/** Where municipalities stand in the latest year of each indicator. */
export async function latestStandings(
  release: OpenRelease,
  indicators: readonly Indicator[],
  sex: Sex,
  codes: readonly string[],
): Promise<Standings> {
  const held = isOfCatalogue(release, indicators)
    ? await ofCatalogue(release, sex)
    : await heldOf(release, sex, amongPlaces(release, codes) + amongNumbers(release, indicators))
  const numbers = indicators.map(({ id }) => release.reckoned.get(id)!.number)
  return new Map(codes.map((code) => [code, standingsAt(release, held, release.places.numbers.get(code)!, numbers)]))
}

/** All places at once: a few megabytes for each sex, whatever the release holds besides. */
const ofCatalogue = oncePerSex(async (release, sex) => {
  const held = await heldOf(release, sex, amongNumbers(release, release.inside))
  noteHeld(release, held.bytes)
  return held
})

/** @param within places and indicators, as SQL */
const heldOf = (release: OpenRelease, sex: Sex, within: string): Promise<HeldRows> =>
  HeldRows.from((take) => release.questions.each(STANDING + within, { sex: SEXES.indexOf(sex) }, take), {
    place: PLACE,
    indicator: 0,
  })

/** By the indicator's id. @param numbers of indicators */
function standingsAt(
  release: OpenRelease,
  held: HeldRows,
  place: number,
  numbers: readonly number[],
): Map<string, Stood> {
  const found = new Map<string, Stood>()
  for (const number of numbers) {
    const row = held.at(place, number)
    if (row === undefined) continue
    const indicator = release.numbered[number]!
    found.set(indicator.id, new StoodAt(release, indicator, held.columns, row))
  }
  return found
}

const CHANGES = ['decreasing', 'none', 'increasing'] as const

/** A row of STANDING. Each field is worked out when it is asked for: of the thousand cells of a matrix few fields are. */
class StoodAt implements Stood {
  readonly indicator: Indicator
  readonly #release: OpenRelease
  readonly #columns: readonly Column[]
  readonly #row: number
  #certainty: Certainty | null = null

  constructor(release: OpenRelease, indicator: Indicator, columns: readonly Column[], row: number) {
    this.indicator = indicator
    this.#release = release
    this.#columns = columns
    this.#row = row
  }

  get period(): number {
    return this.#release.reckoned.get(this.indicator.id)!.latest!
  }

  get value(): number | null {
    return this.#at(1)
  }

  get status(): Status {
    return this.#origin ? this.#release.places.statuses[this.#at(2)!]! : 'missing'
  }

  get source(): string | null {
    return this.#origin?.source ?? null
  }

  get n(): number | null {
    return this.#at(4)
  }

  get lower(): number | null {
    return this.#at(5)
  }

  get upper(): number | null {
    return this.#at(6)
  }

  get rank(): number | null {
    return this.#at(7)
  }

  get band(): Band {
    return bandOf(this.rank, this.#at(8)!, this.indicator.direction)
  }

  get recentTrend(): RecentTrend {
    const change = this.#at(9)
    if (change === null) return null
    const assessment = change === 0 ? null : assess(change, this.indicator.direction)
    return { change: CHANGES[change + 1]!, assessment, chiSquare: this.#at(10)! }
  }

  get uncertainty(): Certainty['uncertainty'] {
    return this.#certain.uncertainty
  }

  get margin(): Certainty['margin'] {
    return this.#certain.margin
  }

  get before(): readonly (number | null)[] {
    return [this.#at(12), this.#at(13), this.#at(14), this.#at(15)]
  }

  get other(): Stood['other'] {
    const period = this.#at(16)
    return period === null ? null : { period, value: this.#at(17)! }
  }

  get #certain(): Certainty {
    this.#certainty ??= certaintyBy(this.#at(11), this, this.#release.reckoned.get(this.indicator.id)!.precision)
    return this.#certainty
  }

  get #origin() {
    return this.#release.places.origins[this.#at(3)! - 1]
  }

  #at(column: number): number | null {
    return this.#columns[column]!.getItem(this.#row)
  }
}
