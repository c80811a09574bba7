import type { GroupsAnswer } from '../../data/model/answers/groups.ts'
import type { HealthAnswer } from '../../data/model/answers/health.ts'
import type { IndicatorEntry, IndicatorsAnswer } from '../../data/model/answers/indicators.ts'
import type { MunicipalitiesAnswer } from '../../data/model/answers/municipalities.ts'
import type { Lang } from '../../data/model/numbers.ts'
import { keepsFor } from '../offline/kept-answers.ts'
import { AskError, ask, ofServed, readsFrom } from './ask.ts'

type Place = MunicipalitiesAnswer['municipalities'][number]
export type Group = GroupsAnswer['groups'][number]
export type Area = IndicatorsAnswer['areas'][number]

/** The lists that every page stands on: what the choosers offer, and which release is served. */
export type Lists = {
  /** In Swedish order of name. */
  municipalities: ReadonlyMap<string, Place>
  groups: ReadonlyMap<string, Group>
  /** Those that pages are about, and whichever of Kolada's outside the catalogue the address names. */
  indicators: ReadonlyMap<string, IndicatorEntry>
  /** How many of Kolada's indicators outside the catalogue can be searched for. */
  outside: number
  areas: ReadonlyMap<string, Area>
  release: HealthAnswer['release']
  /** Another release is served than the one that should be. */
  isOther?: boolean
  /** The release that is to be read is no longer here, or of an earlier program: these lists are those of the one in service. */
  isServed?: boolean
}

const fetched = new Map<string, Promise<Lists>>()

/**
 * The lists in a language, of the release that questions are answered from; fetched once, and asked for anew where a session
 * keeps what it is answered.
 * @throws AskError
 */
export function fetchLists(lang: Lang): Promise<Lists> {
  const key = `${lang} ${readsFrom() ?? ''} ${keepsFor() ?? ''}`
  const fetching = fetched.get(key) ?? askForLists(lang).catch((error) => listsInService(error, lang))
  fetched.set(key, fetching)
  fetching.catch(() => fetched.delete(key))
  return fetching
}

/** Where a release cannot be read, its words still can, with the names of the one in service. @throws AskError */
async function listsInService(error: unknown, lang: Lang): Promise<Lists> {
  const isUnreadable = error instanceof AskError && (error.kind === 'refused' || error.kind === 'unknown')
  if (readsFrom() === null || !isUnreadable) throw error
  return { ...(await ofServed(() => askForLists(lang))), isServed: true }
}

/** Forgets the lists, because another release is being served. */
export const forgetLists = (): void => fetched.clear()

async function askForLists(lang: Lang): Promise<Lists> {
  const [places, grouped, listed, health] = await Promise.all([
    ask<MunicipalitiesAnswer>('municipalities', {}, lang),
    ask<GroupsAnswer>('groups', {}, lang),
    ask<IndicatorsAnswer>('indicators', { outside: 'no' }, lang),
    ask<HealthAnswer>('health', {}, lang),
  ])
  return {
    municipalities: new Map(places.municipalities.map((one) => [one.code, one])),
    groups: new Map(grouped.groups.map((one) => [one.id, one])),
    indicators: new Map(listed.indicators.map((one) => [one.id, one])),
    outside: listed.outside,
    areas: new Map(listed.areas.map((one) => [one.id, one])),
    release: health.release,
    isOther: health.status === 'degraded',
  }
}
