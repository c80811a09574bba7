import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { placeFile } from './atomic.ts'
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
  /** Version of the rules by which the figures of ASI and UBU in it are protected; older ones do not say. */
  rules: z.number().int().positive().optional(),
  /** Where the audit log ended when this was built; null where it could not be reached, and older releases do not say. */
  audit: z.object({ seq: z.number().int(), hash: z.string() }).nullable().optional(),
  /** How many releases were built up to and with this one. Releases of the first version do not say. */
  position: z.number().int().positive().optional(),
  /** The release built before this one with its seal: the releases of a home are a chain. Null for the first. */
  previous: z.object({ id: z.string(), seal: z.string() }).nullable().optional(),
  /** SHA-256 over everything else in the manifest, hexadecimal. */
  seal: z.string().optional(),
  /** Number of the tables in its database file; releases of the first version do not say. */
  schema: z.number().int().optional(),
  /** Size of its database file. */
  bytes: z.number().int().optional(),
})
export type Manifest = z.infer<typeof Manifest>

/** The tables of release.sql as they are now. A release of another number is not served: `npm run etl -- release` builds it anew. */
export const SCHEMA = 8

/** Whether a release was built by a version of this program that knew other tables. */
export const isOutdated = ({ schema }: Manifest): boolean => schema !== SCHEMA

/** What a new release says of itself before it is put after those that were built before it. */
export type Unplaced = Omit<Manifest, 'position' | 'previous' | 'seal'>

/** A manifest that is there and cannot be trusted. */
class DamagedManifest extends Error {
  override name = 'DamagedManifest'
}

const ID = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/
const pathOf = (home: Home, id: string) => join(home.releases, `${id}.json`)

/** Whether a text has the form of a release's id. */
export const isReleaseId = (text: string): boolean => ID.test(text)

/** Ids of the releases that have a manifest, in whatever state it and the file are now; in no order. */
export const finishedIds = (home: Home): string[] => idsIn(home.releases, '.json')

/** Ids of all releases that were ever published, also those that are lost: what they showed has been seen. */
export const publishedIds = (home: Home): string[] => [...finishedIds(home), ...idsIn(home.releases, LOST)]

/** Notes that a release was published once and is here no more. */
export const noteLost = (home: Home, id: string): void => placeFile(join(home.releases, `${id}${LOST}`), '')

/** Marks a release whose figures of ASI and UBU hold somebody who has been taken out since. */
export const CLOSED = '.closed'

/** Whether the figures of ASI and UBU in a release are answered from it only while it is served. */
export const isClosed = (home: Home, id: string): boolean => existsSync(join(home.releases, `${id}${CLOSED}`))

/**
 * Closes the figures of ASI and UBU in all releases that there are: who or what was taken out is not to be read in an
 * earlier one, nor served again.
 */
export function closeFollowup(home: Home): void {
  for (const { id, sources } of listManifests(home)) {
    const holdsClients = sources.some(({ source }) => source === 'asi' || source === 'ubu')
    if (holdsClients) placeFile(join(home.releases, `${id}${CLOSED}`), '')
  }
}

/** Marks a release of which only the id is left. */
export const LOST = '.lost'

/** Ids of the releases that a folder holds a file of. */
export function idsIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .filter(isReleaseId)
}

/**
 * The manifest of one finished release.
 * @throws Error when there is none
 * @throws DamagedManifest when it is not as it was written
 */
export function readManifest(home: Home, id: string): Manifest {
  const text = readFileSync(pathOf(home, id), 'utf8')
  const manifest = parseManifest(text)
  if (!manifest || manifest.id !== id) throw new DamagedManifest(id)
  return manifest
}

/** A manifest out of its text; null where that is not as it was written. */
export function parseManifest(text: string): Manifest | null {
  const manifest = parsed(text)
  return manifest && isAsWritten(manifest) ? manifest : null
}

/** Manifests of the first version have no place in the chain and no seal. */
function isAsWritten(manifest: Manifest): boolean {
  const { position, previous, seal } = manifest
  const isUnsealed = position === undefined && previous === undefined && seal === undefined
  return isUnsealed || seal === sealOf(manifest)
}

function parsed(text: string): Manifest | null {
  try {
    return Manifest.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Every sound manifest, the last built first, also where its database file has gone since. */
export function listManifests(home: Home): Manifest[] {
  return finishedIds(home)
    .flatMap((id) => soundManifest(home, id) ?? [])
    .sort(lastBuiltFirst)
}

/** Ids of the releases whose manifest is damaged, in the order of their ids. */
export function damagedManifests(home: Home): string[] {
  return finishedIds(home)
    .filter((id) => soundManifest(home, id) === null)
    .sort()
}

function soundManifest(home: Home, id: string): Manifest | null {
  try {
    return readManifest(home, id)
  } catch {
    return null
  }
}

/** A clock may have been set back, and two releases may be built within a second: what counts is which was built after which. */
function lastBuiltFirst(a: Manifest, b: Manifest): number {
  return (b.position ?? 0) - (a.position ?? 0) || (a.id < b.id ? 1 : -1)
}

/** Writes the manifest of a new release, as the one that follows the last built. */
export function writeManifest(home: Home, about: Unplaced): Manifest {
  const built = listManifests(home)
  const last = built[0]
  const unsealed = {
    ...about,
    position: Math.max(publishedIds(home).length, last?.position ?? 0) + 1,
    previous: last ? linkTo(last) : null,
  }
  return sealManifest(home, unsealed)
}

/** A manifest as it is written. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(Manifest.parse(manifest), null, 2)}\n`

/** Puts a manifest in place, after a copy from which `mend` puts it back where it is damaged. */
export function placeManifest(home: Home, manifest: Manifest): void {
  const text = manifestText(manifest)
  for (const folder of [home.manifests, home.releases]) placeFile(join(folder, `${manifest.id}.json`), text)
}

/** How a later release names this one. */
const linkTo = (manifest: Manifest): { id: string; seal: string } => ({
  id: manifest.id,
  seal: sealOf(manifest),
})

/** Seals a manifest and puts it in place. */
export function sealManifest(home: Home, unsealed: Omit<Manifest, 'seal'>): Manifest {
  const manifest = { ...unsealed, seal: sealOf(unsealed) }
  placeManifest(home, manifest)
  return manifest
}

/** SHA-256 over a manifest without its seal, hexadecimal. */
function sealOf(manifest: object): string {
  const { seal: _, ...unsealed } = Manifest.extend({ seal: z.unknown() }).parse({ seal: null, ...manifest })
  return createHash('sha256').update(JSON.stringify(unsealed)).digest('hex')
}

/** Releases whose predecessor is here, sound in itself, and another than the one they were built after. */
export function brokenLinks(home: Home): { id: string; previous: string }[] {
  const built = listManifests(home)
  const sealById = new Map(built.map((manifest) => [manifest.id, sealOf(manifest)]))
  return built.flatMap(({ id, previous }) => {
    const seal = previous ? sealById.get(previous.id) : undefined
    return previous && seal !== undefined && seal !== previous.seal ? [{ id, previous: previous.id }] : []
  })
}
