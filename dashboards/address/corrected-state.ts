import { BACKGROUND } from '../../data/model/indicator.ts'
import type { Lists } from '../api-client/lists.ts'
import type { Texts } from '../text/index.ts'
import { PARAMETERS, type State } from './state.ts'
import { isBySex, yearsOffered } from './years-and-sex.ts'

/** A state that the data can answer, and a kind word for each choice that they could not. */
export type Corrected = { state: State; notices: string[] }

/** Replaces what the served release does not know with what falls back, then what its figures do not have. */
export function correctedState(state: State, lists: Lists, texts: Texts): Corrected {
  const known = correctedNames(placedState(state, lists), lists, texts)
  const had = correctedSpan(known.state, lists, texts)
  return { state: had.state, notices: [...known.notices, ...had.notices] }
}

/** A place that is a municipality is the municipality itself: a place of its own is only a group. */
const placedState = (state: State, { municipalities, groups }: Lists): State =>
  municipalities.has(state.place) && !groups.has(state.place)
    ? { ...state, municipality: state.place, place: PARAMETERS.place.fallback }
    : state

/** The year and the sex, where what is chosen has none of them. */
function correctedSpan(state: State, lists: Lists, texts: Texts): Corrected {
  const years = yearsOffered(state, lists)
  const names = [
    ...(state.period !== '' && years !== null && !years.includes(Number(state.period)) ? (['period'] as const) : []),
    ...(state.sex !== 'T' && years !== null && !isBySex(state, lists) ? (['sex'] as const) : []),
  ]
  return {
    state: { ...state, ...Object.fromEntries(names.map((name) => [name, PARAMETERS[name].fallback])) },
    notices: names.map((name) => texts.notice[name](state[name])),
  }
}

function correctedNames(state: State, lists: Lists, texts: Texts): Corrected {
  const known = {
    view: (id: string) => Object.hasOwn(texts.views, id) || Object.hasOwn(texts.work, id),
    municipality: (code: string) => code === '' || lists.municipalities.has(code),
    group: (id: string) => lists.groups.has(id),
    also: (codes: string) => codes === '' || codes.split(',').every((code) => lists.municipalities.has(code)),
    place: (id: string) => id === '' || lists.groups.has(id),
    indicator: (id: string) => hasValues(id, lists),
    other: (id: string) => hasValues(id, lists),
    area: (id: string) => id === 'all' || lists.areas.has(id),
  }
  const names = Object.keys(known) as (keyof typeof known)[]
  const unknown = names.filter((name) => !known[name](state[name]))
  const corrections = unknown.map((name) => [name, fallbackOf(name, lists)])
  return {
    state: { ...state, ...Object.fromEntries(corrections) },
    notices: chosen(unknown, state).map((name) => texts.notice[name === 'other' ? 'indicator' : name](state[name])),
  }
}

/** Nobody needs to hear that the page began with something else than it would have. */
const chosen = <Name extends keyof typeof PARAMETERS>(names: readonly Name[], state: State) =>
  names.filter((name) => state[name] !== PARAMETERS[name].fallback)

function fallbackOf(
  name: 'view' | 'municipality' | 'group' | 'also' | 'place' | 'indicator' | 'other' | 'area',
  lists: Lists,
): string {
  if (name === 'area') return 'all'
  const { fallback } = PARAMETERS[name]
  if (name !== 'indicator' && name !== 'other') return fallback
  const offered = [...lists.indicators.values()].filter(({ id }) => hasValues(id, lists))
  const preferred =
    name === 'other' ? offered.find(({ area, kind }) => area === BACKGROUND && kind !== 'count') : undefined
  return (preferred ?? offered[0])?.id ?? fallback
}

const hasValues = (id: string, { indicators }: Lists) => (indicators.get(id)?.periods.length ?? 0) > 0
