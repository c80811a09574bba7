import type { IndicatorEntry } from '../../data/model/answers/indicators.ts'
import { METHODS } from '../../data/model/methods.ts'
import { swedishOrder } from '../../data/model/numbers.ts'
import { searchOutside } from '../api-client/further-indicators.ts'
import type { Context } from '../page/view.ts'
import { aboutIn } from '../text/about/index.ts'
import { methodsIn } from '../text/method/index.ts'
import { searchIn } from '../text/search/index.ts'
import { VIEW_IDS } from '../views/index.ts'
import type { Destination } from './destination.ts'

/** Everywhere that somebody may want to go, except into the follow-up: pages first. */
export function destinations(context: Context): Destination[] {
  return [
    ...pages(context),
    ...municipalities(context),
    ...groups(context),
    ...indicators(context),
    ...definitions(context),
    ...methods(context),
    ...chapters(context),
  ]
}

export const pages = ({ lang, texts }: Context): Destination[] =>
  VIEW_IDS.map((id) => ({
    value: `view-${id}`,
    label: texts.views[id],
    note: searchIn(lang).kinds.page,
    change: { view: id },
  }))

/** Where a chosen municipality or group changes what is seen: the page at hand, unless it is about neither. */
const comparing = ({ state: { view } }: Context) =>
  ['selection', 'start', 'method', 'about'].includes(view) ? { view: 'compare' } : {}

function municipalities(context: Context): Destination[] {
  const { kinds } = searchIn(context.lang)
  const places = [...context.lists.municipalities.values()].sort((a, b) => swedishOrder(a.name, b.name))
  return places.map(({ code, name, county }) => ({
    value: `municipality-${code}`,
    label: name,
    note: kinds.municipality(county.name),
    change: { municipality: code, ...comparing(context) },
  }))
}

function groups(context: Context): Destination[] {
  const { kinds } = searchIn(context.lang)
  return [...context.lists.groups.values()]
    .filter(({ kind }) => kind !== 'similar')
    .map(({ id, name, kind }) => ({
      value: `group-${id}`,
      label: name,
      note: kinds.group(context.texts.groupKinds[kind] ?? ''),
      change: { group: id, ...comparing(context) },
    }))
}

const areaOf = ({ lists }: Context, area: string): string => lists.areas.get(area)?.name ?? ''

const indicators = (context: Context): Destination[] =>
  [...context.lists.indicators.values()]
    .filter(({ periods }) => periods.length > 0)
    .map((one) => indicatorDestination(one, context))

function indicatorDestination(
  { id, short, title, area, otherWords, outside }: IndicatorEntry,
  context: Context,
): Destination {
  const { kinds } = searchIn(context.lang)
  const note = kinds.indicator(areaOf(context, area))
  return {
    value: `indicator-${id}`,
    label: outside ? title : short,
    words: outside ? id : `${title} ${otherWords}`,
    note: outside ? `${note} · ${context.texts.choose.notJudged(id)}` : note,
    change: { view: 'compare', indicator: id },
  }
}

/** Kolada's indicators outside the catalogue that answer a question. @throws AskError */
export const outsideDestinations = async (question: string, context: Context): Promise<Destination[]> =>
  (await searchOutside(question, context.lists, context.lang)).map((one) => indicatorDestination(one, context))

/**
 * Of indicators that have values only where a definition is asked for; of the others always, with how to fetch them.
 */
const definitions = (context: Context): Destination[] =>
  [...context.lists.indicators.values()].map((one) => definitionDestination(one, context))

function definitionDestination(
  { id, short, title, otherWords, area, source, periods, outside }: IndicatorEntry,
  context: Context,
): Destination {
  const { kinds, definitionOf } = searchIn(context.lang)
  const found = {
    value: `definition-${id}`,
    label: definitionOf(outside ? title : short),
    words: `${title} ${otherWords}`,
    change: { view: 'about', find: '', at: id },
  }
  if (periods.length === 0) return { ...found, note: kinds.notLoaded(id, source === 'Kolada') }
  return { ...found, note: kinds.definition(areaOf(context, area)), asked: /defin/i }
}

/** Found by their formula's and author's names too: Wilson, Spiegelhalter. */
function methods({ lang, texts }: Context): Destination[] {
  const { explained } = methodsIn(lang)
  return METHODS.map((id) => ({
    value: `method-${id}`,
    label: explained[id].title,
    words: `${texts.methods[id]} ${explained[id].formula} ${explained[id].source}`,
    note: searchIn(lang).kinds.method,
    change: { view: 'method', at: id },
  }))
}

const CHAPTERS = ['sources', 'revisions', 'terms', 'definitions', 'protection', 'keyboard', 'accessibility'] as const

const chapters = ({ lang }: Context): Destination[] =>
  CHAPTERS.map((id) => ({
    value: `chapter-${id}`,
    label: aboutIn(lang)[id].title,
    note: searchIn(lang).kinds.chapter,
    change: { view: 'about', at: id },
  }))
