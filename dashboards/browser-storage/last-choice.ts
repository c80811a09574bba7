import type { State } from '../address/state.ts'
import { store, stored } from './stored.ts'

const KEY = 'jamsides-choice'
type Choice = Pick<State, 'municipality' | 'group'>

/** The municipality and group that were last chosen in this browser; null where nothing is kept or may be. */
export function keptChoice(): Choice | null {
  const { municipality, group } = (stored(KEY) ?? {}) as Record<string, unknown>
  return typeof municipality === 'string' && typeof group === 'string' ? { municipality, group } : null
}

/** Keeps the choice for the next visit, where the browser allows it: where not, the address holds it. */
export const keepChoice = ({ municipality, group }: Choice): boolean => store(KEY, { municipality, group })
