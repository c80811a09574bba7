import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { catalogue } from '../../data/catalogue/index.ts'
import { RULES } from '../../data/instruments/rules.ts'
import type { Settings } from '../../data/settings.ts'
import { openWritable } from '../../data/store/duckdb.ts'
import { notePublished } from '../../data/store/figures.ts'
import type { Home } from '../../data/store/home.ts'
import type { Manifest } from '../../data/store/manifest.ts'
import { type About, addRelease, releaseId, serveRelease } from '../../data/store/release.ts'
import { noted } from '../noted.ts'
import { type OperatorReport, writeReport } from '../protect/index.ts'
import { checkRelease } from './check.ts'
import { protectClients } from './clients.ts'
import { attachFigures, copyFigures, writeDefinitions } from './contents.ts'
import { pruneReleases } from './prune.ts'
import { reckonFigures } from './reckon/index.ts'
import { describeStored } from './stored.ts'
import { withdrawOlderRules } from './withdraw.ts'

const SCHEMA = new URL('../../data/store/release.sql', import.meta.url)
const VERSION: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version

export type Published = {
  manifest: Manifest
  values: number
  /** Of the disclosure control, for the operator only. */
  report: OperatorReport
  /** Ids of the releases that were taken away because they are too old. */
  pruned: string[]
}

/**
 * Builds a release out of everything stored, checks it, and serves it from then on. Interrupted anywhere, the release
 * before it is still the one served. Releases whose client figures were protected by older rules are withdrawn. Only for the process that holds the home's lock, with no store of the home open.
 * @throws UnsoundRelease when what was built does not hold
 */
export async function publish(home: Home, settings: Settings): Promise<Published> {
  mkdirSync(home.unfinished, { recursive: true })
  const builtAt = new Date()
  const id = releaseId(builtAt, randomBytes(4).toString('hex'))
  const path = join(home.unfinished, `${id}.duckdb`)
  const { values, report, ...about } = await fill(path, home, settings, { id, builtAt: builtAt.toISOString() })
  const body = { sample: about.sample, sources: about.sources.map(({ source }) => source) }
  const audit = await noted(home, settings, { action: 'release.built', object: id, body })
  const manifest = await addRelease(home, path, { ...about, audit })
  writeReport(home, id, report)
  serveRelease(home, id)
  withdrawOlderRules(home)
  await notePublished(home.figures, true)
  return { manifest, values, report, pruned: await pruneReleases(home, settings) }
}

async function fill(
  path: string,
  home: Home,
  settings: Settings,
  made: Pick<About, 'id' | 'builtAt'>,
): Promise<About & Omit<Published, 'manifest' | 'pruned'>> {
  const stored = await describeStored(home)
  const release = await openWritable(path, settings.JAMSIDES_MEMORY_MB)
  try {
    const { connection } = release
    await connection.run(readFileSync(SCHEMA, 'utf8'))
    await writeDefinitions(connection, catalogue(), stored)
    await attachFigures(connection, home.figures)
    const values = await copyFigures(connection)
    await checkRelease(connection)
    await connection.run('DETACH figures')
    await reckonFigures(release)
    const clients = await protectClients(home, settings, connection, { ...made, sample: stored.sample })
    const sources = [...stored.sources, ...clients.sources]
    const about = { ...made, version: VERSION, rules: RULES, sample: stored.sample, sources }
    await writeOrigin(connection, about)
    await connection.run('CHECKPOINT')
    return { ...about, values, report: clients.report }
  } finally {
    release.close()
  }
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
