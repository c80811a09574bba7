import { availableParallelism } from 'node:os'
import type { DuckDBConnection } from '@duckdb/node-api'
import { SEXES } from '../../../data/figures/places.ts'
import type { Database } from '../../../data/store/duckdb.ts'
import { isAmong, isRenewed, type Renewed } from '../renewed.ts'
import { orderByPlace } from './by-place.ts'
import { writeCoverage } from './coverage.ts'
import { type Ground, readGround } from './ground.ts'
import { learnFromValues } from './learn.ts'
import { keepInOrder, openWriters, type Writers } from './rows.ts'
import { isFoundOtherwise, writeSearch } from './search.ts'
import { eachSeries, type Series } from './series.ts'
import { writeStandings } from './standings.ts'
import { writeStatistics } from './statistics.ts'
import { type Bases, readBases, subjectsOf } from './subjects.ts'
import { compareWithEarlier, endComparing } from './unchanged.ts'

/** How much is reckoned, and what of. */
type Reckoned = {
  /** Of which nothing reckoned is in the release. */
  renewed: Renewed
  /** Of what depends.ts says, by the indicator's id in the order of positions; what is not there is not noted. */
  digests: ReadonlyMap<string, string>
  /** Whether a sound release of the same tables is attached as `earlier`. */
  hasEarlier: boolean
}

const FROM_NOTHING: Reckoned = { renewed: null, digests: new Map(), hasEarlier: false }

/**
 * Writes what follows from a release's values and from nothing else, so that it is computed once and read many times. Where all
 * is written, what still holds of an earlier release is taken over.
 * @returns how many indicators nothing had to be computed for
 */
export async function reckonFigures(release: Database, reckoned = FROM_NOTHING): Promise<number> {
  const beside = await release.connect()
  // The database orders by place on all cores but one, while figures are reckoned on that: with all of them it would stand in the way.
  await beside.run(`SET threads = ${Math.max(1, availableParallelism() - 1)}`)
  const ordered = orderByPlace(beside, reckoned.renewed)
  try {
    const unchanged = await reckonSets(release, reckoned)
    await ordered
    return unchanged
  } finally {
    await Promise.allSettled([ordered])
    beside.closeSync()
  }
}

async function reckonSets(release: Database, { renewed, digests, hasEarlier }: Reckoned): Promise<number> {
  const { connection } = release
  await learnFromValues(connection, renewed)
  const ground = await readGround(connection, await writeCoverage(connection, renewed))
  if (renewed === null || (await isFoundOtherwise(connection))) await writeSearch(connection, ground.indicators)
  await writeDigests(connection, ground, digests, renewed)
  const takesOver = renewed === null && hasEarlier
  const unchanged = takesOver ? await compareWithEarlier(connection) : []
  const bases = await readBases(connection, ground, renewed)
  const writers = await openWriters(connection)
  const reading = await release.connect()
  try {
    const wanted = takesOver ? `NOT ${isAmong('indicator', unchanged)}` : isRenewed('indicator', renewed)
    await eachSeries(reading, ground.places, wanted, (series) => reckonSeries(writers, ground, bases, series))
  } finally {
    reading.closeSync()
    await connection.run('RESET threads')
  }
  await keepInOrder(connection, writers, takesOver)
  if (takesOver) await endComparing(connection)
  return renewed === null ? unchanged.length : digests.size - renewed.length
}

async function writeDigests(
  connection: DuckDBConnection,
  { positions }: Ground,
  digests: ReadonlyMap<string, string>,
  renewed: Renewed,
): Promise<void> {
  const written = renewed && new Set(renewed)
  const appender = await connection.createAppender('reckoned_from')
  for (const [id, digest] of digests) {
    const position = positions.get(id)!
    if (written && !written.has(position)) continue
    appender.appendSmallInt(position)
    appender.appendVarchar(digest)
    appender.endRow()
  }
  appender.closeSync()
}

function reckonSeries(writers: Writers, ground: Ground, bases: Bases, series: Series): void {
  const { indicator: position, precision } = series
  const latest = ground.latest.get(position)
  writers.reckoned.add(position, latest ?? null, precision.decimals, precision.whole)
  for (const subject of subjectsOf(series, ground, bases)) {
    for (const { upTo, n, sd } of subject.noise ?? []) {
      writers.noise.add(position, SEXES.indexOf(subject.sex), upTo, n, sd)
    }
    writeStatistics(writers, ground, subject, position, latest)
    if (latest !== undefined) writeStandings(writers, ground, subject, position, latest)
  }
}
