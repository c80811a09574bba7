import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { RevisionsAnswer } from '../../data/model/answers/revisions.ts'
import { makeHome, publish, type ValueRow } from './home.ts'
import { serve } from './service.ts'

const LONG_AGO = '2020-01-01T00:00:00.000Z'
const CODES = ['0184', '0123', '0163', '0180']

/** U30452, higher is better, of 2022: Solna, Järfälla, Sollentuna, Stockholm. */
const values = ([solna, ...others]: readonly number[], previous?: { value: number; at: string }): ValueRow[] =>
  CODES.map((municipality, place) => ({
    ...{ indicator: 'U30452', municipality, period: 2022, value: [solna!, ...others][place]! },
    ...(previous &&
      municipality === '0184' && { loadedAt: previous.at, previous: { ...previous, loadedAt: LONG_AGO } }),
  }))

const old: ValueRow = {
  ...{ indicator: 'N30101', municipality: '0180', period: 2021, value: 5000, loadedAt: '2021-01-01T00:00:00.000Z' },
  previous: { value: 4000, loadedAt: LONG_AGO },
}

const { home, remove } = makeHome()
let running: Running
let first: string
beforeAll(async () => {
  const { id } = await publish(home, { values: [...values([60, 70, 80, 90]), old] })
  first = id
  const at = new Date(Date.now() + 1000).toISOString()
  await new Promise((later) => setTimeout(later, 1500))
  await publish(home, { values: [...values([85, 70, 80, 90], { value: 60, at }), old] })
  running = await serve(home, {})
}, 60_000)
afterAll(async () => {
  await running?.close()
  remove()
})

const ask = async (question: string): Promise<RevisionsAnswer> =>
  RevisionsAnswer.strict().parse(await (await fetch(`${running.url}/api/v1/revisions?${question}`)).json())

test('since the release before, only what was revised after it is told, and which release that was', async () => {
  const { count, revisions, since, indicators } = await ask('since=release')
  expect([count, since?.release, indicators]).toEqual([1, first, ['U30452']])
  expect(revisions[0]).toMatchObject({ municipality: '0184', before: 60, now: 85 })
})

test('since they were first loaded, all are told', async () => {
  const { count, since, indicators } = await ask('')
  expect([count, since, indicators]).toEqual([2, null, ['N30101', 'U30452']])
  expect((await ask('indicator=N30101')).indicators).toEqual(['N30101', 'U30452'])
})

test('a place is told where it is another than with the values of before: of the revised one, and of those it has passed', async () => {
  const of = 4
  const moved = { indicator: 'U30452', period: 2022, sex: 'T' }
  expect((await ask('since=release&place=0184')).places).toMatchObject([
    { ...moved, before: { rank: 4, of }, now: { rank: 2, of } },
  ])
  expect((await ask('since=release&place=0163')).places).toMatchObject([
    { ...moved, before: { rank: 2, of }, now: { rank: 3, of } },
  ])
  expect((await ask('since=release&place=0180')).places).toEqual([])
})

test('a municipality that is not known is refused by name', async () => {
  const response = await fetch(`${running.url}/api/v1/revisions?place=9999`)
  expect([response.status, (await response.json()).errors[0].path]).toEqual([400, 'place'])
})
