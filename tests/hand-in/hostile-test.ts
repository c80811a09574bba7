import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { features } from '../../api/features/index.ts'
import type { Running } from '../../api/server.ts'
import { verifyAudit } from '../../data/workspace/audit.ts'
import type { Workspace } from '../../data/workspace/workspace.ts'
import { doUploads } from '../../etl/hand-in/clerk.ts'
import { makeHome, publish } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { managerOf } from '../fixtures/accounts.ts'
import { csvOf } from '../fixtures/extracts.ts'
import { interviewsOf } from '../fixtures/foreign-extract.ts'
import { Sender } from '../fixtures/sender.ts'

/** `npm run hostile` is the long form. */
const LONG = import.meta.env.MODE === 'hostile'
/** In the short form every third kind of file. */
const [UPLOADS, EVERY] = LONG ? [200, 1] : [14, 3]
/** So many lie in the queue at once. */
const AT_ONCE = 7
const REQUESTS = LONG ? 500 : 80
const SEED = 20261130
const FOREVER_MS = 6 * 3600 * 1000

const { home, remove } = makeHome()
let running: Running
let workspace: Workspace
let neighbour: Sender
let solna: Sender

beforeAll(async () => {
  await publish(home, { values: [] })
  writeFileSync(home.secret, randomBytes(32)) // as a release of the ETL leaves it
  running = await serve(home, { JAMSIDES_UPLOAD_MB: '2', JAMSIDES_CHECK_SECONDS: '60' })
  workspace = await running.gate.holder.workspace()
  neighbour = new Sender(running.url, (await managerOf(workspace, '0183')).cookie)
  solna = new Sender(running.url, (await managerOf(workspace, '0184')).cookie)
})
afterAll(async () => {
  await running.close()
  remove()
})

/** The workspace, which notes that somebody asked, and what only keeps two writers apart. */
const APART = [home.workspace, home.handIn, home.lock]

/** Everything else that is stored. */
const stored = () =>
  (readdirSync(home.root, { recursive: true }) as string[])
    .map((name) => join(home.root, name))
    .filter((path) => !APART.some((one) => path.startsWith(one)) && statSync(path).isFile())
    .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')])
    .sort()

const KEPT = [
  'account',
  'account_role',
  'upload',
  'mapping',
  'expectation',
  'one_time_link',
  'api_token',
  'passkey',
] as const

const rows = () => Promise.all(KEPT.map((table) => workspace.read.selectFrom(table).selectAll().execute()))

/** What somebody who means harm writes where an id, a name or a number is asked for. */
const hostileText = fc.oneof(
  fc.constantFrom(
    '../../secret',
    '..%2f..%2fsecret',
    '%00',
    "'; DROP TABLE account; --",
    '{{7*7}}',
    '<script>1</script>',
  ),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '-1',
    '1e999',
    '\u202e',
    'AAAAAAAAAAAAAAAAAAAAAA',
    '0184',
    'vault',
    '=cmd()',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
)
const hostileValue = fc.oneof(
  hostileText,
  fc.constantFrom(null, -1, 1e308, true, [], {}, [[]]),
  fc.jsonValue({ maxDepth: 3 }),
)
const NAMES = [
  'id',
  'email',
  'password',
  'grants',
  'mapping',
  'municipality',
  'state',
  'source',
  '__proto__',
  'link',
  'used',
]
const hostileBody = fc.oneof(
  fc.dictionary(fc.constantFrom(...NAMES), hostileValue, { maxKeys: 5 }).map((body) => JSON.stringify(body)),
  hostileText,
)

const unsafe = features
  .filter(({ method = 'get' }) => method !== 'get')
  .map(({ method, path }) => [method!, path] as const)
const reading = features
  .filter(({ method = 'get', path }) => method === 'get' && path.includes('{'))
  .map(({ path }) => ['get', path] as const)

const aRequest = fc.record({
  route: fc.constantFrom(...unsafe, ...unsafe, ...reading),
  inPath: hostileText,
  body: hostileBody,
  who: fc.constantFrom('nobody', 'neighbour'),
  type: fc.constantFrom('application/json', 'application/json', 'text/plain', 'application/x-www-form-urlencoded'),
  origin: fc.constantFrom(undefined, undefined, 'https://evil.example', 'null'),
})

/** Acts of one's own that anybody may do and that store nothing: they answer 200. */
const HARMLESS = /\/(sign-out|passkeys\/begin|sign-in\/passkey\/begin)$|^\/(sign-ins|tokens|passkeys|mappings)\/\{id\}$/

