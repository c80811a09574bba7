import { digest } from './keys.ts'
import type { YearPersons } from './persons.ts'

/** Each person's mark and that of everything known of them in the year; neither can be read back without the secret. */
export type Fingerprints = Map<string, string>

/** Fewer persons than this change nothing that is shown. */
export const FEWEST_CHANGED = 10
const MOST_CHANGES_A_YEAR = 4
const YEAR_MS = 365 * 24 * 3600 * 1000

/** The fingerprints of an instrument's persons in a municipality's year. */
export function fingerprintsOf(persons: YearPersons, scope: string, secret: string): Fingerprints {
  const contents = new Map<string, string>()
  for (const [kind, { ids, contents: ofKind }] of persons) {
    for (const [i, id] of ids.entries()) contents.set(id, `${contents.get(id) ?? ''}|${kind}:${ofKind[i]}`)
  }
  const mark = (text: string): string => digest(`${secret}|mark|${scope}|${text}`).slice(0, 16)
  return new Map([...contents].map(([id, content]) => [mark(id), mark(`${id}${content}`)]))
}

/** How many persons were added, removed or altered between the two. */
export function changedPersons(before: Fingerprints, after: Fingerprints): number {
  const gone = [...before.keys()].filter((id) => !after.has(id)).length
  return gone + [...after].filter(([id, content]) => before.get(id) !== content).length
}

/** Whether answers that changed at these times (ISO) have done so as often as they may in any 365 days. */
export const isOftenChanged = (changes: readonly string[], builtAt: Date): boolean =>
  changes.filter((at) => builtAt.getTime() - Date.parse(at) < YEAR_MS).length >= MOST_CHANGES_A_YEAR

/** Why new data of a municipality's year wait. */
export type Waiting = 'fewer-than-ten' | 'four-changes'

/**
 * The release gate (disclosure rule 11). `before` is what the last release rests on, null where there was none;
 * `changes` when its answers changed (ISO). The first appearance counts as no change but needs ten persons all the same;
 * at most four changes in any 365 days. Invented persons need no such limit, a new sample replaces the old one at once.
 */
export function gate(
  before: { fingerprints: Fingerprints; changes: string[] } | null,
  after: Fingerprints,
  builtAt: Date,
  sample: boolean,
): 'same' | 'changes' | Waiting {
  const changed = changedPersons(before?.fingerprints ?? new Map(), after)
  if (changed === 0) return 'same'
  if (changed < FEWEST_CHANGED) return 'fewer-than-ten'
  return isOftenChanged(before?.changes ?? [], builtAt) && !sample ? 'four-changes' : 'changes'
}
