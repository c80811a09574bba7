import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { catalogue } from '../../data/catalogue/index.ts'
import { UnitsAnswer } from '../../data/model/answers/units.ts'
import { proportionInterval } from '../../data/stats/index.ts'
import { makeHome, publish, type UnitRow } from './home.ts'
import { serve } from './service.ts'

const [SHARE, ANSWERS] = ['U23471', 'U23594']
const of = (unit: string, municipality: string, name: string) => ({ unit, municipality, name })
const [AL, OST, ANON, OTHER] = [
  of('V2', '0184', 'Ål'),
  of('V1', '0184', 'Östra boendet'),
  of('V3', '0184', 'Alen'),
  of('V9', '0180', 'Stockholms eget'),
]
const UNITS: UnitRow[] = [
  { ...AL, indicator: SHARE, period: 2022, value: 62.5 },
  { ...AL, indicator: ANSWERS, period: 2022, value: 16 },
  { ...OST, indicator: SHARE, period: 2022, value: 80 },
  { ...ANON, indicator: SHARE, period: 2022, value: null, status: 'secrecy' },
  { ...ANON, indicator: ANSWERS, period: 2022, value: 3 },
  { ...AL, indicator: SHARE, period: 2020, value: 50 },
  { ...AL, indicator: SHARE, period: 2022, sex: 'K', value: 70 },
  { ...OTHER, indicator: SHARE, period: 2022, value: 11 },
]

const { home, remove } = makeHome()
let running: Running
beforeAll(async () => {
  const values = ['0184', '0180', '0123'].flatMap((municipality, at) => [
    { indicator: SHARE, municipality, period: 2022, value: 70 + at },
    { indicator: ANSWERS, municipality, period: 2022, value: 100 },
  ])
  await publish(home, { values, units: UNITS, indicators: catalogue().bases.filter(({ id }) => id === ANSWERS) })
  running = await serve(home, {})
}, 60_000)
afterAll(async () => {
  await running?.close()
  remove()
})

const get = (question: string) => fetch(`${running.url}/api/v1/units?${question}`)
const ask = async (question: string) => UnitsAnswer.strict().parse(await (await get(question)).json())
const SOLNA = `municipality=0184&indicator=${SHARE}`

test('the units of one municipality stand in the order of their names beside its own value, each as published', async () => {
  const { units, own, size, periods, period, name, source, sample, ...rest } = await ask(SOLNA)
  const interval = proportionInterval(10, 16)!
  const [low, high] = [interval.lower, interval.upper].map((end) => expect.closeTo(end * 100, 5))
  expect(units.map(({ loadedAt: _, ...unit }) => unit)).toEqual([
    { id: 'V3', name: 'Alen', value: null, status: 'secrecy', n: null, lower: null, upper: null },
    { id: 'V2', name: 'Ål', value: 62.5, status: null, n: 16, lower: low, upper: high },
    { id: 'V1', name: 'Östra boendet', value: 80, status: null, n: null, lower: null, upper: null },
  ])
  expect(own).toMatchObject({ value: 70, n: 100 })
  expect([size?.indicator, periods, period, name, source, sample]).toEqual([
    ...[ANSWERS, [2020, 2022], 2022, 'Solna', 'Kolada', false],
  ])
  expect(JSON.stringify({ units, rest })).not.toMatch(/rank|band|median|Stockholm/)
})

test('another year and one sex are asked for; a year without units has none, a year without anything is refused', async () => {
  expect((await ask(`${SOLNA}&period=2020`)).units.map(({ value }) => value)).toEqual([50])
  expect((await ask(`${SOLNA}&sex=K`)).units.map(({ value }) => value)).toEqual([70])
  expect((await ask(`municipality=0123&indicator=${SHARE}`)).units).toEqual([])
  const response = await get(`${SOLNA}&period=2019`)
  const { errors } = await response.json()
  expect([response.status, errors[0].path, errors[0].message]).toEqual([400, 'period', expect.stringContaining('2020')])
  for (const [question, path] of [
    [`indicator=${SHARE}`, 'municipality'],
    ['municipality=0184', 'indicator'],
    [`municipality=0184,0180&indicator=${SHARE}`, 'municipality'],
    [`municipality=0185&indicator=${SHARE}`, 'municipality'],
  ] as const)
    expect((await (await get(question)).json()).errors[0].path, question).toBe(path)
})

test('the list says which indicators have units', async () => {
  const { indicators } = await (await fetch(`${running.url}/api/v1/indicators`)).json()
  const byUnit = indicators.filter((one: { byUnit: boolean }) => one.byUnit).map(({ id }: { id: string }) => id)
  expect(byUnit.sort()).toEqual([SHARE, ANSWERS])
})

test('as a table each row says which unit, and the same question is answered from memory', async () => {
  const csv = await (await get(`${SOLNA}&format=csv`)).text()
  const [head, first] = csv.split('\r\n').map((line) => line.split(';'))
  expect(first![head!.indexOf('unitName')]).toBe('Alen')
  expect(first![head!.indexOf('status')]).toMatch(/secrecy|sekretess/)
  const etag = (await get(SOLNA)).headers.get('etag')!
  const again = await fetch(`${running.url}/api/v1/units?${SOLNA}`, { headers: { 'If-None-Match': etag } })
  expect(again.status).toBe(304)
})
