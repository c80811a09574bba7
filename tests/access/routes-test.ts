import { afterAll, beforeAll, expect, test } from 'vitest'
import { features } from '../../api/features/index.ts'
import type { Running } from '../../api/server.ts'
import type { Role } from '../../data/model/roles.ts'
import { makeHome, publish } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { doorOf } from './door.ts'

const ROLES: (Role | 'nobody')[] = ['nobody', 'viewer', 'controller', 'manager', 'analyst', 'administrator']

/** Who may ask what: by the first letter of the role, `n` for nobody. Written apart from the program's own table. */
const MAY: Record<string, string> = {
  'GET /health': 'nvcmaA',
  'GET /handling': 'nvcmaA',
  'GET /aggregate': '-vcmaA',
  'GET /adjusted': '-vcmaA',
  'GET /client-surveys': '-vcmaA',
  'GET /me': 'nvcmaA',
  'GET /sign-in': 'nvcmaA',
  'POST /sign-in': 'nvcmaA',
  'POST /sign-in/passkey/begin': 'nvcmaA',
  'POST /sign-in/passkey': 'nvcmaA',
  'POST /sign-in/example': 'nvcmaA',
  'GET /sign-in/openid/{provider}': 'nvcmaA',
  'GET /sign-in/openid/{provider}/back': 'nvcmaA',
  'POST /sign-out': 'nvcmaA',
  'POST /links/look': 'nvcmaA',
  'POST /links/use': 'nvcmaA',
  'PUT /password': '-vcmaA',
  'GET /passkeys': '-vcmaA',
  'POST /passkeys/begin': '-vcmaA',
  'POST /passkeys': '-vcmaA',
  'DELETE /passkeys/{id}': '-vcmaA',
  'GET /sign-ins': '-vcmaA',
  'DELETE /sign-ins/{id}': '-vcmaA',
  'GET /tokens': '-vcmaA',
  'POST /tokens': '-vcmaA',
  'DELETE /tokens/{id}': '-vcmaA',
  'GET /accounts': '-----A',
  'POST /accounts': '-----A',
  'PUT /accounts/{id}': '-----A',
  'DELETE /accounts/{id}': '-----A',
  'POST /accounts/{id}/link': '-----A',
  'DELETE /accounts/{id}/sign-ins': '-----A',
  'GET /audit': '-----A',
  'GET /templates/{source}.csv': 'nvcmaA',
  'GET /templates/{source}.xlsx': 'nvcmaA',
  'GET /uploads': '---maA',
  'POST /uploads': '---maA',
  'GET /uploads/{id}': '---maA',
  'PUT /uploads/{id}/file': '---maA',
  'GET /uploads/{id}/findings.csv': '---maA',
  'GET /uploads/{id}/findings.xlsx': '---maA',
  'GET /uploads/{id}/receipt.pdf': '---maA',
  'POST /uploads/{id}/approve': '---maA',
  'POST /uploads/{id}/withdraw': '---maA',
  'GET /mappings': '---m--',
  'PUT /mappings': '---m--',
  'DELETE /mappings/{id}': '---m--',
  'GET /calendar': '---maA',
  'PUT /calendar': '----aA',
  'GET /analysis-sessions': '-vcmaA',
  'POST /analysis-sessions': '--c-a-',
  'POST /analysis-sessions/import': '--c-a-',
  'GET /actions': '-vcmaA',
  'GET /shared-practice': '-vcmaA',
  'GET /shelf': '-vcmaA',
  'GET /shelf/{source}': '-vcmaA',
  'PUT /shelf/{source}': '--c-aA',
  'DELETE /shelf/{source}': '--c-aA',
  'PUT /shelf/{source}/text': '--c-aA',
  'PUT /shelf/{source}/file': '--c-aA',
  'GET /shelf/{source}/file': '-vcmaA',
}
/** Öppna jämförelser and what describes them. */
const OPEN =
  /^GET \/(municipalities|groups|indicators|compare|trend|units|profile|matrix|relation|similar|standout|better|funnel|instruments|releases|revisions|surveys|not-loaded|feed\.atom)$/

/** Within a session one's seat there decides, which guests have without an account: tests/meetings. */
const IN_SESSION = /^[A-Z]+ \/analysis-sessions\/(?!import)/
const rightsOf = (route: string) => (OPEN.test(route) || IN_SESSION.test(route) ? 'nvcmaA' : MAY[route])

const { home, remove } = makeHome()
let running: Running
const { ask, person, signedIn } = doorOf(() => running)
const accounts = new Map<string, string>()

beforeAll(async () => {
  await publish(home, { values: [] })
  running = await serve(home)
  for (const role of ROLES.slice(1) as Role[]) {
    const scope = { manager: '0184', analyst: 'fou-nordvast' }[role as string] ?? ''
    accounts.set(role, await person(`${role}@example.se`, role, scope))
  }
})
afterAll(async () => {
  await running.close()
  remove()
})

const routes = features.map(({ method = 'get', path }) => `${method.toUpperCase()} ${path}`)

test('every route is known here', () => {
  expect(routes.filter((route) => rightsOf(route) === undefined)).toEqual([])
  expect(Object.keys(MAY).filter((route) => !routes.includes(route))).toEqual([])
})

test.each(routes)('%s lets in whom it should, and says 401 or 403 to all others', async (route) => {
  const may = rightsOf(route)!
  const [method, path] = route.split(' ')
  for (const [i, role] of ROLES.entries()) {
    const account = accounts.get(role)
    const cookie = account ? { cookie: await signedIn(account) } : {}
    const body = method === 'POST' || method === 'PUT' ? {} : undefined
    const { status } = await ask(method!, path!.replaceAll(/\{\w+\}/g, 'x'), body, cookie)
    const refusal = role === 'nobody' ? 401 : 403
    const isRefused = status === refusal
    // A wrong password is 401 too; an empty body is refused before that.
    expect([role, isRefused]).toEqual([role, may[i] === '-'])
  }
})

test('what changes something says what the audit log calls it', () => {
  const silent = features.filter(({ method = 'get', audit }) => method !== 'get' && audit === undefined)
  expect(silent.map(({ path }) => path)).toEqual([])
})
