import { INDICATOR_ID, wholeIndicatorId } from '../../data/model/indicator-id.ts'
import type { Lang } from '../../data/model/numbers.ts'
import { OWN_GROUP } from '../../data/model/own-group.ts'

/** Letters of a packed basket that every server and mail program takes in an address. */
export const LONGEST_BASKET = 12_000

type Parameter = { fallback: string; pattern: RegExp }

/** Everything that can be chosen, in the order of the address. An empty text means not chosen. */
export const PARAMETERS = {
  view: { fallback: 'start', pattern: /^[a-z-]{1,30}$/ },
  municipality: { fallback: '', pattern: /^\d{4}$/ },
  group: { fallback: 'all', pattern: new RegExp(`^[A-Za-z0-9-]{1,60}$|${OWN_GROUP.source}`) },
  also: { fallback: '', pattern: /^\d{4}(,\d{4}){0,5}$/ },
  indicator: { fallback: 'N31807', pattern: wholeIndicatorId },
  other: { fallback: 'N03937', pattern: wholeIndicatorId },
  area: { fallback: 'ekonomiskt-bistand', pattern: /^[a-z-]{1,40}$/ },
  period: { fallback: '', pattern: /^\d{4}$/ },
  sex: { fallback: 'T', pattern: /^[TKM]$/ },
  sort: { fallback: '', pattern: /^-?[A-Za-z0-9]{1,20}$/ },
  only: { fallback: '', pattern: /^(worst|best|changed|improved|declined|own)$/ },
  rows: { fallback: '', pattern: /^all$/ },
  place: { fallback: '', pattern: new RegExp(`^[A-Za-z0-9-]{1,60}$|${OWN_GROUP.source}`) },
  years: { fallback: '', pattern: /^\d{4}(-\d{4})?$/ },
  split: { fallback: '', pattern: /^[a-z_]{1,40}(,[a-z_]{1,40})?$/ },
  reading: { fallback: '', pattern: /^[a-z0-9_]{1,20}$/ },
  focus: { fallback: '', pattern: /^[a-z]{1,20}$/ },
  module: { fallback: '', pattern: /^[a-z_]{1,40}$/ },
  occasion: { fallback: '', pattern: /^[a-z]{1,20}$/ },
  measures: { fallback: '', pattern: new RegExp(`^${INDICATOR_ID}(,${INDICATOR_ID}){0,11}$`) },
  mine: { fallback: '', pattern: new RegExp(`^${INDICATOR_ID}(,${INDICATOR_ID}){0,19}$`) },
  weights: { fallback: '', pattern: /^\d{1,3}(,\d{1,3}){0,11}$/ },
  basket: { fallback: '', pattern: new RegExp(`^[A-Za-z0-9_-]{1,${LONGEST_BASKET}}$`) },
  meeting: { fallback: '', pattern: /^[A-Za-z0-9_-]{8,64}$/ },
  mode: { fallback: '', pattern: /^[a-z]{1,12}$/ },
  code: { fallback: '', pattern: /^[A-Za-z0-9-]{4,20}$/ },
  since: { fallback: 'release', pattern: /^(release|first)$/ },
  revised: { fallback: '', pattern: wholeIndicatorId },
  find: { fallback: '', pattern: /^[^<>]{1,60}$/ },
  at: { fallback: '', pattern: /^[A-Za-z][A-Za-z0-9-]{0,40}$/ },
  lang: { fallback: 'sv', pattern: /^(sv|en)$/ },
} as const satisfies Record<string, Parameter>

type Name = keyof typeof PARAMETERS

/** What is on screen, and all of it: the address says no less and no more. */
export type State = { readonly [N in Exclude<Name, 'lang'>]: string } & { readonly lang: Lang }

const names = Object.keys(PARAMETERS) as Name[]

/** Reads the address's query; what is absent or malformed falls back, what is unknown is left out. */
export function readState(search: string): State {
  const given = new URLSearchParams(search)
  return Object.fromEntries(names.map((name) => [name, normalise(name, given.get(name))])) as State
}

function normalise(name: Name, text: string | null): string {
  const { fallback, pattern } = PARAMETERS[name]
  return text !== null && pattern.test(text) ? text : fallback
}

/**
 * The state after a choice. Where another page is turned to, what pointed at a place on the old one falls away, and so does
 * the basket: the selection then shows the one that the browser keeps, with what was picked since.
 */
export function changedState(state: State, change: Partial<State>): State {
  return {
    ...state,
    ...(change.view === undefined ? {} : { at: '', basket: '', meeting: '', mode: '', code: '' }),
    ...change,
  }
}

/** The shortest query that reads back as the same state: `?view=compare&municipality=0184`, or empty. */
export function writeState(state: State): string {
  const chosen = names.filter((name) => state[name] !== PARAMETERS[name].fallback)
  const query = new URLSearchParams(chosen.map((name) => [name, state[name]])).toString()
  return query === '' ? '/' : `?${query}`
}
