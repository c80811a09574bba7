import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import type { HandlingAnswer } from '../../data/model/answers/handling.ts'
import { type KeptId, RIGHT_IDS } from '../../data/model/handling.ts'
import { keepChallenge } from '../../data/workspace/challenges.ts'
import { makeLink } from '../../data/workspace/links.ts'
import { TABLES } from '../../data/workspace/tables.ts'
import { doorOf } from '../access/door.ts'
import { makeHome, publish } from './home.ts'
import { serve } from './service.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const { home, remove } = makeHome()
let running: Running
const { ask, person, workspace } = doorOf(() => running)
const told = async (): Promise<HandlingAnswer> => (await ask('GET', '/handling')).json()

beforeAll(async () => {
  await publish(home, { values: [] })
  running = await serve(home, {
    ...{ JAMSIDES_AUDIT_DAYS: '400', JAMSIDES_FOUR_EYES: 'yes' },
    ...{ JAMSIDES_SMTP: 'smtp://anna:hemligt@127.0.0.1:9', JAMSIDES_MAIL_FROM: 'j@solna.example' },
  })
})
afterAll(async () => {
  await running.close()
  remove()
})

test('it names every right, every table of the workspace once, and the settings as they are; no secret', async () => {
  const { rights, held, settings } = await told()
  expect(rights.map(({ right }) => right)).toEqual([...RIGHT_IDS])
  expect(held.flatMap(({ tables }) => tables).sort()).toEqual([...TABLES].sort())
  expect(settings).toContainEqual({ name: 'JAMSIDES_AUDIT_DAYS', value: 400 })
  expect(settings).toContainEqual({ name: 'JAMSIDES_FOUR_EYES', value: true })
  expect(JSON.stringify(await told())).not.toMatch(/hemligt|smtp:/)
})

test('who may do what is what the doors do: a data manager for the own municipality, an administrator workbooks of everybody only', async () => {
  const { rights } = await told()
  const reach = (right: string, role: string) =>
    rights.find((row) => row.right === right)!.roles.find((row) => row.role === role)!.reach
  expect([reach('uploads.send', 'manager'), reach('uploads.send', 'administrator')]).toEqual(['own', 'whole'])
  expect([reach('uploads.expect', 'analyst'), reach('uploads.expect', 'manager')]).toEqual(['own', 'none'])
  expect([reach('audit.read', 'administrator'), reach('audit.read', 'viewer')]).toEqual(['all', 'none'])
})

test('what is kept for a time is kept as long as it says', async () => {
  const { kept } = await told()
  const minutesOf = (what: KeptId) => kept.find((row) => row.what === what)!.minutes
  const account = await person('anna@solna.example', 'viewer')
  const store = await workspace()
  await store.write(async (transaction) => {
    await makeLink(transaction, 'reset', account)
    await makeLink(transaction, 'setup', null)
    await keepChallenge(transaction, 'test', 'x', {})
  })
  const links = await store.read.selectFrom('one_time_link').selectAll().execute()
  const lasts = Object.fromEntries(
    links.map(({ kind, made_at, expires_at }) => [kind, (Date.parse(expires_at) - Date.parse(made_at)) / 60_000]),
  )
  expect(lasts).toMatchObject({ reset: minutesOf('resetLink'), setup: minutesOf('setUpLink') })
  const { expires_at } = await store.read.selectFrom('challenge').select('expires_at').executeTakeFirstOrThrow()
  expect(Math.round((Date.parse(expires_at) - Date.now()) / 60_000)).toBe(minutesOf('challenge'))
})

/** The only places of the program that speak to another machine; each is a way that the page names. */
const OUTWARD = {
  'api/access/openid/client.ts': 'provider',
  'api/mail.ts': 'mail',
  'etl/sources/kolada/web.ts': 'kolada',
  'etl/transfer/origin.ts': 'transfer',
}
const SPEAKS =
  /(?<![.\w])fetch\(|(?:from |import\()'(?:node:(?:https|net|tls|dgram|http2)|nodemailer|openid-client)'|(?<![.\w#])connect\((?!\):)/
/** What listens, or shuts the network; not one of them sends. */
const LISTENS = /^(api\/(server|farewell|unreadable)|etl\/hand-in\/no-network)\.ts$/

/** The operator's own databases, for the workspace and for a release's tables. */
const OWN_DATABASE = /^(data\/workspace\/postgres|api\/release\/(postgres|duckdb))/

test('nothing leaves the machine on another way than those it names', async () => {
  const speaking = ['api', 'etl', 'data']
    .flatMap((top) =>
      (readdirSync(join(PROJECT, top), { recursive: true }) as string[]).map((name) => `${top}/${name}`),
    )
    .filter((path) => path.endsWith('.ts') && !path.startsWith('data/local'))
    .filter((path) => SPEAKS.test(readFileSync(join(PROJECT, path), 'utf8')) && !LISTENS.test(path))
  expect(speaking.filter((path) => !OWN_DATABASE.test(path)).sort()).toEqual(Object.keys(OUTWARD).sort())
  const { outward } = await told()
  expect(outward.map(({ way }) => way).sort()).toEqual(Object.values(OUTWARD).sort())
  expect(outward).toContainEqual({ way: 'mail', open: 'yes' })
  expect(outward).toContainEqual({ way: 'provider', open: 'no' })
})
