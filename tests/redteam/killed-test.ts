import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClientRow } from '../../data/sample/clients.ts'
import { currentRelease, listReleases } from '../../data/store/release.ts'
import { fewOf } from '../fixtures/short-form.ts'
import { clients } from './clients.ts'
import { type Service, shownIn, startService } from './service.ts'

const PLACE = '0184'
const YEAR = 2021
const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

const rows = clients('killed', PLACE, YEAR, 60)
const withMore = (n: number): ClientRow[] => [
  ...rows,
  ...clients('more', PLACE, YEAR, n).map((row) => ({ ...row, pseudo_id: `q-${row.pseudo_id}` })),
]

let service: Service

beforeEach(async () => {
  service = await startService()
})

afterEach(() => service.close())

/** What a release puts into place, in this order; by then the vault has noted what it rests on. */
const STEPS = {
  'before its file is in place': String.raw`releases/[^/]+\.duckdb$`,
  'before it says what it is': String.raw`releases/[^/]+\.json$`,
  'before it is served': 'current$',
}

/** Publishes in a process of its own that dies by SIGKILL when it is about to put a file of this name into place. */
async function publishKilledAt(name: string): Promise<void> {
  const dying = `
    import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    const rename = fs.renameSync
    fs.renameSync = (from, to) => {
      if (/${name.replaceAll('/', String.raw`\/`)}/.test(to)) process.kill(process.pid, 'SIGKILL')
      return rename(from, to)
    }
    syncBuiltinESMExports()`
  const preloaded = `data:text/javascript,${encodeURIComponent(dying)}`
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', preloaded, 'etl/main.ts', 'release'], {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, JAMSIDES_HOME: service.home.root },
    stdio: 'ignore',
  })
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
}

const served = (): Promise<string> => shownIn(service.home, currentRelease(service.home)!)

test.each(fewOf(Object.entries(STEPS), 1))('a build killed %s shows nothing and uses up no change', async (_, step) => {
  const { manifest } = await service.load(rows)
  const secret = readFileSync(service.home.secret)
  const first = await served()
  await service.store(withMore(10))
  await publishKilledAt(step)
  expect(currentRelease(service.home)).toBe(manifest.id)
  await publishKilledAt(step)
  const finished = await Promise.all(listReleases(service.home).map(({ id }) => shownIn(service.home, id)))
  const { report } = await service.publish()
  const next = await served()
  expect(report.waiting).toEqual([])
  expect(next).not.toBe(first)
  for (const shown of finished) expect([first, next]).toContain(shown)
  expect(readFileSync(service.home.secret)).toEqual(secret)
  await service.publish()
  expect(await served()).toBe(next)
})

test('what a build that was finished and never served shows is what one person more waits behind', async () => {
  await service.load(rows)
  await service.store(withMore(10))
  await publishKilledAt(STEPS['before it is served'])
  const [unserved] = listReleases(service.home)
  const { report } = await service.load(withMore(11))
  expect(report.waiting).toMatchObject([{ reason: 'fewer-than-ten', changed: 1 }])
  expect(await served()).toBe(await shownIn(service.home, unserved!.id))
})

test('a build killed before it said what it is leaves those before it to be compared with', async () => {
  await service.load(rows)
  const first = await served()
  await service.store(withMore(10))
  await publishKilledAt(STEPS['before it says what it is'])
  const { report } = await service.load(withMore(1))
  expect(report.waiting).toMatchObject([{ reason: 'fewer-than-ten', changed: 1 }])
  expect(await served()).toBe(first)
})
