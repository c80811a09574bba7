import type { IndicatorEntry, IndicatorsAnswer } from '../../data/model/answers/indicators.ts'
import { isOutsideCatalogue } from '../../data/model/indicator.ts'
import type { Lang } from '../../data/model/numbers.ts'
import { ask } from './ask.ts'
import type { Lists } from './lists.ts'

/** What an address names of the indicators that the lists may lack. */
export type Named = { ids: readonly string[]; area: string }

/**
 * The lists with those of Kolada's indicators outside the catalogue that are named, or that stand in the named area.
 * @throws AskError
 */
export async function withNamed(lists: Lists, { ids, area }: Named, lang: Lang): Promise<Lists> {
  if (lists.outside === 0) return lists
  const lacking = ids.filter((id) => !lists.indicators.has(id)).sort()
  const found = await Promise.all([
    lacking.length > 0 ? listed({ ids: lacking.join(',') }, lang) : [],
    isOutsideCatalogue({ area }) ? listed({ area, valued: 'yes' }, lang) : [],
  ])
  const further = found.flat()
  if (further.length === 0) return lists
  return { ...lists, indicators: new Map([...lists.indicators, ...further.map((one) => [one.id, one] as const)]) }
}

const MOST_FOUND = 20

/** The best answers to a search among Kolada's indicators outside the catalogue that have values and are not in the lists. @throws AskError */
export async function searchOutside(q: string, lists: Lists, lang: Lang): Promise<IndicatorEntry[]> {
  if (lists.outside === 0) return []
  const question = { q: q.trim().slice(0, LONGEST_SEARCH), outside: 'yes', valued: 'yes', limit: MOST_FOUND }
  return (await listed(question, lang)).filter(({ id }) => !lists.indicators.has(id))
}

const LONGEST_SEARCH = 100

const listed = async (question: Record<string, string | number | undefined>, lang: Lang) =>
  (await ask<IndicatorsAnswer>('indicators', question, lang)).indicators
