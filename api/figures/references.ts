import { SEXES } from '../../data/figures/places.ts'
import { bestCount, type Statistics, statisticsOf } from '../../data/figures/reference.ts'
import type { Sex } from '../../data/model/answers/figure.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { ranks } from '../../data/stats/index.ts'
import type { Column } from '../../data/store/columns.ts'
import { GROUP_RANKS, LATEST_VALUES, OF_GROUP, OF_YEAR, YEAR_VALUES } from '../../data/store/release-questions.ts'
import type { OpenRelease } from '../release/open-release.ts'
import type { Members } from './members.ts'
import { amongNumbers, amongPlaces } from './numbers.ts'
import { isOfCatalogue, oncePerSex } from './of-catalogue.ts'

/** A reference's statistics in one indicator; whether the base of any municipality's value is known, and how many have the best value. */
export type Referred = Statistics & { isBased: boolean; best: number | null }

/** What a municipality is compared with: statistics by indicator, and its rank among the members by indicator. */
export type References = { statistics: ReadonlyMap<string, Referred>; ranks: ReadonlyMap<string, number | null> }

/** Which indicators, and in which year: the latest of each where none is asked for. */
export type Question = { release: OpenRelease; indicators: readonly Indicator[]; sex: Sex; period: number | undefined }

/** Statistics of all municipalities, in the latest year of each indicator or the one asked for. */
export function countryStatistics(question: Question): Promise<ReadonlyMap<string, Referred>> {
  const { release, indicators, sex, period } = question
  if (period !== undefined) return readStatistics(question, OF_YEAR, { period })
  return isOfCatalogue(release, indicators) ? ofCatalogue(release, sex) : readLatest(question)
}

const readLatest = (question: Question) =>
  readStatistics(question, OF_GROUP, { members: question.release.fixed.get('all')! })

const ofCatalogue = oncePerSex((release, sex) =>
  readLatest({ release, indicators: release.inside, sex, period: undefined }),
)

/** A reference other than all municipalities. @param country their statistics; @param code whose rank is wanted */
export async function referencesOf(
  question: Question,
  members: Members,
  country: ReadonlyMap<string, Referred>,
  code: string,
): Promise<References> {
  const number = question.release.fixed.get(members.id)
  if (number === undefined || question.period !== undefined) return reckonedFrom(question, members, country, code)
  const [statistics, ranks] = await Promise.all([
    readStatistics(question, OF_GROUP, { members: number }),
    readRanks(question, number, code),
  ])
  return { statistics, ranks }
}

async function readStatistics(
  { release, indicators, sex }: Question,
  sql: string,
  asked: Record<string, number>,
): Promise<Map<string, Referred>> {
  const found = new Map<string, Referred>()
  const bound = { ...asked, sex: SEXES.indexOf(sex) }
  await release.questions.each(sql + amongNumbers(release, indicators), bound, (columns, row) =>
    found.set(release.numbered[cellAt(columns, 0, row)!]!.id, statedAt(columns, row)),
  )
  return found
}

const cellAt = (columns: readonly Column[], column: number, row: number) => columns[column]!.getItem(row)

function statedAt(columns: readonly Column[], row: number): Referred {
  return {
    count: cellAt(columns, 1, row)!,
    missing: cellAt(columns, 2, row)!,
    mean: cellAt(columns, 3, row),
    median: cellAt(columns, 4, row),
    q1: cellAt(columns, 5, row),
    q3: cellAt(columns, 6, row),
    min: cellAt(columns, 7, row),
    max: cellAt(columns, 8, row),
    country: cellAt(columns, 9, row),
    isBased: cellAt(columns, 10, row) === 1,
    best: cellAt(columns, 11, row),
  }
}

async function readRanks({ release, indicators, sex }: Question, members: number, code: string) {
  const found = new Map<string, number>()
  const asked = { members, place: release.places.numbers.get(code)!, sex: SEXES.indexOf(sex) }
  await release.questions.each(GROUP_RANKS + amongNumbers(release, indicators), asked, ([indicator, rank], row) =>
    found.set(release.numbered[indicator!.getItem(row)!]!.id, rank!.getItem(row)!),
  )
  return found
}

/** Statistics and rank of a group that was not known beforehand, out of its members' own stretches. */
async function reckonedFrom(
  question: Question,
  members: Members,
  country: ReadonlyMap<string, Referred>,
  code: string,
): Promise<References> {
  const { release, indicators } = question
  const values = await valuesOf(question, members.codes)
  const found: [string, Referred, number | null][] = indicators.flatMap((indicator) => {
    const stated = country.get(indicator.id)
    if (!stated) return []
    const own = members.codes.map((one) => values.get(one)?.get(indicator.id) ?? null)
    const { precision } = release.reckoned.get(indicator.id)!
    const ranked = ranks(own, indicator.direction)
    const rank = ranked[members.codes.indexOf(code)] ?? null
    const best = bestCount(own, indicator.direction)
    return [[indicator.id, { ...statisticsOf(own, stated.country, precision), isBased: stated.isBased, best }, rank]]
  })
  return {
    statistics: new Map(found.map(([id, statistics]) => [id, statistics])),
    ranks: new Map(found.map(([id, , rank]) => [id, rank])),
  }
}

/** Values by code and indicator, in the latest year of each indicator or the one asked for. */
async function valuesOf({ release, indicators, sex, period }: Question, codes: readonly string[]) {
  const found = new Map<string, Map<string, number | null>>(codes.map((code) => [code, new Map()]))
  const asked = { sex: SEXES.indexOf(sex), ...(period === undefined ? {} : { period }) }
  const sql =
    (period === undefined ? LATEST_VALUES : YEAR_VALUES) +
    amongPlaces(release, codes) +
    amongNumbers(release, indicators)
  await release.questions.each(sql, asked, ([place, indicator, value], row) => {
    const code = release.places.codes[place!.getItem(row)!]!
    const { id } = release.numbered[indicator!.getItem(row)!]!
    found.get(code)!.set(id, value!.getItem(row))
  })
  return found
}
