import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { placeFile } from '../../data/store/atomic.ts'
import { CLOSED } from '../../data/store/manifest.ts'
import { releaseFile, serveRelease } from '../../data/store/release.ts'
import { flipByte } from '../fixtures/damage.ts'
import { makeHome, publish } from './home.ts'
import { serve } from './service.ts'

const { home, remove } = makeHome()
const started: Running[] = []

afterEach(async () => {
  await Promise.all(started.splice(0).map((running) => running.close()))
  remove()
})

const start = async () => {
  const running = await serve(home)
  started.push(running)
  return running
}

/** A release in which Solna's cost is this many kronor. */
const release = (kronor: number, options: { serve?: boolean; sample?: boolean } = {}) =>
  publish(
    home,
    {
      values: [{ indicator: 'N30101', municipality: '0184', period: 2021, value: kronor }],
      sample: options.sample ?? false,
    },
    options.serve ?? true,
  )

const QUESTION = '/api/v1/compare?indicator=N30101&municipalities=0184'
const health = async ({ url }: Running) => (await fetch(`${url}/api/v1/health`)).json()
const cost = async ({ url }: Running) => {
  const response = await fetch(url + QUESTION)
  return { status: response.status, body: await response.json(), tag: response.headers.get('etag') }
}

test('without a release the service runs, says so, and serves the first one as soon as it is there', async () => {
  const running = await start()
  expect(await health(running)).toMatchObject({ status: 'no-release', release: null })
  const { status, body } = await cost(running)
  expect([status, body.type]).toEqual([503, 'urn:jamsides:problem:no-release'])
  expect(body.detail).toMatch(/npm run etl/)
  const { id } = await release(1)
  await expect.poll(() => health(running)).toMatchObject({ status: 'ok', release: { id } })
  expect((await cost(running)).body.rows[0].value).toBe(1)
})

test('a switch is seen at once by all services of the home, back too, with other ETags', async () => {
  const first = await release(1)
  const services = [await start(), await start()]
  const before = await cost(services[0]!)
  const second = await release(2)
  for (const running of services) {
    const { body, tag } = await cost(running)
    expect([body.release, body.rows[0].value]).toEqual([second.id, 2])
    expect(tag).not.toBe(before.tag)
  }
  serveRelease(home, first.id)
  expect(await cost(services[1]!)).toEqual(before)
  const { releases } = await (await fetch(`${services[1]!.url}/api/v1/releases`)).json()
  expect(releases.map(({ id, current }: { id: string; current: boolean }) => [id, current]).sort()).toEqual(
    [
      [first.id, true],
      [second.id, false],
    ].sort(),
  )
})

test('no request fails while releases are switched under load, and each answer is of one release', async () => {
  const running = await start()
  const ids = new Map<string, number>()
  for (const kronor of [1, 2, 3]) ids.set((await release(kronor)).id, kronor)
  let isOver = false
  const seen = new Map<string, number>()
  const load = async () => {
    while (!isOver) {
      const { status, body } = await cost(running)
      expect(status).toBe(200)
      expect(body.rows[0].value).toBe(ids.get(body.release))
      seen.set(body.release, (seen.get(body.release) ?? 0) + 1)
    }
  }
  const loads = Array.from({ length: 8 }, load)
  for (let turn = 0; turn < 4; turn++) {
    for (const id of ids.keys()) {
      serveRelease(home, id)
      const before = seen.get(id) ?? 0
      while ((seen.get(id) ?? 0) < before + 5) await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  isOver = true
  await Promise.all(loads)
  expect(seen.size).toBe(3)
})

test('an old release is closed when its last request is answered', async () => {
  const { id } = await release(1)
  const running = await start()
  const lease = await running.keeper.lease()
  await release(2)
  await cost(running)
  expect(lease.release!.about.id).toBe(id)
  const open = () => lease.release!.questions.rows<{ one: number }>('SELECT 1 AS one')
  expect(await open()).toEqual([{ one: 1 }])
  lease.done()
  await expect(open()).rejects.toThrow()
})

test('a damaged or missing new release is not taken into service', async () => {
  const good = await release(1)
  const running = await start()
  for (const harm of [
    (file: string) => truncateSync(file, readFileSync(file).length - 5000),
    (file: string) => placeFile(file, 'not a database'),
    (file: string) => copyFileSync(releaseFile(home, good.id), file),
    (file: string) => rmSync(file),
  ]) {
    const bad = await release(2, { serve: false })
    harm(releaseFile(home, bad.id))
    placeFile(home.current, bad.id)
    expect((await cost(running)).body.release).toBe(good.id)
    expect(await health(running)).toMatchObject({
      status: 'degraded',
      release: { id: good.id },
      warning: expect.stringContaining(bad.id),
    })
  }
  placeFile(home.current, '../../etc/passwd')
  expect((await cost(running)).body.release).toBe(good.id)
})

test.each([
  ['is damaged', (id: string) => truncateSync(releaseFile(home, id), 5000)],
  ['is gone', (id: string) => rmSync(releaseFile(home, id))],
  ['has a damaged manifest', (id: string) => flipByte(join(home.releases, `${id}.json`), 0.5)],
  ['is not pointed out', () => rmSync(home.current)],
])('a service that starts while the release to serve %s serves the last sound one, and says so', async (what, harm) => {
  const [, former, last] = [await release(1), await release(2), await release(3)]
  harm(last.id)
  const running = await start()
  const served = what === 'is not pointed out' ? last : former
  expect((await cost(running)).body.release).toBe(served.id)
  expect(await health(running)).toMatchObject({
    status: 'degraded',
    release: { id: served.id },
    warning: expect.stringContaining('verify'),
  })
  expect((await fetch(`${running.url}/api/v1/releases`)).status).toBe(200)
  serveRelease(home, former.id)
  await expect.poll(() => health(running)).toMatchObject({ status: 'ok', release: { id: former.id }, warning: null })
})

test('a sample says so in every answer, in both languages', async () => {
  await release(1, { sample: true })
  const running = await start()
  const { body } = await cost(running)
  expect([body.sample, body.source]).toEqual([true, 'Påhittade exempeldata'])
  const english = await (await fetch(`${running.url}${QUESTION}&lang=en`)).json()
  expect(english.source).toBe('Invented sample data')
  const csv = await (await fetch(`${running.url}${QUESTION}&format=csv`)).text()
  expect(csv).toMatch(/Påhittade exempeldata;.*;true/)
})

test('figures of the follow-up that were withdrawn are not read in an earlier release; open comparisons are', async () => {
  const former = await release(1, { sample: true })
  const running = await start()
  await release(2, { sample: true })
  const cells = '/api/v1/aggregate?instrument=asi&measure=personer_grund&places=0184&periods=2023'
  const status = async (path: string) => (await fetch(`${running.url}${path}&release=${former.id}`)).status
  expect([await status(cells), await status(QUESTION)]).toEqual([200, 200])
  writeFileSync(join(home.releases, `${former.id}${CLOSED}`), '')
  expect([await status(cells), await status(QUESTION)]).toEqual([400, 200])
})
