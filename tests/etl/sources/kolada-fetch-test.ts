import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { type FetchOptions, fetchKolada } from '../../../etl/commands/fetch.ts'
import { emptyHome, inRelease } from '../../fixtures/home.ts'
import { type KoladaService, koladaService, send, type Value } from '../../fixtures/kolada-service.ts'

const SOLNA = '0184'
const value = (kpi: string, municipality: string, period: number, number: number, isdeleted = false): Value => ({
  kpi,
  municipality,
  period,
  values: [{ gender: 'T', count: 1, status: '', value: isdeleted ? null : number, isdeleted }],
})
const VALUES = [2018, 2019, 2020, 2021].flatMap((year) => [
  value('N31807', SOLNA, year, year / 1000),
  value('N31807', '0123', year, year / 2000),
  value('N30101', SOLNA, year, year),
])

const options = ({ url }: KoladaService, more: Partial<FetchOptions> = {}): FetchOptions => ({
  url,
  indicators: 'N31807,N30101',
  from: 2010,
  to: 2022,
  release: true,
  ...more,
})

/** Half a page, and then the connection is gone. */
function cutOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': '999' })
  response.write('{"count":3,"val', () => response.destroy())
}

describe('a whole fetch', () => {
  test('follows every page and stores every value', async () => {
    const context = emptyHome()
    const service = await koladaService(VALUES)
    const { exit, object } = await fetchKolada(context, options(service))
    expect(exit).toBe(0)
    expect(object).toMatchObject({ added: 12 })
    const [sum] = await inRelease(context, 'SELECT count(*)::INTEGER AS n, sum(value)::INTEGER AS s FROM value')
    expect(sum).toEqual({ n: 12, s: 8078 + 8 + 4 })
    expect(service.asked.filter((path) => path.includes('/data/'))).toHaveLength(4)
  })

  test('asks for at most 25 indicators and 25 years at a time', async () => {
    const service = await koladaService(VALUES)
    await fetchKolada(emptyHome(), options(service, { indicators: undefined, from: 1990 }))
    const questions = service.asked.filter((path) => path.includes('/data/')).map((path) => path.split('/'))
    expect(questions.length).toBeGreaterThan(10)
    for (const parts of questions)
      expect(Math.max(...parts.map((part) => part.split(',').length))).toBeLessThanOrEqual(25)
  })

  test('waits and asks again when it is told to, when the service fails, and when a page is cut off', async () => {
    const context = emptyHome()
    const service = await koladaService(VALUES)
    service.mood = (request) => {
      if (request === 2) return (response) => send(response, 429, {}, { 'retry-after': '0' })
      if (request === 4) return (response) => send(response, 503, {}, { 'retry-after': '0' })
      if (request === 6) return cutOff
      if (request === 8) return (response) => send(response, 200, { count: 3, values: [], next_url: null })
      return undefined
    }
    expect((await fetchKolada(context, options(service))).object).toMatchObject({ added: 12 })
  })
})

test('an interrupted fetch stores nothing, and the next goes on where it was', async () => {
  const context = emptyHome()
  const service = await koladaService(VALUES)
  service.mood = (request) => (request > 4 ? (response) => send(response, 404, {}) : undefined)
  await expect(fetchKolada(context, options(service))).rejects.toThrow('404')
  expect(existsSync(context.home.current)).toBe(false)
  service.mood = () => undefined
  service.asked.length = 0
  expect((await fetchKolada(context, options(service))).object).toMatchObject({ added: 12 })
  expect(service.asked).toHaveLength(2)
  expect(readdirSync(join(context.home.root, 'fetch'))).toEqual(['fetched.json'])
})

describe('all of Kolada', () => {
  const kpi = (id: string) => ({
    id,
    title: `Något ${id}, andel (%)`,
    is_divided_by_gender: false,
    operating_area: 'Skola',
  })
  const ids = Array.from({ length: 60 }, (_, index) => `N${16_000 + index}`)
  const every = ids.flatMap((id, index) => [value(id, SOLNA, 2020, index), value(id, '0123', 2021, index / 2)])
  const everything = ({ url }: KoladaService): FetchOptions => ({ url, all: true, to: 2022, release: true })

  async function described(): Promise<KoladaService> {
    const service = await koladaService(every)
    service.content.kpi = ids.map(kpi)
    return service
  }

  test('is said beforehand, goes on where it was interrupted, and is then asked for changes only', async () => {
    const context = emptyHome()
    const service = await described()
    service.mood = (request) => (request > 35 ? (response) => send(response, 404, {}) : undefined)
    const told: string[] = []
    const tell = (line: string) => told.push(`${line} after ${service.asked.length}`)
    await expect(fetchKolada(context, { ...everything(service), tell })).rejects.toThrow('404')
    expect(existsSync(context.home.current)).toBe(false)
    // 21 pages describe; then three questions of 25 years: 39, 39 and 16 pages if every place had every year.
    expect(told).toEqual([expect.stringMatching(/ 115 anrop .* 1 min .* after 21$/)])
    const before = service.asked.length
    service.mood = () => undefined
    expect((await fetchKolada(context, everything(service))).object).toMatchObject({ added: 120 })
    const [sum] = await inRelease(context, 'SELECT count(DISTINCT indicator)::INTEGER AS n FROM value')
    expect(sum).toEqual({ n: 60 })
    const asked = service.asked.map((path) => path.replace(/\?.*page=/, ' '))
    expect(asked.filter((path, index) => asked.indexOf(path) < index)).toHaveLength(1)
    expect(before).toBe(36)
    service.asked.length = 0
    service.content.values = [value('N16000', SOLNA, 2020, 99)]
    const { object } = await fetchKolada(context, { ...everything(service), changed: true })
    expect(object).toMatchObject({ revised: 1, added: 0, removed: 0 })
    const questions = service.asked.filter((path) => path.includes('/data/'))
    expect([questions.length, questions.filter((path) => path.includes('from_date')).length]).toEqual([3, 3])
  })

  test('and some of it cannot be asked for at once', () => {
    const some = { ...options({ url: 'http://127.0.0.1:1' } as KoladaService), all: true }
    expect(() => fetchKolada(emptyHome(), some)).toThrow('--all')
  })
})

