import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { placeFile, renameIntoPlace } from './atomic.ts'
import type { Home } from './home.ts'

/** What a release says of itself beside its database file; a release without a manifest does not exist. */
export const Manifest = z.object({
  id: z.string(),
  builtAt: z.string(),
  sample: z.boolean(),
  version: z.string(),
  /** SHA-256 of the database file, hexadecimal. */
  sha256: z.string(),
  sources: z.array(
    z.object({ source: z.string(), rows: z.number().nullable(), loadedAt: z.string(), file: z.string().nullable() }),
  ),
})
export type Manifest = z.infer<typeof Manifest>

const ID = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/

/** Makes a release id out of the moment it was built and eight hexadecimal digits of chance or content. */
export function releaseId(builtAt: Date, digits: string): string {
  return `${builtAt.toISOString().replace(/[-:]|\.\d+/g, '')}-${digits.slice(0, 8)}`
}

/** Path of a release's database file. */
export function releaseFile(home: Home, id: string): string {
  return join(home.releases, `${id}.duckdb`)
}

/** All finished releases, newest first. */
export function listReleases(home: Home): Manifest[] {
  return listManifests(home).filter(({ id }) => existsSync(releaseFile(home, id)))
}

/** What every release that was once finished says of itself, newest first, also where its database file has gone since. */
export function listManifests(home: Home): Manifest[] {
  if (!existsSync(home.releases)) return []
  return readdirSync(home.releases)
    .filter((name) => name.endsWith('.json') && ID.test(name.slice(0, -5)))
    .map((name) => readManifest(home, name.slice(0, -5)))
    .sort((a, b) => (a.id < b.id ? 1 : -1))
}

/** The manifest of one finished release. @throws Error when there is none */
export function readManifest(home: Home, id: string): Manifest {
  return Manifest.parse(JSON.parse(readFileSync(join(home.releases, `${id}.json`), 'utf8')))
}

/** Id of the release that is served; null before the first one. */
export function currentRelease(home: Home): string | null {
  if (!existsSync(home.current)) return null
  const id = readFileSync(home.current, 'utf8').trim()
  return ID.test(id) && existsSync(releaseFile(home, id)) ? id : null
}

/** Serves another finished release from now on: one rename. @throws Error when it does not exist */
export function serveRelease(home: Home, id: string): void {
  readManifest(home, id)
  placeFile(home.current, `${id}\n`)
}

/**
 * Moves a closed database file into place as a finished release: first the file, then its manifest.
 * Interrupted in between, the file is a stray that `removeStrays` takes away.
 */
export async function addRelease(home: Home, built: string, about: Omit<Manifest, 'sha256'>): Promise<Manifest> {
  const manifest = { ...about, sha256: await sha256Of(built) }
  renameIntoPlace(built, releaseFile(home, about.id))
  placeFile(join(home.releases, `${about.id}.json`), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

/** A database that was cut off while it was being made. */
const UNBORN = /\.duckdb\.\d+\.new$/

/** Takes away what an interrupted build left behind. Only for the process that holds the home's lock. */
export function removeStrays(home: Home): string[] {
  rmSync(home.unfinished, { recursive: true, force: true })
  for (const name of readdirSync(home.root).filter((one) => UNBORN.test(one))) rmSync(join(home.root, name))
  if (!existsSync(home.releases)) return []
  const finished = new Set(listReleases(home).flatMap(({ id }) => [`${id}.duckdb`, `${id}.json`]))
  const strays = readdirSync(home.releases).filter((name) => !finished.has(name))
  for (const name of strays) rmSync(join(home.releases, name), { force: true })
  return strays
}

/** SHA-256 of a file, hexadecimal. */
export function sha256Of(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256')
    createReadStream(path)
      .on('data', (chunk) => hash.update(chunk))
      .on('error', reject)
      .on('end', () => resolve(hash.digest('hex')))
  })
}
