import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setUpSecret } from '../../api/access/set-up.ts'
import type { Running } from '../../api/server.ts'
import { verifyAudit } from '../../data/workspace/audit.ts'
import { hashPassword, PLACES } from '../../data/workspace/password.ts'
import { makeHome, publish } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { cookieFrom, doorOf, PASSWORD } from './door.ts'

const { home, remove } = makeHome()
let running: Running
const { ask, person, signIn, signedIn, workspace, log } = doorOf(() => running)

beforeAll(async () => {
  await publish(home, { values: [] })
  running = await serve(home)
})
afterAll(async () => {
  await running.close()
  remove()
})

/** Keeps both places where passwords are checked busy, and every seat of the queue to them, until they are let go. */
function everyPlaceTaken(): () => Promise<unknown> {
  let isHeld = true
  const hold = async () => {
    while (isHeld) await hashPassword(PASSWORD).catch(() => setImmediate())
  }
  const holding = Array.from({ length: PLACES }, hold)
  return () => {
    isHeld = false
    return Promise.all(holding)
  }
}

describe('the first start', () => {
  test('has one link that makes the first administrator, once; no password is there before', async () => {
    expect(await (await ask('GET', '/sign-in')).json()).toMatchObject({ needsSetUp: true, examples: [] })
    const former = await setUpSecret(await workspace())
    const link = await setUpSecret(await workspace())
    expect((await ask('POST', '/links/look', { link: former })).status).toBe(404)
    expect(await (await ask('POST', '/links/look', { link })).json()).toEqual({ kind: 'setup', name: null })
    const person = { name: 'Astrid', email: 'Astrid@Solna.example' }
    const weak = await ask('POST', '/links/use', { link, ...person, password: 'astrid astrid 1' })
    expect([weak.status, (await weak.json()).errors[0].path]).toEqual([422, 'password'])
    const both = await Promise.all([1, 2].map(() => ask('POST', '/links/use', { link, ...person, password: PASSWORD })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(await setUpSecret(await workspace())).toBeNull()
    const entered = await signIn('astrid@solna.example')
    expect(await entered.json()).toMatchObject({ account: { name: 'Astrid', grants: [{ role: 'administrator' }] } })
  })
})

describe('signing in with a password', () => {
  test('gives a cookie that no script reads and nothing stored can make again; each sign-in has another', async () => {
    await person('vera@solna.example', 'viewer')
    const first = await signIn(' Vera@Solna.example ')
    expect(first.headers.getSetCookie()[0]).toMatch(/^jamsides=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(first.headers.get('cache-control')).toBe('no-store')
    const cookie = cookieFrom(first)
    const again = await signIn('vera@solna.example', PASSWORD, { cookie })
    expect(cookieFrom(again)).not.toBe(cookie)
    expect(await (await ask('GET', '/me', undefined, { cookie })).json()).toMatchObject({ account: null })
    const { account, rights } = await (await ask('GET', '/me', undefined, { cookie: cookieFrom(again) })).json()
    expect([account.name, rights.includes('followup.read'), rights.includes('audit.read')]).toEqual([
      'Någon viewer',
      true,
      false,
    ])
    const stored = await (await workspace()).read.selectFrom('sign_in').select('digest').execute()
    expect(stored.map(({ digest }) => digest)).not.toContain(cookie.slice('jamsides='.length))
  })

  test('says the same of a wrong password as of a name that nobody has', async () => {
    await person('klas@solna.example', 'viewer')
    const [wrong, nobody] = await Promise.all([
      signIn('klas@solna.example', 'fel'),
      signIn('ingen@solna.example', 'fel'),
    ])
    expect([wrong.status, await wrong.text()]).toEqual([nobody.status, await nobody.text()])
    expect(wrong.status).toBe(401)
  })

  test('makes wait who fails again and again, never for long, and whoever else signs in from elsewhere not at all', async () => {
    await person('maja@solna.example', 'viewer')
    const statuses = []
    for (let turn = 0; turn < 7; turn++) statuses.push((await signIn('maja@solna.example', 'fel')).status)
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
    const late = await signIn('maja@solna.example')
    expect(late.status).toBe(429)
    const wait = Number(late.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(30)
    expect((await signIn('vera@solna.example')).status).toBe(200)
    await (await workspace()).write((transaction) =>
      transaction.updateTable('attempt').set({ wait_until: '2000-01-01' }).execute(),
    )
    expect((await signIn('maja@solna.example')).status).toBe(200)
  })

  test('who comes when every place is taken is told to wait, and heard once one is free; other answers do not wait', async () => {
    const free = everyPlaceTaken()
    const told = await signIn('n1@solna.example', 'fel')
    expect((await ask('GET', '/health')).status).toBe(200)
    await free()
    expect([told.status, await told.text()]).toEqual([429, expect.stringContaining('Många loggar in just nu')])
    expect((await signIn('n1@solna.example', 'fel')).status).toBe(401)
  })
})

describe('a sign-in', () => {
  test('is listed and ended by its owner and by nobody else', async () => {
    const [ebba, olle] = [await person('ebba@solna.example', 'viewer'), await person('olle@solna.example', 'viewer')]
    const [here, there, other] = [await signedIn(ebba), await signedIn(ebba), await signedIn(olle)]
    const { signIns } = await (await ask('GET', '/sign-ins', undefined, { cookie: here })).json()
    const foreign = signIns.find(({ isThis }: { isThis: boolean }) => !isThis)
    expect(signIns).toHaveLength(2)
    const path = `/sign-ins/${foreign.id}`
    expect(await (await ask('DELETE', path, undefined, { cookie: other })).json()).toEqual({ ended: false })
    expect((await ask('GET', '/sign-ins', undefined, { cookie: there })).status).toBe(200)
    expect(await (await ask('DELETE', path, undefined, { cookie: here })).json()).toEqual({ ended: true })
    expect((await ask('GET', '/sign-ins', undefined, { cookie: there })).status).toBe(401)
  })

  test('ends when it is idle too long or too old, and with the account', async () => {
    const account = await person('nils@solna.example', 'viewer')
    const age = async (set: object) => {
      const cookie = await signedIn(account)
      const change = { device: 'x', ...set }
      await (await workspace()).write((transaction) => transaction.updateTable('sign_in').set(change).execute())
      return (await ask('GET', '/sign-ins', undefined, { cookie })).status
    }
    expect(await age({})).toBe(200)
    expect(await age({ seen_at: '2020-01-01' })).toBe(401)
    expect(await age({ expires_at: '2020-01-01' })).toBe(401)
  })

  test('is ended by an administrator, with all others of the account', async () => {
    const account = await person('lost@solna.example', 'viewer')
    const [here, there] = [await signedIn(account), await signedIn(account)]
    const admin = await signedIn(await person('chief@solna.example', 'administrator'))
    const ended = await ask('DELETE', `/accounts/${account}/sign-ins`, undefined, { cookie: admin })
    expect(ended.status).toBe(200)
    for (const cookie of [here, there]) expect((await ask('GET', '/sign-ins', undefined, { cookie })).status).toBe(401)
  })

  test('ends at sign-out, and with it its cookie', async () => {
    const cookie = await signedIn(await person('tyra@solna.example', 'viewer'))
    const out = await ask('POST', '/sign-out', undefined, { cookie })
    expect([out.status, out.headers.getSetCookie()[0]]).toEqual([200, expect.stringMatching(/^jamsides=;.*1970/)])
    expect(out.headers.get('clear-site-data')).toBe('"cache"')
    expect((await ask('GET', '/tokens', undefined, { cookie })).status).toBe(401)
  })
})

describe('a page of another address', () => {
  test('changes nothing, a neighbour on the same site neither', async () => {
    const cookie = await signedIn(await person('ida@solna.example', 'viewer'))
    const from = (headers: Record<string, string>) => ask('POST', '/sign-out', undefined, { cookie, headers })
    const foreign = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'none' },
      { Origin: 'https://elsewhere.example' },
      { Origin: 'null' },
      { Origin: 'http://127.0.0.1:1' },
    ]
    for (const headers of foreign) {
      const refused = await from(headers)
      expect([refused.status, (await refused.json()).type]).toEqual([403, 'urn:jamsides:problem:foreign-origin'])
    }
    expect((await ask('GET', '/sign-ins', undefined, { cookie })).status).toBe(200)
    expect((await from({ Origin: running.url })).status).toBe(200)
  })

  test('what is sent must be JSON, known fields only, and small', async () => {
    const send = (type: string, body: string) =>
      fetch(`${running.url}/api/v1/sign-in`, { method: 'POST', headers: { 'Content-Type': type }, body })
    expect((await send('text/plain', '{"email":"a@b","password":"x"}')).status).toBe(415)
    expect((await send('application/x-www-form-urlencoded', 'email=a')).status).toBe(415)
    for (const body of [
      '{',
      '[]',
      '{"email":1,"password":"x"}',
      '{"email":"a@b","password":"x","role":"administrator"}',
    ]) {
      const refused = await send('application/json', body)
      expect([refused.status, (await refused.json()).type]).toEqual([422, 'urn:jamsides:problem:invalid-body'])
    }
    expect((await send('application/json', 'x'.repeat(100_000))).status).toBe(413)
  })
})

describe('a token', () => {
  test('is shown once, has the rights it was given and no others, and ends', async () => {
    const account = await person('sven@solna.example', 'manager', '0184')
    const cookie = await signedIn(account)
    const body = { name: 'Koppling', rights: ['followup.read'], days: 30 }
    const { id, token } = await (await ask('POST', '/tokens', body, { cookie })).json()
    const listed = await (await ask('GET', '/tokens', undefined, { cookie })).text()
    expect([listed.includes(id), listed.includes(token)]).toEqual([true, false])
    const path = '/aggregate?instrument=asi&measure=personer_grund&places=0184&periods=2022'
    expect((await ask('GET', path, undefined, { token })).status).toBe(200)
    for (const closed of ['/tokens', '/sign-ins', '/accounts']) {
      expect((await ask('GET', closed, undefined, { token })).status).toBe(403)
    }
    await ask('DELETE', `/tokens/${id}`, undefined, { cookie })
    expect((await ask('GET', path, undefined, { token })).status).toBe(401)
    expect((await ask('POST', '/tokens', { ...body, rights: ['accounts.manage'] }, { cookie })).status).toBe(422)
  })
})

test('everything of this stands in the audit log, which is whole and holds no secret', async () => {
  const lines = await log()
  const actions = new Set(lines.map(({ action }) => action))
  for (const action of [
    'link.made',
    'link.used',
    'sign-in.began',
    'sign-in.failed',
    'sign-in.ended',
    'token.made',
    'token.ended',
  ]) {
    expect(actions).toContain(action)
  }
  expect(JSON.stringify(lines)).not.toMatch(/paraplyer|solna\.example|jamsides=/)
  expect((await verifyAudit((await workspace()).read)).state).toBe('whole')
})
