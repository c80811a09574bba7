import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Home } from './home.ts'
import { idsIn, type Manifest, parseManifest } from './manifest.ts'

export const copyOf = (home: Home, id: string): string => join(home.manifests, `${id}.json`)

/** The copy of a release's manifest; null where there is none or it is damaged itself. */
export function copiedManifest(home: Home, id: string): Manifest | null {
  const path = copyOf(home, id)
  const copy = existsSync(path) ? parseManifest(readFileSync(path, 'utf8')) : null
  return copy?.id === id ? copy : null
}

/** Ids of the releases whose manifest's copy is not as it was written, in their order. */
export const damagedCopies = (home: Home): string[] =>
  idsIn(home.manifests, '.json')
    .filter((id) => copiedManifest(home, id) === null)
    .sort()

export const removeCopy = (home: Home, id: string): void => rmSync(copyOf(home, id), { force: true })
