import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { catalogue } from '../../data/catalogue/index.ts'
import type { Settings } from '../../data/settings.ts'
import { openWritable } from '../../data/store/duckdb.ts'
import { markPublished } from '../../data/store/figures.ts'
import type { Home } from '../../data/store/home.ts'
import { addRelease, type Manifest, releaseId, serveRelease } from '../../data/store/release.ts'
import { checkRelease } from './check.ts'
import { copyFigures, writeDefinitions } from './contents.ts'
import { describeStored, type Stored } from './stored.ts'

const SCHEMA = new URL('../../data/store/release.sql', import.meta.url)
const VERSION: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version

export type Published = { manifest: Manifest; values: number }

/**
 * Builds a release out of everything stored, checks it, and serves it from then on. Interrupted anywhere, the release
 * before it is still the one served. Only for the process that holds the home's lock, with no store of the home open.
 * @throws UnsoundRelease when what was built does not hold
 */
export async function publish(home: Home, settings: Settings): Promise<Published> {
  mkdirSync(home.unfinished, { recursive: true })
  const builtAt = new Date()
  const id = releaseId(builtAt, randomBytes(4).toString('hex'))
  const path = join(home.unfinished, `${id}.duckdb`)
  const about = { id, builtAt: builtAt.toISOString(), version: VERSION }
  const built = await fill(path, home, settings, about)
  const manifest = await addRelease(home, path, { ...about, sample: built.sample, sources: built.sources })
  serveRelease(home, id)
  await markPublished(home.figures)
  return { manifest, values: built.values }
}

type About = Pick<Manifest, 'id' | 'builtAt' | 'version'>
type Built = Pick<Manifest, 'sample' | 'sources'> & { values: number }

async function fill(path: string, home: Home, settings: Settings, about: About): Promise<Built> {
  const stored = await describeStored(home)
  const release = await openWritable(path, settings.JAMSIDES_MEMORY_MB)
  try {
    const { connection } = release
    await connection.run(readFileSync(SCHEMA, 'utf8'))
    await writeDefinitions(connection, catalogue(), stored)
    const values = await copyFigures(connection, home.figures)
    await writeOrigin(connection, about, stored)
    await checkRelease(connection)
    await connection.run('DETACH figures')
    await connection.run('CHECKPOINT')
    return { sample: stored.sample, sources: stored.sources, values }
  } finally {
    release.close()
  }
}

async function writeOrigin(connection: DuckDBConnection, about: About, stored: Stored): Promise<void> {
  await connection.run('INSERT INTO release VALUES ($id, $builtAt, $sample, $version)', {
    ...about,
    sample: stored.sample,
  })
  for (const { source, file, rows, loadedAt } of stored.sources) {
    await connection.run('INSERT INTO source VALUES ($1, $2, $3, $4)', [source, file, rows, loadedAt])
  }
}
