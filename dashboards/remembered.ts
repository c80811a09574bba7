import type { State } from './state.ts'

const KEY = 'jamsides-choice'
type Choice = Pick<State, 'municipality' | 'group'>

/** The municipality and group that were last chosen in this browser; null where nothing is kept or may be. */
export function rememberedChoice(): Choice | null {
  try {
    const { municipality, group } = JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? {}
    return typeof municipality === 'string' && typeof group === 'string' ? { municipality, group } : null
  } catch {
    return null
  }
}

/** Keeps the choice for the next visit, where the browser allows it. */
export function rememberChoice({ municipality, group }: Choice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ municipality, group }))
  } catch {
    // A browser that keeps nothing still works: the address holds the choice.
  }
}
