import { setImmediate, setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { answerOf } from '../../api/aside/answer.ts'
import { Crew } from '../../api/aside/crew.ts'
import { writtenBy } from '../../api/aside/written.ts'
import type { Format } from '../../api/formats/index.ts'
import { writers } from '../../api/formats/index.ts'
import { packed, unpacked } from '../../api/formats/packed.ts'
import type { Table } from '../../api/formats/table.ts'
import type { Running } from '../../api/server.ts'
import { catalogue } from '../../data/catalogue/index.ts'
import { rankLimitsOf } from '../../data/figures/rank-limits.ts'
import { readManifest } from '../../data/store/manifest.ts'
import { currentRelease } from '../../data/store/release.ts'
import { makeHome, publish, type ValueRow } from './home.ts'
import { serve } from './service.ts'

const LIMITS = { threads: 1, seconds: 60, queue: 8 }
/** To begin a thread costs more than most of what it does here. */
const shared = new Crew(LIMITS)
const crews: Crew[] = []
afterEach(() => Promise.all(crews.splice(0).map((crew) => crew.close())))
afterAll(() => shared.close())

function crewOf(limits: Partial<typeof LIMITS> = {}): Crew {
  const crew = new Crew({ ...LIMITS, ...limits })
  crews.push(crew)
  return crew
}

/** A table with every kind of cell, and some that are missing. */
const table = (rows: number): Table => ({
  name: ['test'],
  columns: [
    { key: 'name', type: 'text', title: { sv: 'Kommun', en: 'Municipality' } },
    { key: 'value', type: 'number', title: { sv: 'Värde', en: 'Value' } },
    { key: 'rank', type: 'integer', title: { sv: 'Rang', en: 'Rank' } },
    { key: 'sample', type: 'boolean', title: { sv: 'Påhittade', en: 'Invented' } },
  ],
  rows: Array.from({ length: rows }, (_, row) => ({
    name: `=Malmö ${row}`,
    value: row % 7 === 0 ? null : row / 8,
    rank: row,
    ...(row % 5 > 0 && { sample: row % 2 === 0 }),
  })),
})

const FILES = Object.keys(writers) as Exclude<Format, 'json'>[]
const written = (made: Table, format: Exclude<Format, 'json'>, crew: Crew, isWanted = () => true) =>
  writtenBy({ crew, isWanted }, made, format, 'sv')

/** How often this thread could turn to something else before the work was done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0
  let isDone = false
  void work.finally(() => {
    isDone = true
  })
  while (!isDone) {
    await setImmediate()
    turns += 1
  }
  return turns
}

describe('a large file', () => {
  test.each(FILES)('as %s is the same bytes from a thread as from here', async (format) => {
    const large = table(5000)
    const { body } = await written(large, format, shared)
    expect(body.equals(await writers[format].write(large, 'sv'))).toBe(true)
  })

  test('keeps every cell on its way to a thread', () => {
    const { rows, columns } = table(40)
    const whole = rows.map((row) => Object.fromEntries(columns.map(({ key }) => [key, row[key as never] ?? null])))
    expect(unpacked(packed(table(40))).rows).toEqual(whole)
  })

  test('keeps nothing else waiting while it is written', async () => {
    await shared.do('rankLimits', { figures: [], direction: 'higher' }) // the thread is there now
    expect(await turnsDuring(written(table(5000), 'csv', shared))).toBeGreaterThan(1)
  })

  test.each(FILES)('as %s is written by a thread or not at all, a small one here', async (format) => {
    const crew = crewOf()
    await crew.close()
    await expect(written(table(5000), format, crew)).rejects.toMatchObject({ kind: 'busy' })
    expect((await written(table(5), format, crew)).body.length).toBeGreaterThan(0)
  })
})

test('intervals of ranks are the same from a thread', async () => {
  const figures = catalogue().municipalities.map(({ code }, index) => {
    const value = 50 + 10 * Math.sin(index * 7.1)
    return { code, value, lower: value - 2 - (index % 5), upper: value + 2 + (index % 5) }
  })
  const made = shared.do('rankLimits', { figures, direction: 'lower' })
  expect(await turnsDuring(made)).toBeGreaterThan(1)
  expect(await made).toEqual(rankLimitsOf(figures, 'lower'))
})

describe('a thread', () => {
  test('that takes too long is ended, and another does what comes after', async () => {
    const crew = crewOf({ seconds: 0.001 })
    await expect(written(table(5000), 'xlsx', crew)).rejects.toMatchObject({ kind: 'took-too-long' })
    await expect(written(table(5000), 'csv', crew)).rejects.toMatchObject({ kind: 'took-too-long' })
  })

  test('that fails at a task says why, and does the next', async () => {
    await expect(shared.do('rankLimits', null as never)).rejects.toThrow(/rankLimits/)
    expect(await shared.do('rankLimits', { figures: [], direction: 'higher' })).toEqual(new Map())
  })

  test('never begins what nobody waits for any more, and that makes room for others', async () => {
    const crew = crewOf({ queue: 1 })
    const first = written(table(5000), 'xlsx', crew)
    const left = written(table(5000), 'xlsx', crew, () => false)
    const third = written(table(5000), 'csv', crew)
    await expect(left).rejects.toMatchObject({ kind: 'busy' })
    await expect(written(table(5000), 'csv', crew)).rejects.toMatchObject({ kind: 'busy' })
    expect((await first).body.length).toBeGreaterThan(0)
    expect((await third).body.length).toBeGreaterThan(0)
  })
})

describe('a service whose threads have more to do than may wait', () => {
  const { home, remove } = makeHome()
  let running: Running
  const INDICATORS = catalogue()
    .indicators.slice(0, 3)
    .map(({ id }) => id)
  const FILE = `/api/v1/matrix?group=all&period=2020&indicators=${INDICATORS.join(',')}&format=csv`
  const ask = (path: string) => fetch(running.url + path)

  const LARGE = '/api/v1/matrix?group=all'
  const reading = () => ({ home, about: readManifest(home, currentRelease(home)!), seconds: 60, memoryMb: 96 })

  beforeAll(async () => {
    const values = INDICATORS.flatMap((indicator) =>
      catalogue().municipalities.map(
        ({ code }, place): ValueRow => ({ indicator, period: 2020, municipality: code, value: 5 + (place % 80) }),
      ),
    )
    await publish(home, { values })
    running = await serve(home, { JAMSIDES_THREADS: '1' })
  })
  afterAll(async () => {
    await running.close()
    remove()
  })

  test('says 503 and when to come back, answers what is short meanwhile, and writes the file afterwards', async () => {
    const figures = Array.from({ length: 100 }, (_, n) => ({ code: `${n}`, value: n, lower: n - 9, upper: n + 9 }))
    const under: Promise<unknown>[] = []
    for (let n = 0; n < 9; n++) under.push(running.crew.do('rankLimits', { figures, direction: 'higher' }))
    const late = await ask(FILE)
    expect(late.status).toBe(503)
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await late.json()).toMatchObject({ type: 'urn:jamsides:problem:busy' })
    expect((await ask('/api/v1/health')).status).toBe(200)
    expect((await ask(LARGE)).status).toBe(503)
    await Promise.all(under)
    const file = await ask(FILE)
    expect([file.status, (await file.text()).split('\r\n')]).toEqual([200, expect.objectContaining({ length: 872 })])
  })

  test('makes a large answer in a thread, the same as here, and answers others until it is there', async () => {
    let isThere = false
    const large = ask(`${LARGE}&lang=sv`).finally(() => {
      isThere = true
    })
    let answered = 0
    while (!isThere) {
      expect((await ask('/api/v1/health')).status).toBe(200)
      answered += 1
    }
    expect(answered).toBeGreaterThan(1)
    const question = { asked: { group: ['all'], sex: 'T' }, language: 'sv', format: 'json' } as const
    const here = await answerOf({ ...question, path: '/matrix', reading: reading() })
    expect((await (await large).text()) === here.body.toString()).toBe(true)
  })

  test('makes a large answer once for all who ask for it at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => ask(`${LARGE}&lang=en`)))
    expect(all.map(({ status }) => status)).toEqual(Array(12).fill(200))
    await Promise.all(all.map((one) => one.arrayBuffer()))
  })

  test('goes on when a thread is ended in the middle of its question', async () => {
    const question = { asked: { group: ['all'], sex: 'T' }, language: 'sv', format: 'json' } as const
    for (let turn = 0; turn < 8; turn++) {
      const crew = crewOf()
      await crew.do('rankLimits', { figures: [], direction: 'higher' })
      const asked = crew.do('answer', { ...question, path: '/matrix', reading: reading() })
      const ended = asked.then(
        () => true,
        () => true,
      )
      await setTimeout(turn * 8)
      await crew.close()
      expect(await ended).toBe(true)
    }
    expect((await ask('/api/v1/health')).status).toBe(200)
  })

  test('says what is wrong with a question that a thread was given', async () => {
    const question = { asked: { group: ['nowhere'], sex: 'T' }, language: 'sv', format: 'json' } as const
    const given = { ...question, path: '/matrix', reading: reading() }
    await expect(running.crew.do('answer', given)).rejects.toMatchObject({
      kind: 'invalid-question',
      mistakes: [{ path: 'group' }],
    })
  })
})
