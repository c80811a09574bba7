import type { Home } from '../../data/store/home.ts'
import { listManifests, type Manifest } from '../../data/store/manifest.ts'
import { currentRelease, removeRelease } from '../../data/store/release.ts'

const rulesOf = ({ rules }: Manifest): number => rules ?? 0
const holdsClients = ({ sources }: Manifest): boolean => sources.some(({ source }) => ['asi', 'ubu'].includes(source))

/** Whether a release's figures of ASI and UBU were protected by older rules than these. One without such figures has none. */
export const isProtectedBefore = (release: Manifest, rules: number): boolean =>
  holdsClients(release) && rulesOf(release) < rules

/**
 * Withdraws the releases whose figures of ASI and UBU were protected by older rules than the served one's: old and new
 * answers together are two draws (disclosure rule 11). Those that hold no such figures stay.
 * @returns their ids
 */
export function withdrawOlderRules(home: Home): string[] {
  const releases = listManifests(home)
  const served = releases.find(({ id }) => id === currentRelease(home))
  if (!served) return []
  const older = releases.filter((release) => isProtectedBefore(release, rulesOf(served)))
  for (const { id } of older) removeRelease(home, id)
  return older.map(({ id }) => id)
}
