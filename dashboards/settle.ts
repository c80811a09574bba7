import type { Foundation } from './foundation.ts'
import { isBySex, yearsOffered } from './offered.ts'
import { PARAMETERS, type State } from './state.ts'
import type { Texts } from './text/index.ts'
import { VIEWS } from './views/index.ts'

/** A state that the data can answer, and a kind word for each choice that they could not. */
export type Settled = { state: State; notices: string[] }

/** Replaces what the served release does not know with what falls back, then what its figures do not have. */
export function settle(state: State, foundation: Foundation, texts: Texts): Settled {
  const known = settleNames(state, foundation, texts)
  const had = settleSpan(known.state, foundation, texts)
  return { state: had.state, notices: [...known.notices, ...had.notices] }
}

/** The year and the sex, where what is chosen has none of them. */
function settleSpan(state: State, foundation: Foundation, texts: Texts): Settled {
  const years = yearsOffered(state, foundation)
  const names = [
    ...(state.period !== '' && years !== null && !years.includes(Number(state.period)) ? (['period'] as const) : []),
    ...(state.sex !== 'T' && years !== null && !isBySex(state, foundation) ? (['sex'] as const) : []),
  ]
  return {
    state: { ...state, ...Object.fromEntries(names.map((name) => [name, PARAMETERS[name].fallback])) },
    notices: names.map((name) => texts.notice[name](state[name])),
  }
}

function settleNames(state: State, foundation: Foundation, texts: Texts): Settled {
  const known = {
    view: (id: string) => VIEWS.some((view) => view.id === id),
    municipality: (code: string) => code === '' || foundation.municipalities.has(code),
    group: (id: string) => foundation.groups.has(id),
    also: (codes: string) => codes === '' || codes.split(',').every((code) => foundation.municipalities.has(code)),
    place: (id: string) => id === '' || foundation.groups.has(id),
    indicator: (id: string) => hasValues(id, foundation),
    other: (id: string) => hasValues(id, foundation),
    area: (id: string) => id === 'all' || foundation.areas.has(id),
  }
  const names = Object.keys(known) as (keyof typeof known)[]
  const unknown = names.filter((name) => !known[name](state[name]))
  const corrections = unknown.map((name) => [name, fallbackOf(name, foundation)])
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
  foundation: Foundation,
): string {
  if (name === 'area') return 'all'
  const { fallback } = PARAMETERS[name]
  if (name !== 'indicator' && name !== 'other') return fallback
  const offered = [...foundation.indicators.values()].filter(({ id }) => hasValues(id, foundation))
  const preferred =
    name === 'other' ? offered.find(({ area, kind }) => area === 'bakgrund' && kind !== 'count') : undefined
  return (preferred ?? offered[0])?.id ?? fallback
}

const hasValues = (id: string, { indicators }: Foundation) => (indicators.get(id)?.periods.length ?? 0) > 0
