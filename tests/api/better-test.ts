import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { catalogue } from '../../data/catalogue/index.ts'
import type { BetterAnswer } from '../../data/model/answers/better.ts'
import { makeHome, publish, type ValueRow } from './home.ts'
import { serve } from './service.ts'

const { home, remove } = makeHome()
let running: Running

const PLACES = catalogue().municipalities.map(({ code }) => code)
const [FIRST, LAST] = [2018, 2023]
/** The better the lower. */
const SHARE = 'N31814'
const BASE = 2000
const OWN = PLACES[100]!

/** Per cent in the first and in the last year of those who are not like all others: 10 per cent in both. */
const CHANGED: Record<number, [first: number, last: number]> = {
  101: [5, 5], // alike, and clearly better
  102: [9.9, 9.9], // alike, and better by what may be chance
  103: [15, 15], // alike, and worse
  114: [10, 6], // as far away as counts as alike, and clearly better
  200: [10, 4], // not alike, had the same start, and clearly improved
  201: [3, 3], // not alike, and always better: no start to learn from
  202: [10.2, 9.8], // not alike, had the same start, and moved by what may be chance
  203: [14, 4], // not alike, and began elsewhere
}

const share = (at: number, period: number, value: number): ValueRow => ({
  ...{ indicator: SHARE, municipality: PLACES[at]!, period, value },
  ...{ numerator: Math.round((value / 100) * BASE), denominator: BASE },
})

/** Municipalities that differ in one thing, a step from each to the next. */
const alike = (at: number): ValueRow => ({
  ...{ indicator: 'N02926', municipality: PLACES[at]!, period: LAST, value: 5 + at / 10 },
})

beforeAll(async () => {
  const values = PLACES.flatMap((_, at) => {
    const [first, last] = CHANGED[at] ?? [10, 10]
    return at === 250 ? [alike(at)] : [alike(at), share(at, FIRST, first), share(at, LAST, last)]
  })
  const neutral = PLACES.map((municipality) => ({ indicator: 'N30101', municipality, period: LAST, value: 7 }))
  await publish(home, { values: [...values, ...neutral] })
  running = await serve(home)
})
afterAll(async () => {
  await running.close()
  remove()
})

async function better(indicator: string, municipality: string): Promise<BetterAnswer> {
  const response = await fetch(`${running.url}/api/v1/better?indicator=${indicator}&municipality=${municipality}`)
  expect(response.status).toBe(200)
  return (await response.json()) as BetterAnswer
}

test('those clearly better and alike come first, the most alike before; then those with the same start who improved; nobody by chance', async () => {
  const { rows, reason, value } = await better(SHARE, OWN)
  expect([reason, value]).toEqual([null, 10])
  expect(rows.map(({ municipality, why }) => [PLACES.indexOf(municipality), why])).toEqual([
    [101, 'like'],
    [114, 'like'],
    [200, 'same-start'],
  ])
  for (const { upper } of rows) expect(upper).toBeLessThan(0)
  expect(rows[2]!.since).toEqual({ period: FIRST, value: 10, own: 10 })
})

test('nobody is called better where there is no value, or no better way', async () => {
  expect(await better(SHARE, PLACES[250]!)).toMatchObject({ reason: 'no-value', rows: [] })
  expect(await better('N30101', OWN)).toMatchObject({ reason: 'no-direction', rows: [] })
})
