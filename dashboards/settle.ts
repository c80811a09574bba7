import type { Foundation } from './foundation.ts'
import { PARAMETERS, type State } from './state.ts'
import type { Texts } from './text/index.ts'
import { VIEWS } from './views/index.ts'

/** A state that the data can answer, and a kind word for each choice that they could not. */
export type Settled = { state: State; notices: string[] }

/** Replaces what the served release does not know with what falls back. */
export function settle(state: State, foundation: Foundation, texts: Texts): Settled {
  const known = {
    view: (id: string) => VIEWS.some((view) => view.id === id),
    municipality: (code: string) => code === '' || foundation.municipalities.has(code),
    group: (id: string) => foundation.groups.has(id),
    place: (id: string) => id === '' || foundation.groups.has(id),
    indicator: (id: string) => foundation.indicators.has(id),
    other: (id: string) => foundation.indicators.has(id),
    area: (id: string) => id === 'all' || foundation.areas.has(id),
  }
  const names = Object.keys(known) as (keyof typeof known)[]
  const unknown = names.filter((name) => !known[name](state[name]))
  const corrections = unknown.map((name) => [name, fallbackOf(name, foundation)])
  return {
    state: { ...state, ...Object.fromEntries(corrections) },
    notices: unknown.map((name) => texts.notice[name === 'other' ? 'indicator' : name](state[name])),
  }
}

function fallbackOf(
  name: 'view' | 'municipality' | 'group' | 'place' | 'indicator' | 'other' | 'area',
  foundation: Foundation,
): string {
  if (name === 'area') return 'all'
  const { fallback } = PARAMETERS[name]
  const first = foundation.indicators.keys().next().value
  const isIndicator = name === 'indicator' || name === 'other'
  return isIndicator && !foundation.indicators.has(fallback) ? (first ?? fallback) : fallback
}
