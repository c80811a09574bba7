import { afterAll, describe, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { load } from '../../etl/commands/load.ts'
import { serve } from '../api/service.ts'
import { csvOf } from '../fixtures/extracts.ts'
import { interviewsOf } from '../fixtures/foreign-extract.ts'
import { copiedHome, emptyHome, sharedHome, temporaryFile } from '../fixtures/home.ts'
import { fewOf, isLong } from '../fixtures/short-form.ts'
import { damageEach } from './damage.ts'
import { hostileTo, wrongWith } from './hostile.ts'
import { edition, killChecks, killLoads, killServing } from './kills.ts'
import { soak } from './soak.ts'

/** `npm run faults` is the long form: everything a hundred times, and ten minutes of questions. */
const HOURS = 4 * 3600 * 1000
const times = (short: number, long: number) => (isLong ? long : short)

const whole = sharedHome((context) => load(context, [edition(1)], { release: true }))
let service: Running | undefined
afterAll(() => service?.close())

async function served(): Promise<Running> {
  // The limit of one address would answer thirty-two who never pause.
  service ??= await serve((await whole()).home, { JAMSIDES_REQUESTS_PER_MINUTE: '1000000' })
  return service
}

describe('killed at any moment', () => {
  test(
    'a load leaves a whole release served and everything sound',
    async () => {
      expect(await killLoads(emptyHome(), times(1, 100))).toEqual([])
    },
    HOURS,
  )

  test(
    'a check of what was handed in is taken up again',
    async () => {
      const extract = csvOf(interviewsOf('0184', { perYear: 40 }))
      expect(await killChecks(emptyHome(), extract, times(1, 100))).toEqual([])
    },
    HOURS,
  )

  test.each(fewOf([2, 1], 1))(
    'one of %i API processes under load is replaced, and serves what was served',
    async (processes) => {
      const context = copiedHome(await whole())
      expect(await killServing(context, times(1, 100), processes)).toEqual([])
    },
    HOURS,
  )
})

test(
  'one byte turned in any file is named, or does not matter; and mending makes nothing worse',
  async () => {
    const context = emptyHome()
    const csv = temporaryFile('k.csv', 'kpi,municipality,period,gender,value\nN31807,0184,2021,T,5\n')
    await load(context, [csv], { release: true })
    for (const at of times(1, 9) === 1 ? [0] : [0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1]) {
      const damaged = await damageEach(context, at)
      expect(damaged.filter(({ wrong }) => wrong !== null)).toEqual([])
      if (at === 0)
        expect(damaged.filter(({ named }) => !named).map(({ file }) => file.split('/')[0])).toEqual(HARMLESS)
    }
  },
  HOURS,
)

/** What nothing is read from: reports, and the secret where nobody's figures were made with it. */
const HARMLESS = ['reports', 'secret']

test(
  'hostile requests are answered in words, and none harms the service',
  async () => {
    const service = await served()
    const requests = (await hostileTo(service.url)).filter((_, number) => number % times(9, 1) === 0)
    expect(requests.length).toBeGreaterThan(100)
    const wrong: string[] = []
    for (const one of requests) {
      const what = await wrongWith(service.url, one)
      if (what) wrong.push(what)
    }
    expect(wrong).toEqual([])
    expect(await (await fetch(`${service.url}/api/v1/health`)).json()).toMatchObject({ status: 'ok' })
  },
  HOURS,
)

test(
  'thirty-two clients who ask without a pause are all answered, and memory does not grow',
  async () => {
    const service = await served()
    const soaked = await soak({ url: service.url, clients: 32, seconds: times(5, 600) })
    if (isLong) console.table(soaked)
    expect(soaked.failed).toEqual({})
    expect(soaked.answered).toBeGreaterThan(32)
    if (isLong) expect(soaked.memory.end).toBeLessThan(soaked.memory.warm * 1.25 + 30)
  },
  HOURS,
)
