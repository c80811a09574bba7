import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { makeHome, publish } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { cookieFrom, doorOf } from './door.ts'

const { home, remove } = makeHome()
let running: Running
const { ask, person, signIn } = doorOf(() => running)

beforeAll(async () => {
  await publish(home, { values: [] })
  running = await serve(home, { JAMSIDES_ADDRESS: 'https://jamsides.example.se', JAMSIDES_TRUSTED_HOPS: '1' })
})
afterAll(async () => {
  await running.close()
  remove()
})

/** Asks with a host that is not the one of the connection, as nothing but a hostile client or a proxy does. */
function askAt(host: string, path: string, headers: Record<string, string> = {}, body?: object) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = body ? { 'Content-Type': 'application/json' } : {}
    const asking = request(`${running.url}/api/v1${path}`, { method: 'POST', headers: { host, ...headers, ...sent } })
    asking.once('error', reject)
    asking.once('response', async (response) => resolve({ status: response.statusCode!, body: await text(response) }))
    asking.end(body && JSON.stringify(body))
  })
}

test('behind https the cookie is the address’s own: no neighbour can set it, no plain http carries it', async () => {
  await person('vera@solna.example', 'viewer')
  const entered = await signIn('vera@solna.example')
  const [line] = entered.headers.getSetCookie()
  expect(line).toMatch(/^__Host-jamsides=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const cookie = cookieFrom(entered)
  expect((await ask('GET', '/sign-ins', undefined, { cookie })).status).toBe(200)
  const plain = cookie.replace('__Host-', '')
  expect((await ask('GET', '/sign-ins', undefined, { cookie: plain })).status).toBe(401)
})

test('only pages of that address change anything, whatever the request says of its host', async () => {
  const from = async (origin: string, host: string) => (await askAt(host, '/sign-out', { origin })).status
  expect(await from('https://jamsides.example.se', 'internal')).toBe(200)
  expect(await from('https://evil.example', 'evil.example')).toBe(403)
  expect(await from('http://evil.example', 'evil.example')).toBe(403)
  expect(await from('http://jamsides.example.se', 'jamsides.example.se')).toBe(403)
})

test('passkeys and one-time links are bound to that address, whatever the request says of its host', async () => {
  const options = await askAt('evil.example', '/sign-in/passkey/begin')
  expect(JSON.parse(options.body)).toMatchObject({ rpId: 'jamsides.example.se', userVerification: 'required' })
  await person('adam@solna.example', 'administrator')
  const cookie = cookieFrom(await signIn('adam@solna.example'))
  const body = { name: 'Ny', email: 'ny@solna.example', grants: [{ role: 'viewer', scope: '' }] }
  const invited = await askAt('evil.example', '/accounts', { cookie }, body)
  expect(JSON.parse(invited.body).link).toMatch(/^https:\/\/jamsides\.example\.se\//)
})

test('failures are counted for the address that the proxy tells of', async () => {
  const failing = (from: string) =>
    signIn('nobody@solna.example', 'fel', { headers: { 'X-Forwarded-For': from } }).then(({ status }) => status)
  for (let turn = 0; turn < 5; turn++) await failing('192.0.2.1')
  expect([await failing('192.0.2.1'), await failing('192.0.2.2')]).toEqual([429, 401])
})
