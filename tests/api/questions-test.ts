import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { duckdbEngine } from '../../api/release/duckdb.ts'
import { Questions } from '../../api/release/questions.ts'
import { openWritable } from '../../data/store/duckdb.ts'
import type { Home } from '../../data/store/home.ts'
import { readManifest, sealManifest } from '../../data/store/manifest.ts'
import { releaseFile, serveRelease } from '../../data/store/release.ts'
import { sha256Of } from '../../data/store/sums.ts'
import { makeHome, publish } from './home.ts'
import { serve } from './service.ts'

const folder = mkdtempSync(join(tmpdir(), 'jamsides-questions-'))
const file = join(folder, 'some.duckdb')
let questions: Questions

beforeAll(async () => {
  const database = await openWritable(file, 256)
  await database.connection.run('CREATE TABLE number AS SELECT range AS n FROM range(10)')
  database.close()
  questions = new Questions(await duckdbEngine(file, 256), { seconds: 1, concurrency: 2 })
})
afterAll(() => {
  questions.close()
  rmSync(folder, { recursive: true })
})

const ENDLESS = 'SELECT count(*) AS n FROM range(100000000) a, range(100000000) b WHERE a.range * b.range % 7 = 3'
const COUNT = 'SELECT count(*)::INTEGER AS n FROM number'

test('over HTTP, an answer that takes too long is a problem, and the service goes on', async () => {
  const { home, remove } = makeHome()
  onTestFinished(remove)
  const { id } = await publish(
    home,
    { values: [{ indicator: 'N30101', municipality: '0184', period: 2021, value: 1 }] },
    false,
  )
  await makeRevisionsEndless(home, id)
  const running = await serve(home, { JAMSIDES_QUERY_SECONDS: '1' })
  const slow = await fetch(`${running.url}/api/v1/revisions`)
  expect([slow.status, (await slow.json()).type]).toEqual([503, 'urn:jamsides:problem:took-too-long'])
  expect(slow.headers.get('retry-after')).not.toBeNull()
  expect((await fetch(`${running.url}/api/v1/municipalities`)).status).toBe(200)
  await running.close()
})

/** Puts a view in the place of the values, in which only the date of a revision takes very long to find out. */
async function makeRevisionsEndless(home: Home, id: string): Promise<void> {
  const path = releaseFile(home, id)
  const database = await openWritable(path, 256)
  await database.connection.run(`
    ALTER VIEW value RENAME TO stored;
    CREATE VIEW value AS
      SELECT stored.* REPLACE (list_sum(range(20000 + turn.range % 2))::TEXT AS previous_loaded_at)
      FROM stored, range(100000) AS turn;
    CHECKPOINT`)
  database.close()
  sealManifest(home, { ...readManifest(home, id), sha256: await sha256Of(path), bytes: statSync(path).size })
  serveRelease(home, id)
}

describe('a question to the database', () => {
  test('that takes too long is stopped, and its connection answers the next', async () => {
    await expect(questions.rows(ENDLESS)).rejects.toMatchObject({ kind: 'took-too-long', status: 503 })
    for (let turn = 0; turn < 4; turn++) expect(await questions.rows(COUNT)).toEqual([{ n: 10 }])
  })

  test('that takes too long does not stop others, which wait their turn', async () => {
    const endless = [questions.rows(ENDLESS), questions.rows(ENDLESS)].map((one) => one.catch((error) => error.kind))
    const others = Array.from({ length: 6 }, () => questions.rows(COUNT))
    expect(await Promise.all(others)).toEqual(others.map(() => [{ n: 10 }]))
    expect(await Promise.all(endless)).toEqual(['took-too-long', 'took-too-long'])
  })

  test('is planned once for each text and answered by what is bound, however many other texts there are between', async () => {
    const above = (n: number) => questions.rows('SELECT count(*)::INTEGER AS n FROM number WHERE n >= $n', { n })
    expect(await above(3)).toEqual([{ n: 7 }])
    for (let n = 0; n < 120; n++) expect(await questions.rows(`SELECT ${n} AS n`)).toEqual([{ n }])
    expect(await Promise.all([8, 1, 5].map(above))).toEqual([[{ n: 2 }], [{ n: 9 }], [{ n: 5 }]])
  })

  test('is refused when hundreds already wait', async () => {
    const many = Array.from({ length: 260 }, () =>
      questions.rows(COUNT).then(
        () => 'answered',
        (error) => error.kind,
      ),
    )
    const outcomes = await Promise.all(many)
    expect(new Set(outcomes)).toEqual(new Set(['answered', 'busy']))
    expect(outcomes.filter((one) => one === 'answered').length).toBeGreaterThanOrEqual(200)
    expect(await questions.rows(COUNT)).toEqual([{ n: 10 }])
  })

  test('can read nothing but its own file, and change nothing', async () => {
    for (const sql of [
      "SELECT * FROM read_csv('/etc/passwd')",
      `ATTACH '${join(folder, 'other.duckdb')}'`,
      'INSERT INTO number VALUES (1)',
      'SET enable_external_access = true',
      'INSTALL httpfs',
    ]) {
      await expect(questions.rows(sql), sql).rejects.toThrow()
    }
  })
})
