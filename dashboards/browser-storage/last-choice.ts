import type { State } from '../address/state.ts'
import { store, stored } from './stored.ts'

const KEY = 'jamsides-choice'
type Choice = Pick<State, 'municipality' | 'group' | 'mine'>

/** The municipality and group that were last chosen in this browser, and the indicators that were added to one's own; null where nothing is kept or may be. */
export function keptChoice(): Choice | null {
  const { municipality, group, mine = '' } = (stored(KEY) ?? {}) as Record<string, unknown>
  if (typeof municipality !== 'string' || typeof group !== 'string' || typeof mine !== 'string') return null
  return { municipality, group, mine }
}

/** Keeps the choice for the next visit, where the browser allows it: where not, the address holds it. */
export const keepChoice = ({ municipality, group, mine }: Choice): boolean => store(KEY, { municipality, group, mine })
