import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { placeFile, renameIntoPlace } from './atomic.ts'
import type { Home } from './home.ts'
import {
  CLOSED,
  finishedIds,
  isReleaseId,
  LOST,
  listManifests,
  type Manifest,
  noteLost,
  publishedIds,
  readManifest,
  SCHEMA,
  type Unplaced,
  writeManifest,
} from './manifest.ts'
import { removeCopy } from './manifest-copies.ts'
import { sha256Of } from './sums.ts'

/** Makes a release id out of the moment it was built and eight hexadecimal digits of chance or content. */
export function releaseId(builtAt: Date, digits: string): string {
  return `${builtAt.toISOString().replace(/[-:]|\.\d+/g, '')}-${digits.slice(0, 8)}`
}

/** Path of a release's database file. */
export function releaseFile(home: Home, id: string): string {
  return join(home.releases, `${id}.duckdb`)
}

/** All finished releases that are here whole, the last built first. */
export function listReleases(home: Home): Manifest[] {
  return listManifests(home).filter(({ id }) => existsSync(releaseFile(home, id)))
}

/** Id of the release that is served; null before the first one, and where it is not here. */
export function currentRelease(home: Home): string | null {
  const id = pointedOut(home)
  return id !== null && existsSync(releaseFile(home, id)) ? id : null
}

/** Id of the release that should be served, whether it is here or not; null where none is named. */
export function pointedOut(home: Home): string | null {
  if (!existsSync(home.current)) return null
  const id = readFileSync(home.current, 'utf8').trim()
  return isReleaseId(id) ? id : null
}

/** Serves another finished release from now on: one rename. @throws Error when it does not exist */
export function serveRelease(home: Home, id: string): void {
  readManifest(home, id)
  placeFile(home.current, `${id}\n`)
}

/** What is known of a release before its file is finished. */
export type About = Omit<Unplaced, 'sha256' | 'schema' | 'bytes'>

/**
 * Moves a closed database file into place as a finished release: first the file, then its manifest.
 * Interrupted in between, the file is a stray that `removeStrays` takes away.
 */
export async function addRelease(home: Home, built: string, about: About): Promise<Manifest> {
  const made = { sha256: await sha256Of(built), schema: SCHEMA, bytes: statSync(built).size }
  renameIntoPlace(built, releaseFile(home, about.id))
  return writeManifest(home, { ...about, ...made })
}

/** A database that was cut off while it was being made. */
const UNBORN = /\.duckdb\.\d+\.new$/

/** Takes away what an interrupted build left behind. Only for the process that holds the home's lock. */
export function removeStrays(home: Home): string[] {
  rmSync(home.unfinished, { recursive: true, force: true })
  for (const name of readdirSync(home.root).filter((one) => UNBORN.test(one))) rmSync(join(home.root, name))
  if (!existsSync(home.releases)) return []
  const finished = new Set([
    ...finishedIds(home).flatMap((id) => [`${id}.duckdb`, `${id}.json`, `${id}${CLOSED}`]),
    ...publishedIds(home).map((id) => `${id}${LOST}`),
  ])
  const strays = readdirSync(home.releases).filter((name) => !finished.has(name))
  for (const name of strays) rmSync(join(home.releases, name), { force: true })
  return strays
}

/** Takes a release away for good; its id stays as that of a published one. */
export function removeRelease(home: Home, id: string): void {
  noteLost(home, id)
  for (const ending of ['.json', CLOSED, '.duckdb']) rmSync(join(home.releases, `${id}${ending}`), { force: true })
  removeCopy(home, id)
}

/** Takes a damaged release out of the list, keeping what is left of it apart and its id as that of a published one. */
export function putReleaseAside(home: Home, id: string): void {
  noteLost(home, id)
  for (const path of [releaseFile(home, id), join(home.releases, `${id}.json`)]) putAside(home, path)
}

/** Moves a damaged file among the damaged ones, beside whatever was put there before. */
export function putAside(home: Home, path: string): void {
  if (!existsSync(path)) return
  mkdirSync(home.damaged, { recursive: true, mode: 0o700 })
  renameSync(path, join(home.damaged, `${new Date().toISOString().replace(/[-:.]/g, '')}-${basename(path)}`))
}
