import { afterAll, expect, test } from 'vitest'
import { makeHome, publish } from '../api/home.ts'
import { serve } from '../api/service.ts'

const { home, remove } = makeHome()
afterAll(remove)

const FOLLOW_UP = [
  '/aggregate?instrument=asi&measure=personer_grund&places=0184&periods=2022',
  '/aggregate?x',
  '/adjusted',
]

async function statuses(settings: Record<string, string>, headers = {}) {
  const running = await serve(home, settings)
  const answers = await Promise.all(FOLLOW_UP.map((path) => fetch(`${running.url}/api/v1${path}`, { headers })))
  const told = await Promise.all(answers.map(async (one) => [one.status, (await one.json()).type]))
  await running.close()
  return told
}

const REFUSED = [401, 'urn:jamsides:problem:not-signed-in']

test('figures of real persons need a sign-in, whatever is asked, unless the operator publishes them', async () => {
  await publish(home, { values: [] })
  expect(await statuses({})).toEqual([REFUSED, REFUSED, REFUSED])
  const strange = { Authorization: 'Bearer x', Cookie: 'jamsides=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }
  expect(await statuses({}, strange)).toEqual([REFUSED, REFUSED, REFUSED])
  const open = await statuses({ JAMSIDES_PUBLISH_FOLLOWUP: 'yes' })
  expect(open.map(([status]) => status)).toEqual([200, 400, 400])
})

test('figures of invented persons are open', async () => {
  await publish(home, { values: [], sample: true })
  expect((await statuses({})).map(([status]) => status)).toEqual([200, 400, 400])
})
