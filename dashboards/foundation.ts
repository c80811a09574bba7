import type { GroupsAnswer } from '../data/model/answers/groups.ts'
import type { HealthAnswer } from '../data/model/answers/health.ts'
import type { IndicatorEntry, IndicatorsAnswer } from '../data/model/answers/indicators.ts'
import type { MunicipalitiesAnswer } from '../data/model/answers/municipalities.ts'
import type { Lang } from '../data/model/numbers.ts'
import { ask } from './client.ts'

type Place = MunicipalitiesAnswer['municipalities'][number]
export type Group = GroupsAnswer['groups'][number]
export type Area = IndicatorsAnswer['areas'][number]

/** What every view stands on: the lists that the choosers offer, and which release is served. */
export type Foundation = {
  /** In Swedish order of name. */
  municipalities: ReadonlyMap<string, Place>
  groups: ReadonlyMap<string, Group>
  indicators: ReadonlyMap<string, IndicatorEntry>
  areas: ReadonlyMap<string, Area>
  release: HealthAnswer['release']
}

const laid = new Map<Lang, Promise<Foundation>>()

/**
 * The lists in a language, fetched once.
 * @throws AskError
 */
export function layFoundation(lang: Lang): Promise<Foundation> {
  const laying = laid.get(lang) ?? fetchFoundation(lang)
  laid.set(lang, laying)
  laying.catch(() => laid.delete(lang))
  return laying
}

/** Forgets the lists, because another release is being served. */
export const forgetFoundation = (): void => laid.clear()

async function fetchFoundation(lang: Lang): Promise<Foundation> {
  const [places, grouped, listed, health] = await Promise.all([
    ask<MunicipalitiesAnswer>('municipalities', {}, lang),
    ask<GroupsAnswer>('groups', {}, lang),
    ask<IndicatorsAnswer>('indicators', {}, lang),
    ask<HealthAnswer>('health', {}, lang),
  ])
  return {
    municipalities: new Map(places.municipalities.map((one) => [one.code, one])),
    groups: new Map(grouped.groups.map((one) => [one.id, one])),
    indicators: new Map(listed.indicators.map((one) => [one.id, one])),
    areas: new Map(listed.areas.map((one) => [one.id, one])),
    release: health.release,
  }
}
