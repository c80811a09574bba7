import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { makeHome, publish } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { type OpenIdProvider, startOpenIdProvider } from '../fixtures/openid-provider.ts'
import { doorOf } from './door.ts'

const { home, remove } = makeHome()
let running: Running
let provider: OpenIdProvider
let address: string
const { ask, workspace, log } = doorOf(() => running)

beforeAll(async () => {
  await publish(home, { values: [] })
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  const backTo = (id: string) => `${address}/api/v1/sign-in/openid/${id}/back`
  provider = await startOpenIdProvider(backTo('solna'), backTo('punctual'))
  const file = join(home.root, 'providers.json')
  const roles = [
    { value: 'jamsides-solna', role: 'manager', scope: '0184' },
    { value: 'jamsides-drift', role: 'administrator' },
  ]
  const solna = {
    ...{ id: 'solna', name: 'Solna stad', issuer: provider.issuer, clientId: 'jamsides' },
    ...{ clientSecret: 'a secret of the test', claims: { roles: 'realm_access.roles' }, roles },
  }
  writeFileSync(file, JSON.stringify([solna, { ...solna, id: 'punctual', clockSkew: 0 }]))
  running = await serve(home, { PORT: String(port), JAMSIDES_OIDC_FILE: file })
})
afterAll(async () => {
  await running?.close()
  await provider?.close()
  remove()
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

const BEGIN = '/api/v1/sign-in/openid/solna'

/** A browser with cookies that goes where it is sent, until it is told to stop. */
function browser() {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (host: string) => {
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    return jar
  }
  return {
    cookies: () => [...jarOf(new URL(address).host)].map(([name, value]) => `${name}=${value}`).join('; '),
    /** @returns the address that it was sent to last and did not open: the first that `stop` matches */
    async go(from: string, stop: RegExp): Promise<string> {
      let at = new URL(from, address)
      for (let turn = 0; turn < 12 && !stop.test(at.href); turn++) {
        const jar = jarOf(at.host)
        const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const response = await fetch(at, { redirect: 'manual', headers: { Cookie } })
        for (const line of response.headers.getSetCookie()) {
          const [pair, ...about] = line.split(';')
          const [name, value] = pair!.split(/=(.*)/s)
          if (!value || about.some((one) => /expires=thu, 01 jan 1970/i.test(one))) jar.delete(name!)
          else jar.set(name!, value)
        }
        const to = response.headers.get('location')
        if (!to) throw new Error(`${at.href}: ${response.status} ${await response.text()}`)
        at = new URL(to, at)
      }
      return at.href
    },
  }
}

const meOf = async (cookie: string) => (await ask('GET', '/me', undefined, { cookie })).json()
const DONE = /view=/
const BACK = /\/back\?/

describe('somebody of the municipality', () => {
  test('is let in with the role that the claims give, known by issuer and subject only', async () => {
    provider.becomes('anna-1', { name: 'Anna', realm_access: { roles: ['jamsides-solna', 'something else'] } })
    const first = browser()
    expect(await first.go(BEGIN, DONE)).toMatch(/view=account$/)
    const { account } = await meOf(first.cookies())
    expect(account).toMatchObject({ name: 'Anna', grants: [{ role: 'manager', scope: '0184' }] })
    provider.becomes('anna-1', { name: 'Anna Ny', realm_access: { roles: ['jamsides-drift'] } })
    const again = browser()
    await again.go(BEGIN, DONE)
    const later = await meOf(again.cookies())
    expect(later.account).toMatchObject({ id: account.id, name: 'Anna Ny', grants: [{ role: 'administrator' }] })
    provider.becomes('anna-2', { name: 'Anna', realm_access: { roles: ['jamsides-solna'] } })
    const other = browser()
    await other.go(BEGIN, DONE)
    expect((await meOf(other.cookies())).account.id).not.toBe(account.id)
  })

  test('who is the last administrator stays one, whatever the claims say', async () => {
    provider.becomes('anna-1', { name: 'Anna', realm_access: { roles: ['jamsides-solna'] } })
    const visitor = browser()
    await visitor.go(BEGIN, DONE)
    expect((await meOf(visitor.cookies())).account.grants).toEqual([{ role: 'administrator', scope: '' }])
  })

  test('without a mapped role is not let in, and told what to ask for', async () => {
    provider.becomes('bo', { name: 'Bo', realm_access: { roles: ['constructor', '__proto__'] } })
    const visitor = browser()
    expect(await visitor.go(BEGIN, DONE)).toMatch(/view=sign-in&at=no-role$/)
    expect((await meOf(visitor.cookies())).account).toBeNull()
    const { read } = await workspace()
    expect(await read.selectFrom('identity').select('subject').where('subject', '=', 'bo').execute()).toEqual([])
  })

  test('signs out of the provider too', async () => {
    provider.becomes('anna-2', { name: 'Anna', realm_access: { roles: ['jamsides-solna'] } })
    const visitor = browser()
    await visitor.go(BEGIN, DONE)
    const { next } = await (await ask('POST', '/sign-out', undefined, { cookie: visitor.cookies() })).json()
    expect(next).toMatch(new RegExp(`^${provider.issuer}/session/end\\?.*client_id=jamsides`))
  })
})

describe('an answer that was not given to this browser is refused', () => {
  const forged: [string, (back: URL) => void][] = [
    ['another state', (back) => back.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (back) => back.searchParams.delete('state')],
    ['a made-up code', (back) => back.searchParams.set('code', 'x'.repeat(43))],
    ['another issuer', (back) => back.searchParams.set('iss', 'https://evil.example')],
    [
      'an error in place of a code',
      (back) => (back.search = `?error=access_denied&state=${back.searchParams.get('state')}`),
    ],
  ]

  test.each(forged)('%s', async (_, forge) => {
    provider.becomes('anna-2', { name: 'Anna', realm_access: { roles: ['jamsides-solna'] } })
    const visitor = browser()
    const back = new URL(await visitor.go(BEGIN, BACK))
    forge(back)
    expect(await visitor.go(back.href, DONE)).toMatch(/view=sign-in&at=failed$/)
    expect((await meOf(visitor.cookies())).account).toBeNull()
  })

  test('an answer that another browser got, or that was used before', async () => {
    const victim = browser()
    const back = await victim.go(BEGIN, BACK)
    const stranger = browser()
    expect(await stranger.go(back, DONE)).toMatch(/at=failed$/)
    expect(await victim.go(back, DONE)).toMatch(/view=account$/)
    const again = await victim.go(back, DONE)
    expect(again).toMatch(/at=failed$/)
  })

  test('each of them stands in the audit log, without what was sent', async () => {
    const failed = (await log()).filter(({ action }) => action === 'sign-in.failed')
    expect(failed.length).toBeGreaterThanOrEqual(forged.length)
    expect(failed.map(({ body }) => body).join()).not.toMatch(/xxxx|evil/)
  })
})

describe('a provider', () => {
  test('that changes its keys is trusted with the new ones, at the second try at the latest; the signature counts', async () => {
    provider.becomes('anna-2', { name: 'Anna', realm_access: { roles: ['jamsides-solna'] } })
    expect(await browser().go(BEGIN, DONE)).toMatch(/view=account$/)
    provider.changesKeys()
    expect(await browser().go(BEGIN, DONE)).toMatch(/at=failed$/)
    expect(await browser().go(BEGIN, DONE)).toMatch(/view=account$/)
  })

  test('whose clock differs a little is trusted, by as much as its settings allow', async () => {
    provider.lags(2500)
    expect(await browser().go(BEGIN, DONE)).toMatch(/view=account$/)
    expect(await browser().go(BEGIN.replace('solna', 'punctual'), DONE)).toMatch(/at=failed$/)
    provider.lags(0)
    expect(await browser().go(BEGIN.replace('solna', 'punctual'), DONE)).toMatch(/view=account$/)
  })
})