describe('the next publication', () => {
  test('only what changed is new, and revisions are listed', async () => {
    const context = emptyHome()
    const service = await koladaService(VALUES)
    await fetchKolada(context, options(service))
    service.content.values = [...VALUES.slice(1), value('N31807', SOLNA, 2018, 9), value('N31807', SOLNA, 2022, 3)]
    const { object } = await fetchKolada(context, options(service))
    expect(object).toMatchObject({
      added: 1,
      revised: 1,
      unchanged: 11,
      revisions: [{ indicator: 'N31807', municipality: SOLNA, period: 2018, before: 2.018, after: 9 }],
    })
  })

  test('--changed asks only for what changed since the last fetch, and takes deletions', async () => {
    const context = emptyHome()
    const service = await koladaService(VALUES)
    service.content.kpi = [{ id: 'N31807', title: 'Ekonomiskt bistånd', is_divided_by_gender: true }]
    await fetchKolada(context, options(service, { indicators: 'N31807' }))
    service.asked.length = 0
    service.content.values = [value('N31807', SOLNA, 2018, 0, true), value('N30101', SOLNA, 2019, 2019)]
    const { object } = await fetchKolada(context, options(service, { changed: true }))
    expect(object).toMatchObject({ added: 1, removed: 1 })
    const today = new Date().toISOString().slice(0, 10)
    const questions = service.asked.filter((path) => path.includes('/data/'))
    expect(questions.find((path) => path.includes('N31807'))).toContain(`from_date=${today}`)
    expect(questions.find((path) => path.includes('N30101'))).not.toContain('from_date')
  })
})

test('a next page at another address is not gone to', async () => {
  const service = await koladaService(VALUES)
  service.mood = () => (response) =>
    send(response, 200, { count: 0, values: [], next_url: 'http://127.0.0.1:1/v3/kpi' })
  await expect(fetchKolada(emptyHome(), options(service))).rejects.toThrow('next_url')
})

test('values that do not hold are refused, all of them', async () => {
  const context = emptyHome()
  const service = await koladaService([...VALUES, value('N31807', '9999', 2020, 1)])
  const { exit, object } = await fetchKolada(context, options(service))
  expect(exit).toBe(1)
  expect(object).toMatchObject({ counts: { 'unknown-municipality': 1 } })
  expect(existsSync(context.home.current)).toBe(false)
})

test.each([
  ['an indicator id', { indicators: 'Solna' }, 'Solna'],
  ['an area', { indicators: undefined, area: 'missbuk' }, 'missbruk'],
  ['an address', { url: 'kolada' }, 'kolada'],
  ['the years', { from: 2020, to: 2010 }, '--from'],
])('wrong usage of %s says so', (_, wrong, word) => {
  expect(() =>
    fetchKolada(emptyHome(), { ...options({ url: 'http://127.0.0.1:1' } as KoladaService), ...wrong }),
  ).toThrow(word)
})

const STAND_IN = fileURLToPath(new URL('../../../../shared/tools/kolada-server.mjs', import.meta.url))
const PORT = 18_290 + (process.pid % 1000)
const ended: (() => void)[] = []
afterEach(() => {
  for (const end of ended.splice(0)) end()
})

function standIn(...more: string[]): Promise<void> {
  const server = spawn(process.execPath, [STAND_IN, '--port', String(PORT), ...more])
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  ended.push(() => server.kill())
  return new Promise((resolve, reject) => {
    server.stdout.once('data', () => resolve())
    server.once('error', reject)
    gone.then(() => reject(new Error('the stand-in ended')))
  })
}

test.skipIf(!existsSync(STAND_IN))('the real values, from a flaky service and then a year later', async () => {
  const context = emptyHome()
  const question = {
    ...options({ url: `http://127.0.0.1:${PORT}/v3` } as KoladaService),
    indicators: 'N31807,N31814,N01951',
  }
  await standIn('--flaky')
  const first = (await fetchKolada(context, question)).object as { added: number }
  for (const end of ended.splice(0)) end()
  await new Promise((resolve) => setTimeout(resolve, 300))
  await standIn('--until', '2022')
  const second = (await fetchKolada(context, question)).object
  expect(first.added).toBeGreaterThan(10_000)
  expect(second).toMatchObject({ revised: 0, removed: 0, unchanged: first.added })
  expect(await inRelease(context, 'SELECT max(period) AS last FROM value')).toEqual([{ last: 2022 }])
})
