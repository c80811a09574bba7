import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compare } from '../../api/features/compare/compare.ts'
import type { Asked, Feature } from '../../api/features/feature.ts'
import { profile } from '../../api/features/profile/profile.ts'
import { trend } from '../../api/features/trend/trend.ts'
import { writtenAsJson } from '../../api/formats/written.ts'
import { readQuestion } from '../../api/question/read-question.ts'
import { type OpenRelease, openRelease, openReleaseIn } from '../../api/release/open-release.ts'
import { postgresEngine } from '../../api/release/postgres.ts'
import { rankedHere } from '../../api/release/ranker.ts'
import { openLocked, rowsOf } from '../../data/store/duckdb.ts'
import { releaseFile } from '../../data/store/release.ts'
import { type Postgres, startPostgres } from '../fixtures/postgres.ts'
import { content, LOCAL } from './content.ts'
import { makeHome, publish } from './home.ts'

const { home, remove } = makeHome()
let server: Postgres | string = 'not started'
let duckdb: OpenRelease
let postgres: OpenRelease | null = null

beforeAll(async () => {
  const about = await publish(home, { values: content(), indicators: [LOCAL] }, false)
  const file = releaseFile(home, about.id)
  const means = { limits: { seconds: 60, concurrency: 2 }, rankLimits: rankedHere }
  duckdb = await openRelease(file, about, means)
  server = await startPostgres()
  if (typeof server === 'string') return
  const address = await server.address('release')
  await copyTo(address, file)
  postgres = await openReleaseIn(await postgresEngine(address), about, means)
})
afterAll(async () => {
  duckdb.close()
  postgres?.close()
  if (typeof server !== 'string') await server.stop()
  remove()
})

const SCHEMA = readFileSync(new URL('../../data/store/release.sql', import.meta.url), 'utf8')
/** Types that PostgreSQL has by another name. */
const TYPES = { TINYINT: 'SMALLINT', DOUBLE: 'DOUBLE PRECISION', BLOB: 'BYTEA' }

/** The tables of release.sql in PostgreSQL, filled with a release's rows; the index of words, which nothing here asks for, stays behind. */
async function copyTo(address: string, file: string): Promise<void> {
  const tables = SCHEMA.match(/CREATE TABLE[^;]*;/g)!
  const client = new pg.Client({ connectionString: address })
  const release = await openLocked(file)
  await client.connect()
  try {
    for (const statement of tables) {
      await client.query(statement.replace(/\b(TINYINT|DOUBLE|BLOB)\b/g, (type) => TYPES[type as keyof typeof TYPES]))
      const name = /CREATE TABLE (\w+)/.exec(statement)![1]!
      const isBytes = name === 'search_index'
      const rows = isBytes ? [] : await rowsOf<{ row: string }>(release.connection, asJson(name))
      const all = `[${rows.map(({ row }) => row).join()}]`
      await client.query(`INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1)`, [all])
    }
  } finally {
    release.close()
    await client.end()
  }
}

const asJson = (table: string) => `SELECT to_json(${table})::TEXT AS row FROM ${table}`

/** The bytes of an answer. */
async function answered(release: OpenRelease, feature: Feature, search: string): Promise<Buffer> {
  const { asked: question, language } = readQuestion(feature, new URLSearchParams(search), 'sv')
  const asked = { question, language, release, served: release } as unknown as Asked<Record<string, unknown>>
  return writtenAsJson(await feature.respond(asked)).body
}

const QUESTIONS: [Feature, string][] = [
  [compare as unknown as Feature, 'indicator=N30101&group=all'],
  [compare as unknown as Feature, 'indicator=N30101&municipalities=0184,0180&reference=county-01&period=2020&lang=en'],
  [compare as unknown as Feature, 'indicator=U30452&group=all&sex=K'],
  [compare as unknown as Feature, `indicator=${LOCAL.id}`],
  [trend as unknown as Feature, 'indicator=N30101&municipalities=0184,0180&reference=all'],
  [trend as unknown as Feature, 'indicator=U30452&group=fou-nordvast&from=2015&to=2023'],
  [profile as unknown as Feature, 'municipality=0184&reference=all'],
  [profile as unknown as Feature, 'municipality=0184&reference=fou-nordvast&lang=en'],
  [profile as unknown as Feature, 'municipality=0180&reference=0184,0138&period=2020'],
]

for (const [feature, search] of QUESTIONS) {
  test(`${feature.path}?${search} is answered from PostgreSQL byte for byte as from DuckDB`, async ({ skip }) => {
    if (typeof server === 'string') return skip(server)
    const expected = await answered(duckdb, feature, search)
    expect(expected.length).toBeGreaterThan(200)
    expect(`${await answered(postgres!, feature, search)}`).toBe(`${expected}`)
  })
}
