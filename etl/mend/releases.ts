import { existsSync } from 'node:fs'
import type { Home } from '../../data/store/home.ts'
import { damagedManifests, listManifests } from '../../data/store/manifest.ts'
import { currentRelease, listReleases, putReleaseAside, releaseFile, serveRelease } from '../../data/store/release.ts'
import { sha256Of } from '../../data/store/sums.ts'

/** Puts aside every release that is not as it was built. @returns their ids */
export async function putDamagedAside(home: Home): Promise<string[]> {
  const aside = [...damagedManifests(home)]
  for (const { id, sha256 } of listManifests(home)) {
    const path = releaseFile(home, id)
    if (!existsSync(path) || (await sha256Of(path)) !== sha256) aside.push(id)
  }
  for (const id of aside) putReleaseAside(home, id)
  return aside
}

/** Where no release that is here is served, serves the last built. @returns its id, or null where nothing was changed */
export function serveLastBuilt(home: Home): string | null {
  const built = listReleases(home)
  const current = currentRelease(home)
  const last = built[0]
  if (!last || built.some(({ id }) => id === current)) return null
  serveRelease(home, last.id)
  return last.id
}
