import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { connect, createServer } from 'node:net'
import { json } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startServer } from '../../api/server.ts'
import { readSettings } from '../../data/settings.ts'
import { makeHome, publish } from './home.ts'
import { serve } from './service.ts'

const { home, remove } = makeHome()
const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

beforeAll(() =>
  publish(home, { values: [{ indicator: 'N30101', municipality: '0184', period: 2021, value: 1 }], sample: true }),
)
afterAll(remove)

type Exit = { code: number | null; signal: string | null; out: string; err: string }

/** Runs `api/main.ts` as a person would, and stops it with a signal once it has said something. */
async function main(
  environment: Record<string, string>,
  signal?: NodeJS.Signals,
  meanwhile?: (out: string) => unknown,
): Promise<Exit> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/main.ts'], {
    cwd: PROJECT,
    env: { ...process.env, JAMSIDES_HOME: home.root, PORT: '0', ...environment },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (data) => {
    said.out += data
  })
  child.stderr.on('data', (data) => {
    said.err += data
  })
  if (signal) {
    while (!/påhittade|Ingen/.test(said.out)) await new Promise((resolve) => setTimeout(resolve, 20))
    await meanwhile?.(said.out)
    child.kill(signal)
  }
  const [code, killed] = await once(child, 'exit')
  return { code, signal: killed, ...said }
}

describe('the program', () => {
  test('prints its address and that the data are invented, answers, and stops when it is asked to', async () => {
    let answered = 0
    const { code, out, err } = await main({ JAMSIDES_LOG: 'info' }, 'SIGTERM', async (said) => {
      const [address] = said.match(/http:\/\/\S+/)!
      const path = '/api/v1/compare?indicator=N30101&municipalities=0184&lang=en'
      answered = (await fetch(address + path, { headers: { 'User-Agent': 'nosy', 'X-Forwarded-For': '9.9.9.9' } }))
        .status
    })
    expect([code, answered]).toEqual([0, 200])
    expect(out).toMatch(/påhittade exempeldata/)
    const line = err
      .split('\n')
      .map((one) => one && JSON.parse(one))
      .find((one) => one.msg === 'answered')
    expect(line).toMatchObject({ method: 'GET', path: '/api/v1/compare', status: 200 })
    expect(Object.keys(line).sort()).toEqual(['level', 'method', 'ms', 'msg', 'path', 'status', 'time'])
    expect(err).not.toMatch(/0184|N30101|nosy|127\.0\.0\.1|9\.9\.9\.9/)
  })

  test('says so when there is no release', async () => {
    const empty = makeHome()
    onTestFinished(empty.remove)
    const { code, out } = await main({ JAMSIDES_HOME: empty.home.root }, 'SIGINT')
    expect(code).toBe(0)
    expect(out).toMatch(/Ingen utgåva än/)
  })

  test('says in one line that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { code, out, err } = await main({ PORT: String(port), JAMSIDES_LOG: 'silent' })
    other.close()
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^Porten är upptagen.*\n$/)
  })

  test('refuses a setting that does not exist', async () => {
    const { code, err } = await main({ JAMSIDES_QUERY_SECOND: '1' })
    expect(code).toBe(2)
    expect(err).toMatch(/menade du JAMSIDES_QUERY_SECONDS\?/)
  })
})

test('more requests than the setting allows are answered 429, as a problem that says when to come back', async () => {
  const running = await serve(home, { JAMSIDES_REQUESTS_PER_MINUTE: '3' })
  const answers = []
  for (let turn = 0; turn < 5; turn++) answers.push(await fetch(`${running.url}/api/v1/health`))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429])
  const late = answers.at(-1)!
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
  expect([...answers[0]!.headers.keys()].filter((name) => name.includes('ratelimit'))).toEqual([])
  expect(await late.json()).toMatchObject({ type: 'urn:jamsides:problem:too-many-requests', status: 429 })
  await running.close()
})

test('callers who leave in the middle of an answer do no harm', async () => {
  const running = await serve(home)
  for (let turn = 0; turn < 20; turn++) {
    const leaving = get(`${running.url}/api/v1/matrix?group=all`, (answer) => answer.resume())
    const left = new Promise((resolve) => leaving.on('error', resolve).on('close', resolve))
    setTimeout(() => leaving.destroy(), turn * 4)
    await left
  }
  expect((await fetch(`${running.url}/api/v1/health`)).status).toBe(200)
  await running.close()
})

test('a question that comes by a connection which rested is answered, however busy the service was just then', async () => {
  const running = await serve(home)
  const { port, hostname } = new URL(running.url)
  const socket = connect(Number(port), hostname)
  const ask = () => socket.write('GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n')
  try {
    ask()
    await once(socket, 'data')
    ask()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RESTED_MS)
    const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close')])
    expect(String(answer)).toMatch(/^HTTP\/1.1 200 /)
  } finally {
    socket.destroy()
    await running.close()
  }
})

/** Longer than Node lets a connection rest, unless told otherwise: it looks at its clocks before it looks at what has come. */
const RESTED_MS = 6500

test('a request under way is answered before the service stops', async () => {
  const running = await serve(home)
  const answer = await new Promise<IncomingMessage>((begun) => get(`${running.url}/api/v1/matrix?group=all`, begun))
  const [body] = await Promise.all([json(answer), running.close()])
  expect(body).toHaveProperty('rows')
  await expect(fetch(`${running.url}/api/v1/health`)).rejects.toThrow()
})

describe('the dashboards', () => {
  const built = `${home.root}/dist`
  const open = async () =>
    startServer(readSettings({ JAMSIDES_HOME: home.root, PORT: '0', JAMSIDES_LOG: 'silent' }), built)

  test('are served for every address that is a page; files with a hash are kept for ever', async () => {
    mkdirSync(`${built}/assets`, { recursive: true })
    writeFileSync(`${built}/index.html`, '<!doctype html><title>Jämsides</title>')
    writeFileSync(`${built}/assets/main-1a2b3c4d.js`, 'export {}')
    const running = await open()
    for (const path of ['/', '/jamfor', '/jamfor?kommun=0184', '/om/metod']) {
      const page = await fetch(running.url + path, { headers: { Accept: 'text/html' } })
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache'])
      expect(await page.text()).toMatch(/Jämsides/)
    }
    const script = await fetch(`${running.url}/assets/main-1a2b3c4d.js`)
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    for (const path of [
      '/assets/gone.js',
      '/api/v1/jamfor',
      '/api/jamfor',
      '/..%2f..%2fpackage.json',
      '/.git/config',
    ]) {
      const gone = await fetch(running.url + path, { headers: { Accept: 'text/html' } })
      expect([path, gone.status >= 400, gone.headers.get('content-type')]).toEqual([
        path,
        true,
        'application/problem+json',
      ])
    }
    await running.close()
  })
})
