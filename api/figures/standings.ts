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
  if (!isOfCatalogue(release, indicators)) return readStandings(release, indicators, sex, codes)
  const held = await ofCatalogue(release, sex)
  return new Map(codes.map((code) => [code, heldStandings(release, held, indicators, code)]))
}

/** All places at once: a few megabytes for each sex, whatever the release holds besides. */
const ofCatalogue = oncePerSex(async (release, sex) => {
  const sql = STANDING + amongNumbers(release, release.inside)
  const read = (take: Parameters<OpenRelease['questions']['each']>[2]) =>
    release.questions.each(sql, { sex: SEXES.indexOf(sex) }, take)
  const held = await HeldRows.from(read, { place: PLACE, indicator: 0 })
  noteHeld(release, held.bytes)
  return held
})

function heldStandings(
  release: OpenRelease,
  held: HeldRows,
  indicators: readonly Indicator[],
  code: string,
): Map<string, Stood> {
  const place = release.places.numbers.get(code)!
  const found = new Map<string, Stood>()
  for (const indicator of indicators) {
    const row = held.at(place, release.reckoned.get(indicator.id)!.number)
    if (row !== undefined) found.set(indicator.id, stoodAt(release, indicator, held.columns, row))
  }
  return found
}

/** One stretch of the release for each municipality. */
async function readStandings(
  release: OpenRelease,
  indicators: readonly Indicator[],
  sex: Sex,
  codes: readonly string[],
): Promise<Standings> {
  const found = new Map<string, Map<string, Stood>>(codes.map((code) => [code, new Map()]))
  const wanted = new Set(indicators)
  const sql = STANDING + amongPlaces(release, codes) + amongNumbers(release, indicators)
  await release.questions.each(sql, { sex: SEXES.indexOf(sex) }, (columns, row) => {
    const indicator = release.numbered[columns[0]!.getItem(row)!]!
    if (!wanted.has(indicator)) return
    const code = release.places.codes[columns[PLACE]!.getItem(row)!]!
    found.get(code)!.set(indicator.id, stoodAt(release, indicator, columns, row))
  })
  return found
}

const CHANGES = ['decreasing', 'none', 'increasing'] as const

/** Done for every cell of a matrix: without closures and copies, which would cost more than the rest of it. */
function stoodAt(release: OpenRelease, indicator: Indicator, columns: readonly Column[], row: number): Stood {
  const { latest, precision } = release.reckoned.get(indicator.id)!
  const value = at(columns, 1, row)
  const lower = at(columns, 5, row)
  const upper = at(columns, 6, row)
  const rank = at(columns, 7, row)
  const origin = release.places.origins[at(columns, 3, row)! - 1]
  const { uncertainty, margin } = certaintyBy(at(columns, 11, row), { value, lower, upper }, precision)
  return {
    indicator,
    period: latest!,
    value,
    status: origin ? release.places.statuses[at(columns, 2, row)!]! : 'missing',
    source: origin?.source ?? null,
    n: at(columns, 4, row),
    lower,
    upper,
    rank,
    band: bandOf(rank, at(columns, 8, row)!, indicator.direction),
    recentTrend: trendAt(columns, row, indicator),
    uncertainty,
    margin,
    before: [at(columns, 12, row), at(columns, 13, row), at(columns, 14, row), at(columns, 15, row)],
    other: otherAt(columns, row),
  }
}

const at = (columns: readonly Column[], column: number, row: number) => columns[column]!.getItem(row)

function otherAt(columns: readonly Column[], row: number): Stood['other'] {
  const period = at(columns, 16, row)
  return period === null ? null : { period, value: at(columns, 17, row)! }
}

function trendAt(columns: readonly Column[], row: number, { direction }: Indicator): RecentTrend {
  const change = at(columns, 9, row)
  if (change === null) return null
  const assessment = change === 0 ? null : assess(change, direction)
  return { change: CHANGES[change + 1]!, assessment, chiSquare: at(columns, 10, row)! }
}
