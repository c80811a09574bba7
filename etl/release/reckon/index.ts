import { SEXES } from '../../../data/figures/places.ts'
import type { Database } from '../../../data/store/duckdb.ts'
import { orderByPlace } from './by-place.ts'
import { writeCoverage } from './coverage.ts'
import { writeDependencies } from './depends.ts'
import { type Ground, readGround } from './ground.ts'
import { learnFromValues } from './learn.ts'
import { keepInOrder, openWriters, type Writers } from './rows.ts'
import { writeSearch } from './search.ts'
import { eachSeries, type Series } from './series.ts'
import { writeStandings } from './standings.ts'
import { writeStatistics } from './statistics.ts'
import { type Bases, readBases, subjectsOf } from './subjects.ts'
import { closeEarlier, openEarlier } from './unchanged.ts'

/**
 * Writes what follows from a release's values and from nothing else, so that it is computed once and read many times.
 * @param earlier file of a sound release of the same tables: what holds of it is taken over
 * @returns how many indicators nothing had to be computed for
 */
export async function reckonFigures(release: Database, earlier: string | null): Promise<number> {
  const beside = await release.connect()
  // The database orders on one core what it can, while figures are reckoned on the other.
  const ordered = orderByPlace(beside)
  try {
    const unchanged = await reckonSets(release, earlier)
    await ordered
    return unchanged
  } finally {
    await Promise.allSettled([ordered])
    beside.closeSync()
  }
}

async function reckonSets(release: Database, earlier: string | null): Promise<number> {
  const { connection } = release
  await learnFromValues(connection)
  const ground = await readGround(connection, await writeCoverage(connection))
  await writeSearch(connection, ground.indicators)
  await writeDependencies(connection, ground)
  const unchanged = earlier === null ? new Set<number>() : await openEarlier(connection, earlier)
  const bases = await readBases(connection, ground)
  const writers = await openWriters(connection)
  const reading = await release.connect()
  try {
    await eachSeries(reading, ground.places, unchanged, (series) => reckonSeries(writers, ground, bases, series))
  } finally {
    reading.closeSync()
  }
  await keepInOrder(connection, writers, earlier !== null)
  if (earlier !== null) await closeEarlier(connection)
  return unchanged.size
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
