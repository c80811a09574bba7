import { comparedWith, comparisonOf } from '../../data/figures/reference.ts'
import type { Best, Comparison } from '../../data/model/answers/figure.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { standingsIn } from './history.ts'
import type { Members } from './members.ts'
import { countryStatistics, type Question, type References, type Referred, referencesOf } from './references.ts'
import { latestStandings, type Standings, type Stood } from './standings.ts'

/** One municipality in many indicators, seen from a reference. */
export type View = {
  /** By indicator; none where it was never published. */
  stood: ReadonlyMap<string, Stood>
  /** Of the reference, by indicator. */
  statistics: ReadonlyMap<string, Referred>
  /** Of all municipalities, by indicator. */
  country: ReadonlyMap<string, Referred>
  sources: readonly (string | null)[]
  periodOf(indicator: Indicator): number | null
  rankOf(indicator: Indicator): number | null
  comparisonOf(indicator: Indicator): Comparison
  /** How many of the country's municipalities have the best value. */
  bestOf(indicator: Indicator): Best
}

export async function viewOf(question: Question, members: Members, code: string): Promise<View> {
  const country = await countryStatistics(question)
  const stood = (await standingsOf(question, country, [code])).get(code)!
  const { statistics, ranks } =
    members.id === 'all' ? amongAll(country, stood) : await referencesOf(question, members, country, code)
  return {
    stood,
    statistics,
    country,
    sources: [...stood.values()].map(({ source }) => source),
    periodOf: ({ id }) => question.period ?? question.release.reckoned.get(id)!.latest,
    rankOf: ({ id }) => ranks.get(id) ?? null,
    comparisonOf: (indicator) => compared(indicator, stood.get(indicator.id), statistics.get(indicator.id)),
    bestOf: ({ id }) => bestAmong(country.get(id)),
  }
}

/** Where municipalities stand. @param country statistics of all municipalities where a year is asked for */
export function standingsOf(
  { release, indicators, sex, period }: Question,
  country: ReadonlyMap<string, Referred>,
  codes: readonly string[],
): Promise<Standings> {
  if (period === undefined) return latestStandings(release, indicators, sex, codes)
  const ranked = new Map([...country].map(([id, { count }]) => [id, count]))
  return standingsIn({ release, indicators, sex, period }, codes, ranked)
}

const amongAll = (statistics: ReadonlyMap<string, Referred>, stood: ReadonlyMap<string, Stood>): References => ({
  statistics,
  ranks: new Map([...stood].map(([id, { rank }]) => [id, rank])),
})

/** How many of all that are referred to have the best value; null where no way is better. */
export const bestAmong = (reference: Referred | undefined): Best =>
  reference?.best == null ? null : { count: reference.best, of: reference.count }

/** How a standing compares with what its kind is compared with: the country's figure or the median. */
export function compared(indicator: Indicator, stood: Stood | undefined, reference: Referred | undefined): Comparison {
  if (!stood || !reference) return null
  return comparisonOf(indicator, stood, stood, reference[comparedWith(indicator, reference.isBased, reference)])
}
