import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { serve } from '../api/service.ts'
import { clients } from '../redteam/clients.ts'
import { type Service, startService } from '../redteam/service.ts'
import { PEOPLE, signedIn } from './stage.ts'

type Json = Record<string, unknown>

const ID = 'session-with-guests'
const SHOWN = 'aggregate?instrument=asi&measure=alkohol_skattning_grund&places=0184&periods=2022'
const OTHER = 'aggregate?instrument=asi&measure=narkotika_skattning_grund&places=0184&periods=2022'

let service: Service
let running: Running
let cookies: Record<keyof typeof PEOPLE, string>

/** Real persons as far as the service knows: nothing of them is open to anyone. */
beforeAll(async () => {
  service = await startService()
  await service.load(clients('guests', '0184', 2022, 150))
  cookies = await signedIn(service.home, PEOPLE)
  running = await serve(service.home)
  await call('POST', '/analysis-sessions', cookies.fou, {
    ...{ id: ID, title: 'ASI', purpose: '', date: null, start: null, group: 'fou-nordvast', municipalities: ['0184'] },
    ...{ template: null, area: null, copyOf: null, follows: null, name: 'Fia', municipality: null },
  })
})
afterAll(async () => {
  await running.close()
  await service.close()
})

async function call(method: string, path: string, cookie: string, body?: unknown) {
  const response = await fetch(`${running.url}/api/v1${path}`, {
    method,
    headers: { Cookie: cookie, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const cookieSet = response.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  return { status: response.status, body: (await response.json()) as Json, cookie: cookieSet }
}

const card = (asks: string[], visibility = 'all') => ({
  ...{ title: 'ASI', weight: 1, minutes: 5, speaker: '', visibility, news: '' },
  content: { kind: 'figure', query: 'view=asi&place=0184', figure: 'profil', asks },
})
const putCard = (id: string, base: number, body: object, cookie = cookies.fou) =>
  call('PUT', `/analysis-sessions/${ID}/cards/${id}`, cookie, { base, body })
const answer = (id: string, ask: string, cookie: string) =>
  call('GET', `/analysis-sessions/${ID}/cards/${id}/answer?ask=${encodeURIComponent(ask)}`, cookie)

async function guest(name: string) {
  const { body } = await call('POST', `/analysis-sessions/${ID}/join-code`, cookies.fou)
  const joined = await call('POST', '/analysis-sessions/join', '', {
    ...{ code: body.code, name, title: '', municipality: null },
  })
  return { cookie: joined.cookie, me: String(joined.body.me) }
}

test('a guest sees the protected figure that a card shows, as those who may read it do, and nothing else', async () => {
  await putCard('card-open', 0, card([SHOWN]))
  await putCard('card-closed', 0, card([OTHER], 'leaders'))
  const { cookie } = await guest('Gun')
  const own = await call('GET', `/${SHOWN}`, cookies.fou)
  expect((own.body.cells as Json[])[0]).toMatchObject({ shown: true })
  const seen = await answer('card-open', SHOWN, cookie)
  expect(seen).toMatchObject({ status: 200, body: own.body })
  for (const refused of [
    await answer('card-open', OTHER, cookie),
    await answer('card-open', `${SHOWN}&by=kon`, cookie),
    await answer('card-closed', OTHER, cookie),
    await answer('card-nowhere', SHOWN, cookie),
  ])
    expect(refused.status).toBe(403)
  expect((await call('GET', `/${SHOWN}`, cookie)).status).toBe(401)
  expect((await answer('card-open', SHOWN, '')).status).toBe(404)
  expect((await answer('card-open', SHOWN, cookies.stranger)).status).toBe(404)
})

test('a guest puts no protected figure on a card, not even one who leads', async () => {
  const { cookie, me } = await guest('Bo')
  const person = await call('GET', `/analysis-sessions/${ID}`, cookies.fou)
  const part = (person.body.parts as { id: string; version: number; body: Json }[]).find(({ id }) => id === me)!
  await call('PUT', `/analysis-sessions/${ID}/participants/${me}`, cookies.fou, {
    base: part.version,
    body: { ...part.body, role: 'cohost' },
  })
  await putCard('card-shared', 0, card([SHOWN]))
  expect((await putCard('card-shared', 1, card([SHOWN, OTHER]), cookie)).status).toBe(403)
  expect((await putCard('card-of-bo', 0, card([SHOWN]), cookie)).status).toBe(403)
  expect((await putCard('card-shared', 1, { ...card([SHOWN]), title: 'Ny' }, cookie)).status).toBe(200)
  expect((await putCard('card-shared', 2, card([]), cookie)).status).toBe(200)
  expect((await answer('card-shared', SHOWN, cookie)).status).toBe(403)
})

test('what a card asks is a question of protected figures; nothing else goes through it', async () => {
  for (const ask of ['audit?q=', 'aggregate', '/aggregate?instrument=asi', 'aggregate?a=\n'])
    expect((await putCard('card-strange', 0, card([ask]))).status).toBe(422)
  await putCard('card-unknown', 0, card(['aggregate?instrument=asi&measure=nothing&places=0184&periods=2022']))
  const { cookie } = await guest('Eva')
  const strange = await answer(
    'card-unknown',
    'aggregate?instrument=asi&measure=nothing&places=0184&periods=2022',
    cookie,
  )
  expect(strange.status).toBe(400)
  expect(JSON.stringify(strange.body)).not.toContain('nothing')
})
