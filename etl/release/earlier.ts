import type { DuckDBConnection } from '@duckdb/node-api'
import { RULES } from '../../data/instruments/rules.ts'
import { quoted, rowsOf } from '../../data/store/duckdb.ts'
import type { Home } from '../../data/store/home.ts'
import { isClosed, isOutdated, type Manifest } from '../../data/store/manifest.ts'
import { currentRelease, listReleases, releaseFile } from '../../data/store/release.ts'
import { sha256Of } from '../../data/store/sums.ts'
import { type Definition, type Definitions, readDefinitions } from './definitions.ts'
import type { Stored } from './stored.ts'

/** The release that is served, sound and of the same tables: what it holds can be taken over. */
export type Earlier = {
  manifest: Manifest
  file: string
  /** Whether somebody, or something, was taken out of the clients that it was made from. */
  isClosed: boolean
}

/** @returns null where there is none such */
export async function earlierRelease(home: Home): Promise<Earlier | null> {
  const id = currentRelease(home)
  const manifest = listReleases(home).find((one) => one.id === id)
  if (!manifest || isOutdated(manifest)) return null
  const file = releaseFile(home, manifest.id)
  if ((await sha256Of(file)) !== manifest.sha256) return null
  return { manifest, file, isClosed: isClosed(home, manifest.id) }
}

/** Makes it readable beside the one that is built, as `earlier`. */
export async function attachEarlier(connection: DuckDBConnection, { file }: Earlier): Promise<void> {
  await connection.run(`ATTACH ${quoted(file)} AS earlier (READ_ONLY)`)
}

/** What the stored figures and definitions are against a release. */
export type Change = {
  /**
   * Positions of the indicators with figures whose rows are written, ascending: of those anything is other than it was, or they
   * stand behind the others and are written once more with them, so that there is never more than one such run.
   */
  renewed: number[]
  /** Of those and of the ones that have lost all their figures. */
  outdated: number[]
  /** In the order of positions; those that are as they were with what was learnt of them. */
  indicators: readonly Definition[]
  /** The indicators of the release before it: the first of these. */
  before: readonly Definition[]
}

/** Where more of all values than this stands behind the others, they are written whole again: the file stays small and in order. */
const MOST_SHARE = 0.1

/**
 * What has changed since the earlier release (attached as `earlier`).
 * @returns null where everything is to be written anew: much has changed since that was done last, or a list but at its end
 */
export async function changeSince(
  connection: DuckDBConnection,
  { manifest, isClosed }: Earlier,
  { sample, sums: { figures } }: Stored,
  definitions: Definitions,
  digests: ReadonlyMap<string, string>,
): Promise<Change | null> {
  if (isClosed || manifest.rules !== RULES || manifest.sample !== sample) return null
  for (const table of ['municipality', 'comparison_group'] as const) {
    if (!isSame(await readDefinitions(connection, table, 'earlier'), definitions[table])) return null
  }
  const before = await readDefinitions(connection, 'indicator', 'earlier')
  if (!before.every(({ id }, position) => definitions.indicator[position]?.id === id)) return null
  const change = await changeOf(connection, before, definitions.indicator, digests)
  const written = sumOver(change.renewed, (position) => figures.get(definitions.indicator[position]!.id)!.rows)
  return written < MOST_SHARE * sumOver(figures.values(), ({ rows }) => rows) ? change : null
}

const sumOver = <T>(all: Iterable<T>, of: (one: T) => number): number => {
  let sum = 0
  for (const one of all) sum += of(one)
  return sum
}

const isSame = (some: readonly Definition[], others: readonly Definition[]): boolean =>
  some.length === others.length &&
  some.every(({ id, definition }, at) => id === others[at]!.id && definition === others[at]!.definition)

async function changeOf(
  connection: DuckDBConnection,
  before: readonly Definition[],
  now: readonly Definition[],
  digests: ReadonlyMap<string, string>,
): Promise<Change> {
  const was = await digestsIn(connection)
  const isOther = now.map(({ id }, position) => was.get(position) !== digests.get(id))
  if (isOther.includes(true)) for (const position of await addedIn(connection)) isOther[position] = true
  const outdated = now.flatMap((_, position) => (isOther[position] ? [position] : []))
  const indicators = now.map((one, position) => (was.has(position) && !isOther[position] ? before[position]! : one))
  return { outdated, renewed: outdated.filter((position) => digests.has(now[position]!.id)), indicators, before }
}

async function digestsIn(connection: DuckDBConnection): Promise<Map<number, string>> {
  const rows = await rowsOf<{ indicator: number; digest: string }>(connection, 'FROM earlier.reckoned_from')
  return new Map(rows.map(({ indicator, digest }) => [indicator, digest]))
}

async function addedIn(connection: DuckDBConnection): Promise<number[]> {
  const rows = await rowsOf<{ indicator: number }>(connection, 'FROM earlier.addition')
  return rows.map(({ indicator }) => indicator)
}