test(
  'requests that mean harm are answered 4xx and change nothing',
  async () => {
    const [before, kept] = [stored(), await rows()]
    for (const { route, inPath, body, who, type, origin } of fc.sample(aRequest, { numRuns: REQUESTS, seed: SEED })) {
      const [method, path] = route
      if (HARMLESS.test(path)) continue
      const address = `${running.url}/api/v1${path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(inPath))}`
      const headers = {
        ...(who === 'neighbour' && { Cookie: neighbour.cookie }),
        ...(method !== 'get' && { 'Content-Type': type }),
        ...(origin && { Origin: origin }),
      }
      const response = await fetch(address, {
        method: method.toUpperCase(),
        headers,
        ...(method !== 'get' && { body }),
      })
      const told = await response.text()
      expect([Math.floor(response.status / 100), method, path, body], told).toEqual([4, method, path, body])
      expect(told).not.toMatch(/at .*\.ts:\d+|node_modules|SQLITE|sqlite3/)
    }
    expect(stored()).toEqual(before)
    expect(await rows()).toEqual(kept)
    expect(await verifyAudit(workspace.read)).toMatchObject({ state: 'whole' })
  },
  FOREVER_MS,
)

const good = csvOf(interviewsOf('0184', { perYear: 12 }))
const [headings, ...lines] = good.split('\n') as [string, ...string[]]
const withLine = (line: string) => [headings, ...lines.slice(0, 3), line].join('\n')

/** Files that must not be taken: names, numbers, dates, another's rows, bombs, what is no table at all. */
const FILES: readonly (() => string | Buffer)[] = [
  () => good.replace('k0184', '19811218-9876'),
  () => good.replace(headings, headings.replace('pseudo_id', 'personnummer')),
  () => good.replaceAll('0184', '0183'),
  () => gzipSync(Buffer.alloc(20 * 1024 * 1024, 'a;')),
  () => Buffer.from('PK\u0003\u0004 not a workbook', 'latin1'),
  () => 'x'.repeat(1_900_000),
  () => `${headings};${'a;'.repeat(20_000)}\n`,
  () => withLine('"'.repeat(5001)),
  () => Buffer.concat([Buffer.from([0xff, 0xfe, 0x00]), Buffer.alloc(5000)]),
  () => withLine(lines[0]!.replace(/;/, ';=HYPERLINK("http://evil.example");')),
  () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  () => [headings, headings, ...lines].join('\n'),
  () => withLine(lines[0]!.replaceAll(/\d+/g, '99999999999999999999')),
  () => `\u0000${good}`,
]

/** The file with some bytes of it exchanged, by chance that is the same each time. */
function spoilt(content: string | Buffer, turn: number): Buffer {
  const bytes = Buffer.from(content as string)
  if (turn < FILES.length || bytes.length === 0) return bytes
  for (let i = 0; i < 1 + (turn % 7); i++)
    bytes[(turn * 7919 + i * 104_729) % Math.min(bytes.length, 4000)] = (turn * 31 + i) % 256
  return bytes
}

test(
  'files that mean harm are refused, and nothing is left of them',
  async () => {
    const control = await solna.handIn(good, { source: 'asi', municipality: '0184' })
    expect((await solna.until(control, 'refused', 'ready')).state).toBe('ready')
    await solna.ask('POST', `/uploads/${control}/withdraw`)
    const before = stored()
    const ids: string[] = []
    for (let turn = 0; turn < UPLOADS; turn += EVERY) {
      const content = spoilt(FILES[turn % FILES.length]!(), turn)
      ids.push(await solna.handIn(content as Buffer, { source: 'asi', municipality: '0184' }))
      if (ids.length % AT_ONCE === 0) await solna.until(ids.at(-1)!, 'refused', 'ready')
    }
    await Promise.all(ids.map((id) => solna.until(id, 'refused', 'ready')))
    const states = await Promise.all(ids.map(async (id) => (await solna.upload(id)).state))
    expect(states.filter((state) => state !== 'refused')).toEqual([])
    await doUploads(running.gate.settings).catch(() => {}) // a clerk may be at it still
    expect(readdirSync(home.uploads)).toEqual([])
    expect(stored()).toEqual(before)
    const trace = readFileSync(home.workspace, 'latin1')
    for (const text of ['19811218', 'evil.example', '/etc/passwd']) expect(trace).not.toContain(text)
    expect(await verifyAudit(workspace.read)).toMatchObject({ state: 'whole' })
  },
  FOREVER_MS,
)
