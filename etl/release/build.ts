import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { catalogue } from '../../data/catalogue/index.ts'
import { RULES } from '../../data/instruments/rules.ts'
import type { Settings } from '../../data/settings.ts'
import { type Database, inTransaction } from '../../data/store/duckdb.ts'
import { notePublished, openFigures } from '../../data/store/figures.ts'
import type { Home } from '../../data/store/home.ts'
import type { Manifest } from '../../data/store/manifest.ts'
import { type About, addRelease, releaseId, serveRelease } from '../../data/store/release.ts'
import { noted } from '../noted.ts'
import { type OperatorReport, writeReport } from '../protect/index.ts'
import { holdsSameClients, openAsCopy, openEmptyRelease, takeRowsOver } from './begin.ts'
import { checkRelease, UnsoundRelease } from './check.ts'
import { type ProtectedClients, protectClients } from './clients.ts'
import { attachFigures, clientSurveys, copyFigures } from './contents.ts'
import { definitionsOf, writeDefinitions } from './definitions.ts'
import { digestsOf } from './depends.ts'
import { attachEarlier, type Change, changeSince, type Earlier, earlierRelease } from './earlier.ts'
import { pruneReleases } from './prune.ts'
import { reckonFigures } from './reckon/index.ts'
import { isRenewed } from './renewed.ts'
import { describeStored, type Stored } from './stored.ts'
import { setUnsoundAside } from './unsound.ts'
import { withdrawOlderRules } from './withdraw.ts'

const VERSION: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version

export type Published = {
  manifest: Manifest
  values: number
  /** Indicators of which everything was as in the release before, so that nothing of them was computed. */
  takenOver: number
  /** Figures of earlier loads that no release could hold, and that were put aside. */
  setAside: number
  /** Of the disclosure control, for the operator only. */
  report: OperatorReport
  /** Ids of the releases that were taken away because they are too old. */
  pruned: string[]
}

/**
 * Builds a release out of everything stored, checks it, and serves it from then on. Interrupted anywhere, the release
 * before it is still the one served. Figures of earlier loads that cannot be published are put aside rather than stand in
 * the way. Releases whose client figures were protected by older rules are withdrawn. Only for the process that holds the
 * home's lock, with no store of the home open.
 * @throws UnsoundRelease when what was built does not hold
 */
export async function publish(home: Home, settings: Settings): Promise<Published> {
  mkdirSync(home.unfinished, { recursive: true })
  const builtAt = new Date()
  const id = releaseId(builtAt, randomBytes(4).toString('hex'))
  const path = join(home.unfinished, `${id}.duckdb`)
  const made = { id, builtAt: builtAt.toISOString() }
  const { values, takenOver, report, setAside, ...about } = await fillSound(path, home, settings, made)
  const body = { sample: about.sample, sources: about.sources.map(({ source }) => source) }
  const audit = await noted(home, settings, { action: 'release.built', object: id, body })
  const manifest = await addRelease(home, path, { ...about, audit })
  writeReport(home, id, report)
  serveRelease(home, id)
  withdrawOlderRules(home)
  await notePublished(home.figures, true)
  return { manifest, values, takenOver, report, setAside, pruned: await pruneReleases(home, settings) }
}

/** As `fill`; once more where something stored could not be published, without it. */
async function fillSound(path: string, home: Home, settings: Settings, made: Made) {
  try {
    return { ...(await fill(path, home, settings, made)), setAside: 0 }
  } catch (error) {
    const setAside = error instanceof UnsoundRelease ? await setAsideIn(home, settings) : 0
    if (setAside === 0) throw error
    for (const left of [path, `${path}.wal`]) rmSync(left, { force: true })
    return { ...(await fill(path, home, settings, made)), setAside }
  }
}

async function setAsideIn(home: Home, settings: Settings): Promise<number> {
  const figures = await openFigures(home.figures, settings.JAMSIDES_MEMORY_MB)
  try {
    return await inTransaction(figures.connection, () => setUnsoundAside(figures.connection))
  } finally {
    figures.close()
  }
}

