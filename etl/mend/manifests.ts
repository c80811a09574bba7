import { existsSync } from 'node:fs'
import type { Home } from '../../data/store/home.ts'
import { damagedManifests, listManifests, type Manifest, placeManifest } from '../../data/store/manifest.ts'
import { copiedManifest, damagedCopies, removeCopy } from '../../data/store/manifest-copies.ts'
import { releaseFile } from '../../data/store/release.ts'
import { sha256Of } from '../../data/store/sums.ts'

/**
 * Puts back damaged manifests out of their copies, where the release is the one that the copy speaks of.
 * @returns ids of those that are whole again
 */
export async function mendManifests(home: Home): Promise<string[]> {
  const mended: string[] = []
  for (const id of damagedManifests(home)) {
    const copy = copiedManifest(home, id)
    if (!copy || !(await isOf(home, copy))) continue
    placeManifest(home, copy)
    mended.push(id)
  }
  return mended
}

/** Writes damaged copies anew out of the manifests; those of releases that are not here any more are of no use. @returns ids of all */
export function mendCopies(home: Home): string[] {
  const damaged = damagedCopies(home)
  for (const id of damaged) removeCopy(home, id)
  for (const manifest of listManifests(home)) if (damaged.includes(manifest.id)) placeManifest(home, manifest)
  return damaged
}

async function isOf(home: Home, { id, sha256 }: Manifest): Promise<boolean> {
  const path = releaseFile(home, id)
  return existsSync(path) && (await sha256Of(path)) === sha256
}
