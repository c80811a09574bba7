import type { DuckDBConnection } from '@duckdb/node-api'
import { RULES } from '../../data/instruments/rules.ts'
import { quoted, rowsOf } from '../../data/store/duckdb.ts'
import type { Home } from '../../data/store/home.ts'
import { isClosed, isOutdated, type Manifest } from '../../data/store/manifest.ts'
import { currentRelease, listReleases, releaseFile } from '../../data/store/release.ts'
import { sha256Of } from '../../data/store/sums.ts'
import { type Definition, type Definitions, readDefinitions } from './definitions.ts'
import type { Sums } from './depends.ts'
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
  /** Positions of the indicators with figures of which anything is other than it was, ascending. */
  renewed: number[]
  /** Of those and of the ones that have lost all their figures. */
  outdated: number[]
  /** In the order of positions; those that are as they were with what was learnt of them. */
  indicators: readonly Definition[]
  /** The indicators of the release before it: the first of these. */
  before: readonly Definition[]
}

/** A larger part of all values, written again in one release or in several, is no quicker than writing them all in order. */
const MOST_SHARE = 0.2
/** Each release that is added to the file of another is one more place to look for a value. */
const MOST_ADDITIONS = 8

/**
 * What has changed since the earlier release (attached as `earlier`).
 * @returns null where everything is to be written anew: most of it is another, a list has changed but at its end, or the file
 *   has been added to for long
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
  const change = changeOf(before, await digestsIn(connection), definitions.indicator, digests)
  const written = sumOver(change.renewed, (position) => figures.get(definitions.indicator[position]!.id)!.rows)
  return (await isLittle(connection, written, figures)) ? change : null
}

const sumOver = <T>(all: Iterable<T>, of: (one: T) => number): number => {
  let sum = 0
  for (const one of all) sum += of(one)
  return sum
}

const isSame = (some: readonly Definition[], others: readonly Definition[]): boolean =>
  some.length === others.length &&
  some.every(({ id, definition }, at) => id === others[at]!.id && definition === others[at]!.definition)

async function digestsIn(connection: DuckDBConnection): Promise<Map<number, string>> {
  const rows = await rowsOf<{ indicator: number; digest: string }>(connection, 'FROM earlier.reckoned_from')
  return new Map(rows.map(({ indicator, digest }) => [indicator, digest]))
}

function changeOf(
  before: readonly Definition[],
  was: ReadonlyMap<number, string>,
  now: readonly Definition[],
  digests: ReadonlyMap<string, string>,
): Change {
  const isOther = now.map(({ id }, position) => was.get(position) !== digests.get(id))
  const outdated = now.flatMap((_, position) => (isOther[position] ? [position] : []))
  const indicators = now.map((one, position) => (was.has(position) && !isOther[position] ? before[position]! : one))
  return { outdated, renewed: outdated.filter((position) => digests.has(now[position]!.id)), indicators, before }
}

async function isLittle(connection: DuckDBConnection, written: number, figures: Sums['figures']): Promise<boolean> {
  const [added] = await rowsOf<{ count: number; figures: number }>(
    connection,
    'SELECT count(*)::INTEGER AS count, coalesce(sum(figures), 0)::INTEGER AS figures FROM earlier.addition',
  )
  const all = sumOver(figures.values(), ({ rows }) => rows)
  return added!.count < MOST_ADDITIONS && added!.figures + written < all * MOST_SHARE
}