type Made = Pick<About, 'id' | 'builtAt'>

async function fill(
  path: string,
  home: Home,
  settings: Settings,
  made: Made,
): Promise<About & Omit<Published, 'manifest' | 'setAside' | 'pruned'>> {
  const stored = await describeStored(home)
  const begun = await begin(path, home, settings, made, stored)
  const { release, change, clients, digests, hasEarlier } = begun
  try {
    const { connection } = release
    const renewed = change?.renewed ?? null
    const values = await copyFigures(connection, renewed)
    await checkRelease(connection, renewed)
    await connection.run('DETACH figures')
    const takenOver = await reckonFigures(release, { renewed, digests, hasEarlier })
    if (hasEarlier) await connection.run('DETACH earlier')
    if (renewed)
      await connection.run(
        `INSERT INTO addition SELECT position FROM indicator WHERE ${isRenewed('position', renewed)}`,
      )
    const sources = [...stored.sources, ...clients.sources]
    const about = { ...made, version: VERSION, rules: RULES, sample: stored.sample, sources }
    await writeOrigin(connection, about)
    await connection.run('CHECKPOINT')
    return { ...about, values, takenOver, report: clients.report }
  } finally {
    release.close()
  }
}

/** A release in which nothing stands yet of what is to be written, with the figures and the earlier release beside it. */
type Begun = {
  release: Database
  /** Null where everything is written anew. */
  change: Change | null
  clients: ProtectedClients
  digests: ReadonlyMap<string, string>
  hasEarlier: boolean
}

/**
 * Protects the clients' figures in a new file and sees what has changed of all others. Where the clients' are those of the earlier
 * release and little has changed, its file is gone on with instead: with other figures of clients never, for of what was deleted
 * in a file something stays to be read.
 */
async function begin(path: string, home: Home, settings: Settings, made: Made, stored: Stored): Promise<Begun> {
  const memoryMb = settings.JAMSIDES_MEMORY_MB
  const earlier = await earlierRelease(home)
  const release = await openEmptyRelease(path, memoryMb)
  const { isCopy, ...begun } = await prepare(release, home, settings, made, stored, earlier).catch((error) => {
    release.close()
    throw error
  })
  if (!isCopy) return { ...begun, release }
  release.close()
  return { ...begun, release: await openAsCopy(path, home.figures, earlier!, begun.change!, memoryMb) }
}

async function prepare(
  { connection }: Database,
  home: Home,
  settings: Settings,
  made: Made,
  stored: Stored,
  earlier: Earlier | null,
): Promise<Omit<Begun, 'release'> & { isCopy: boolean }> {
  const definitions = definitionsOf(catalogue(), stored)
  const digests = digestsOf(definitions, stored.sums)
  await attachFigures(connection, home.figures)
  if (earlier) await attachEarlier(connection, earlier)
  const about = { ...made, sample: stored.sample, surveys: await clientSurveys(connection) }
  const clients = await protectClients(home, settings, connection, about)
  const change = earlier && (await changeSince(connection, earlier, stored, definitions, digests))
  const isCopy = change !== null && (await holdsSameClients(connection))
  if (change === null) await writeDefinitions(connection, definitions)
  else if (!isCopy) await takeRowsOver(connection, definitions, change)
  return { change, clients, digests, hasEarlier: earlier !== null, isCopy }
}

async function writeOrigin(
  connection: DuckDBConnection,
  { id, builtAt, sample, version, sources }: About,
): Promise<void> {
  await connection.run('INSERT INTO release VALUES ($1, $2, $3, $4)', [id, builtAt, sample, version])
  for (const { source, file, rows, loadedAt } of sources) {
    await connection.run('INSERT INTO source VALUES ($1, $2, $3, $4)', [source, file, rows, loadedAt])
  }
}
