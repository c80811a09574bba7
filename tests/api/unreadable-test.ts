import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { makeHome } from './home.ts'
import { serve } from './service.ts'

const { home, remove } = makeHome()
let running: Running
beforeAll(async () => {
  running = await serve(home)
})
afterAll(async () => {
  await running.close()
  remove()
})

/** Sends bytes as they are. @returns all that came back before the connection ended */
function send(bytes: string): Promise<string> {
  const { hostname, port } = new URL(running.url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (text) => {
      answer += text
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
  })
}

const HOST = 'Host: x\r\n'

test.each([
  ['what is not HTTP', 'hej hej\r\n\r\n', 400],
  ['a request without a host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['a header of 100 kB', `GET / HTTP/1.1\r\n${HOST}X: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
  ['a query of 100 kB', `GET /api/v1/compare?q=${'a'.repeat(100_000)} HTTP/1.1\r\n${HOST}\r\n`, 431],
  [
    'broken chunks',
    `POST /api/v1/health HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\nhej\r\n`,
    400,
  ],
  ['two lengths', `GET / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400],
  ['an expectation', `GET / HTTP/1.1\r\n${HOST}Expect: wonders\r\n\r\n`, 417],
  ['CONNECT', 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n', 405],
  ['an upgrade', `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`, 400],
])('%s is answered in the one error shape', async (_, bytes, status) => {
  const [head, body] = (await send(bytes)).split('\r\n\r\n') as [string, string]
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head).toMatch(/content-type: application\/problem\+json/i)
  expect(JSON.parse(body)).toMatchObject({
    type: expect.stringMatching(/^urn:jamsides:problem:/),
    title: expect.any(String),
    status,
    detail: expect.any(String),
  })
})

test('of the documentation only what its page needs is served', async () => {
  const status = async (path: string) => (await fetch(running.url + path)).status
  for (const path of ['', '/start.js', '/swagger-ui.css', '/swagger-ui-bundle.js', '/favicon-32x32.png']) {
    expect([path, await status(`/docs${path}`)]).toEqual([path, 200])
  }
  for (const path of ['docs.ts', 'package.json', 'README.md', 'index.js', 'swagger-ui.css.map', 'index.html']) {
    expect([path, await status(`/docs/${path}`)]).toEqual([path, 404])
  }
})
