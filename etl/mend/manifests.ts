import { openLocked, rowsOf } from '../../data/store/duckdb.ts'
import type { Home } from '../../data/store/home.ts'
import { damagedManifests, linkTo, listManifests, type Manifest, sealManifest } from '../../data/store/manifest.ts'
import { releaseFile, sha256Of } from '../../data/store/release.ts'

/**
 * Writes a damaged manifest anew out of what its release says of itself. Where a later release names it, what was written
 * must carry the seal that stands there: else the release is not the one that was built.
 * @returns ids of those that are whole again
 */
export async function mendManifests(home: Home): Promise<string[]> {
  const mended: string[] = []
  for (const id of damagedManifests(home)) {
    const manifest = await manifestOf(home, id).catch(() => null)
    if (!manifest || !isAsNamed(home, manifest)) continue
    sealManifest(home, manifest)
    mended.push(id)
  }
  return mended
}

type Self = Pick<Manifest, 'builtAt' | 'sample' | 'version'>

async function manifestOf(home: Home, id: string): Promise<Omit<Manifest, 'seal'>> {
  const path = releaseFile(home, id)
  const release = await openLocked(path)
  try {
    const [self] = await rowsOf<Self>(release.connection, 'SELECT built_at AS "builtAt", sample, version FROM release')
    const sources = await rowsOf<Manifest['sources'][number]>(
      release.connection,
      'SELECT source, rows::INTEGER AS rows, loaded_at AS "loadedAt", file FROM source ORDER BY rowid',
    )
    return { id, ...self!, sha256: await sha256Of(path), sources, ...placeOf(home, id) }
  } finally {
    release.close()
  }
}

/** Its place in the chain: before the release that names it, else after all that are known. */
function placeOf(home: Home, id: string): Pick<Manifest, 'position' | 'previous'> {
  const built = listManifests(home)
  const next = built.find(({ previous }) => previous?.id === id)
  const position = next?.position ? next.position - 1 : Math.max(0, ...built.map((one) => one.position ?? 0)) + 1
  const before = built.find((one) => (one.position ?? 0) < position)
  return { position, previous: before ? linkTo(before) : null }
}

function isAsNamed(home: Home, manifest: Omit<Manifest, 'seal'>): boolean {
  const next = listManifests(home).find(({ previous }) => previous?.id === manifest.id)
  return !next || next.previous!.seal === linkTo(manifest).seal
}
