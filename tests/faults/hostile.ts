import { type RequestOptions, request } from 'node:http'

/** A request that nobody honest sends. */
type Hostile = { method: string; path: string; headers?: Record<string, string>; body?: string }

/** What is put into every parameter of every resource. */
const VALUES = [
  '',
  '%00',
  '%',
  '%c0%ae%c0%ae%2f',
  '..%2f..%2f..%2fetc%2fpasswd',
  "'%20OR%201=1--",
  '%22%3B%20DROP%20TABLE%20figure%3B--',
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '%0d%0aSet-Cookie:%20a=b',
  '__proto__',
  'constructor',
  'NaN',
  '-1',
  '1e309',
  '99999999999999999999',
  '0x7e5',
  '%F0%9F%92%A9',
  '%E2%80%AE0184',
  'a'.repeat(5000),
  Array(2000).fill('0184').join(','),
  ','.repeat(500),
  '2021-1900',
  '0000-9999',
  '*',
  '%24%7B7*7%7D',
]

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'HEAD', 'LINK']

const HEADERS: Record<string, string>[] = [
  { Accept: 'text/html;q=2, */*;q=-1' },
  { 'Accept-Language': '*;q=0, sv;q=9'.repeat(50) },
  { 'Accept-Encoding': 'br;q=0, gzip;q=0, identity;q=0' },
  { 'If-None-Match': `"${'x'.repeat(7000)}"` },
  { Range: 'bytes=0-1,5-3,-9999999999999' },
  { Cookie: `${'a=b; '.repeat(1000)}__Host-session=../../x` },
  { Authorization: `Bearer ${'A'.repeat(4000)}` },
  { Host: 'evil.example', 'X-Forwarded-For': '::1, 127.0.0.1', 'X-Forwarded-Proto': 'javascript' },
  { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
  { Expect: '100-continue' },
  { 'Content-Type': 'application/json', 'Content-Length': '0' },
]

const BODIES = ['{', '[]', 'null', '"x"', '{"__proto__":{"admin":true}}', '{"a":'.repeat(5000), 'x'.repeat(70_000)]

type Described = {
  paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>
}

/** Hostile requests to every resource that the service describes. */
export async function hostileTo(url: string): Promise<Hostile[]> {
  const { paths }: Described = await (await fetch(`${url}/api/v1/openapi.json`)).json()
  return Object.entries(paths).flatMap(([path, operations]) => [
    ...Object.values(operations).flatMap(({ parameters = [] }) => twisted(path, parameters)),
    ...METHODS.map((method) => ({ method, path: filled(path) })),
    ...HEADERS.map((headers) => ({ method: 'GET', path: filled(path), headers })),
    ...BODIES.map((body) => ({
      method: 'POST',
      path: filled(path),
      headers: { 'Content-Type': 'application/json' },
      body,
    })),
    ...BODIES.slice(0, 2).map((body) => ({ method: 'GET', path: filled(path), body })),
  ])
}

function twisted(path: string, parameters: { name: string; in: string }[]): Hostile[] {
  return parameters.flatMap(({ name, in: place }) =>
    VALUES.map((value) => ({
      method: 'GET',
      path:
        place === 'path'
          ? filled(path.replace(`{${name}}`, value.slice(0, 2000) || '%20'))
          : `${filled(path)}?${name}=${value}&${name}[]=${value.slice(0, 9)}`,
    })),
  )
}

const filled = (path: string) => `/api/v1${path.replace(/^\/api\/v1/, '').replaceAll(/\{\w+\}/g, 'x')}`

/** @returns what is wrong with the answer; null where it is one that a caller can understand */
export async function wrongWith(url: string, { body, ...asked }: Hostile): Promise<string | null> {
  const { status, type, text } = await send(url, asked, body)
  const said = `${asked.method} ${asked.path.slice(0, 120)}: ${status}`
  if (status === 500 || status === 0) return `${said} ${text.slice(0, 100)}`
  if (/\bat .*\.(ts|js):\d+|node_modules/.test(text)) return `${said} tells of its inside`
  if (status < 400 || asked.method === 'HEAD') return null
  return type.startsWith('application/problem+json') ? null : `${said} ${type}`
}

type Came = { status: number; type: string; text: string }

function send(url: string, options: RequestOptions, body: string | undefined): Promise<Came> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const failed = ({ message }: Error) => resolve({ status: 0, type: '', text: message })
    const sent = request({ hostname, port, agent: false, ...options }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        if (text.length < 100_000) text += chunk
      })
      const { statusCode = 0, headers } = response
      response.on('end', () => resolve({ status: statusCode, type: headers['content-type'] ?? '', text }))
      response.on('error', failed)
    })
    sent.on('error', failed)
    sent.end(body)
  })
}
