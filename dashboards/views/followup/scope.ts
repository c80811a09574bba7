import type { AggregateAnswer } from '../../../data/model/answers/aggregate.ts'
import type { InstrumentsAnswer } from '../../../data/model/answers/instruments.ts'
import type { ReleasesAnswer } from '../../../data/model/answers/releases.ts'
import { ask } from '../../api-client/ask.ts'
import type { Context } from '../../page/view.ts'
import { answeredAs, comparedWith, placeOf, placesQuestion, type Spot } from './spots.ts'

export type Instrument = InstrumentsAnswer['instruments'][number]
export type Dimension = Instrument['dimensions'][number]

/** Whose figures a page shows, beside whose, and of which years. */
export type Scope = {
  instrument: Instrument
  place: Spot
  group: Spot | null
  /** A year, or a run of years: 2021-2023. */
  period: string
  /** Years in which anything is shown of the place or the group, the latest first. */
  years: readonly number[]
  /** The year that the page begins with. */
  begin: number
}

/** Why there is nothing to lay out: no place is chosen, or no municipality's extract is in the release. */
export type Lacking = { lacks: 'place' | 'extracts'; instrument: string }

export const isLacking = (laid: object): laid is Lacking => 'lacks' in laid

/** Years that are looked through for shown figures. */
const YEARS_BACK = 15

/**
 * @param persons id of the measure that counts persons, by which the years with figures are found
 * @param telling id of the measure that the page is most about: it begins with the latest year that shows it
 * @throws AskError
 */
export async function layScope(
  id: string,
  persons: string,
  telling: string,
  context: Context,
): Promise<Scope | Lacking> {
  // Asked before the figures: nobody needs to sign in to hear that there is nothing; to see what there is, they do.
  const [isThere, instrument] = await Promise.all([isInRelease(id, context), instrumentOf(id, context)])
  if (!isThere) return { lacks: 'extracts', instrument: id }
  const place = placeOf(context)
  if (!place) return { lacks: 'place', instrument: id }
  const group = comparedWith(context)
  const years = await yearsShown(id, { persons, telling }, group ? [place, group] : [place], context)
  return { instrument, place, group, ...years, period: context.state.years || String(years.begin) }
}

/** What the release says of its sources: it never tells how much there is, only that there is any. */
async function isInRelease(id: string, { lang }: Context): Promise<boolean> {
  const { releases } = await ask<ReleasesAnswer>('releases', {}, lang)
  const served = releases.find(({ current }) => current)
  return served?.sources.some(({ source }) => source === id) ?? false
}

async function instrumentOf(id: string, { lang }: Context): Promise<Instrument> {
  const { instruments } = await ask<InstrumentsAnswer>('instruments', {}, lang)
  return instruments.find((instrument) => instrument.id === id)!
}

type Wanted = { persons: string; telling: string }

/** It begins with the latest year that tells most of the place; else its own latest, the group's, or last year. */
async function yearsShown(instrument: string, wanted: Wanted, spots: readonly Spot[], { lang, lists }: Context) {
  const built = Number(lists.release?.builtAt.slice(0, 4))
  const periods = Array.from({ length: YEARS_BACK }, (_, back) => built - back)
  const measure = [...new Set([wanted.persons, wanted.telling])].join(',')
  const question = { instrument, measure, ...placesQuestion(spots), periods: periods.join(',') }
  const { cells } = await ask<AggregateAnswer>('aggregate', question, lang)
  const shown = cells.filter((cell) => cell.shown)
  const own = shown.filter(({ place }) => place === answeredAs(spots[0]!))
  const years = yearsOf(shown.filter((cell) => cell.measure === wanted.persons))
  const [telling] = yearsOf(own.filter((cell) => cell.measure === wanted.telling))
  return { years, begin: telling ?? yearsOf(own)[0] ?? years[0] ?? built - 1 }
}

const yearsOf = (cells: AggregateAnswer['cells']) =>
  [...new Set(cells.map(({ period }) => Number(period)))].sort((a, b) => b - a)

/** `2021–2023` as it is printed. */
export const printedPeriod = (period: string): string => period.replace('-', '–')

/** Whether a person may count more than once: more than one municipality or year. */
export const countsPersonYears = ({ place, period }: Scope): boolean => place.isGroup || period.includes('-')

export const dimensionOf = ({ instrument }: Scope, id: string): Dimension =>
  instrument.dimensions.find((dimension) => dimension.id === id)!
