import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { catalogue } from '../../data/catalogue/index.ts'
import { RULES } from '../../data/instruments/rules.ts'
import type { Settings } from '../../data/settings.ts'
import { inTransaction, openWritable } from '../../data/store/duckdb.ts'
import { notePublished, openFigures } from '../../data/store/figures.ts'
import type { Home } from '../../data/store/home.ts'
import { isOutdated, type Manifest } from '../../data/store/manifest.ts'
import {
  type About,
  addRelease,
  currentRelease,
  listReleases,
  releaseFile,
  releaseId,
  serveRelease,
} from '../../data/store/release.ts'
import { sha256Of } from '../../data/store/sums.ts'
import { noted } from '../noted.ts'
import { type OperatorReport, writeReport } from '../protect/index.ts'
import { checkRelease, UnsoundRelease } from './check.ts'
import { protectClients } from './clients.ts'
import { attachFigures, clientSurveys, copyFigures, writeDefinitions } from './contents.ts'
import { pruneReleases } from './prune.ts'
import { reckonFigures } from './reckon/index.ts'
import { describeStored } from './stored.ts'
import { setUnsoundAside } from './unsound.ts'
import { withdrawOlderRules } from './withdraw.ts'

const SCHEMA = new URL('../../data/store/release.sql', import.meta.url)
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
  const release = await openWritable(path, settings.JAMSIDES_MEMORY_MB)
  try {
    const { connection } = release
    await connection.run(readFileSync(SCHEMA, 'utf8'))
    await writeDefinitions(connection, catalogue(), stored)
    await attachFigures(connection, home.figures)
    const values = await copyFigures(connection)
    const surveys = await clientSurveys(connection)
    await checkRelease(connection)
    await connection.run('DETACH figures')
    const takenOver = await reckonFigures(release, await earlierFile(home))
    const clients = await protectClients(home, settings, connection, { ...made, sample: stored.sample, surveys })
    const sources = [...stored.sources, ...clients.sources]
    const about = { ...made, version: VERSION, rules: RULES, sample: stored.sample, sources }
    await writeOrigin(connection, about)
    await connection.run('CHECKPOINT')
    return { ...about, values, takenOver, report: clients.report }
  } finally {
    release.close()
  }
}

/** File of the served release where what it holds can be taken over: it is sound and of the same tables. */
async function earlierFile(home: Home): Promise<string | null> {
  const id = currentRelease(home)
  const manifest = listReleases(home).find((one) => one.id === id)
  if (!manifest || isOutdated(manifest)) return null
  const file = releaseFile(home, manifest.id)
  return (await sha256Of(file)) === manifest.sha256 ? file : null
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
