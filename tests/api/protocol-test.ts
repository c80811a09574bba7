import { connect } from 'node:net'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { features } from '../../api/features/index.ts'
import { Problem } from '../../data/model/answers/problem.ts'
import { asking } from './asking.ts'

const { ask, answer, problem, release, url } = asking()

const COMPARE = '/api/v1/compare?indicator=U30452&period=2021&group=fou-nordvast'

describe('the same question', () => {
  test('gives the same bytes and the same ETag, whatever the order and spelling of its parameters', async () => {
    const ways = [
      '/api/v1/compare?indicator=N30101&municipalities=0184,0114&reference=all&sex=T',
      '/api/v1/compare?sex=T&municipalities=0114,0184,0114&indicator=N30101',
      '/api/v1/compare?municipalities=0184%2C0114&indicator=N30101&format=json&lang=sv',
    ]
    const answers = await Promise.all([...ways, ...ways].map((path) => ask(path)))
    const bodies = await Promise.all(answers.map((one) => one.text()))
    expect(new Set(bodies).size).toBe(1)
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1)
  })

  test('another question, language or format has another ETag', async () => {
    const others = [
      COMPARE,
      `${COMPARE}&lang=en`,
      `${COMPARE}&format=csv`,
      `${COMPARE}&sex=K`,
      COMPARE.replace('2021', '2020'),
    ]
    const tags = await Promise.all(others.map(async (path) => (await ask(path)).headers.get('etag')))
    expect(new Set(tags).size).toBe(others.length)
    expect(tags).not.toContain(null)
  })

  test('is answered with 304 and nothing else to who has the answer', async () => {
    const first = await ask(COMPARE)
    const tag = first.headers.get('etag')!
    const again = await ask(COMPARE, { 'If-None-Match': `"another", ${tag}` })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    expect((await ask(`${COMPARE}&lang=en`, { 'If-None-Match': tag })).status).toBe(200)
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect(first.headers.get('vary')).toMatch(/Accept-Language/)
  })
})

describe('language', () => {
  test('is Swedish, English where asked; ?lang goes before the header', async () => {
    const unit = async (path: string, headers = {}) => (await answer(path, headers)).about.unit
    const path = '/compare?indicator=N30101&municipalities=0184'
    expect(await unit(path)).toBe('kr/inv')
    expect(await unit(path, { 'Accept-Language': 'en-GB,en;q=0.9' })).toBe('SEK/inhabitant')
    expect(await unit(path, { 'Accept-Language': 'de' })).toBe('kr/inv')
    expect(await unit(`${path}&lang=en`, { 'Accept-Language': 'sv' })).toBe('SEK/inhabitant')
    expect((await ask(`/api/v1${path}&lang=en`)).headers.get('content-language')).toBe('en')
  })

  test('of a problem follows too', async () => {
    const { body } = await problem('/api/v1/compare?indicator=N99999&lang=en')
    expect(body.detail).toMatch(/did you mean/)
  })
})

describe('a problem', () => {
  const wrong: [string, number, RegExp][] = [
    ['/api/v1/compare', 400, /indicator: Parametern saknas/],
    ['/api/v1/compare?indicator=', 400, /indicator: Parametern saknas/],
    ['/api/v1/compare?indikator=N30101', 400, /indikator: Parametern finns inte; menade du indicator\?/],
    ['/api/v1/compare?indicator=N30101&indicator=N30005', 400, /indicator: Parametern står mer än en gång/],
    ['/api/v1/compare?indicator=N30102', 400, /N30102 finns inte; menade du N30101\?/],
    ['/api/v1/compare?indicator=N30101&period=21', 400, /period: Skriv ett år med fyra siffror/],
    ['/api/v1/compare?indicator=N30101&sex=X', 400, /sex: X finns inte; .*T, K, M/],
    [
      '/api/v1/compare?indicator=N30101&group=fou-nordväst',
      400,
      /group: fou-nordväst finns inte; menade du fou-nordvast\?/,
    ],
    ['/api/v1/compare?indicator=N30101&municipalities=Solna', 400, /menade du 0184 \(Solna\)/],
    ['/api/v1/compare?indicator=N30101&municipalities=0184,9999', 400, /municipalities: 9999 finns inte/],
    ['/api/v1/compare?indicator=N30101&format=xls', 400, /format: xls finns inte; menade du xlsx\?/],
    ['/api/v1/compare?indicator=N30101&lang=de', 400, /lang: de finns inte/],
    [`/api/v1/compare?indicator=N30101&municipalities=${Array(600).fill('0184').join()}`, 400, /Högst 2000 tecken/],
    ["/api/v1/compare?indicator=N30101'%20OR%201=1--", 400, /bokstäver, siffror, bindestreck och understreck/],
    ['/api/v1/health?format=csv', 400, /format: csv finns inte/],
    ['/api/v1/profile?municipality=0184&area=missbrk', 400, /menade du missbruk\?/],
    ['/api/v1/similar?municipality=0184&indicators=N30101,U30452&weights=1', 400, /lika många tal som indikatorer/],
    ['/api/v1/similar?municipality=0184&count=51', 400, /inom gränserna/],
    ['/api/v1/funnel?indicator=N30101', 400, /bara för andelar och tal per invånare/],
    ['/api/v1/trend?indicator=N30101&from=2021&to=2019', 400, /from: Första året kommer efter det sista, 2019/],
    ['/api/v1/relation?x=N30101', 400, /y: Parametern saknas/],
    ['/api/v1/nothing', 404, /\/api\/v1\/nothing finns inte/],
    ['/api/v1/', 404, /finns inte/],
    ['/nothing.js', 404, /finns inte/],
    [`/api/v1/compare?q=${'x'.repeat(9000)}`, 414, /högst 8192 tecken/],
    ['/api/v1/%E0%A4%A', 404, /finns inte/],
  ]

  test.each(wrong)('%s', async (path, status, detail) => {
    const answered = await problem(path)
    expect(answered.status).toBe(status)
    expect(answered.type).toBe('application/problem+json')
    expect(Problem.strict().parse(answered.body).status).toBe(status)
    expect(answered.body.detail).toMatch(detail)
    expect(JSON.stringify(answered.body)).not.toMatch(/\bat .*\.(ts|js)|node_modules|Error:/)
  })

  test('names every mistake at once, by its parameter', async () => {
    const { body } = await problem('/api/v1/compare?indicator=N30101&period=x&sex=Q&foo=1')
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['foo', 'period', 'sex'])
  })

  test('names at most twenty mistakes, and no long one in full', async () => {
    const many = Array.from({ length: 900 }, (_, index) => `p${index}=1`).join('&')
    const { body } = await problem(`/api/v1/compare?indicator=N30101&${'x'.repeat(500)}=1&${many}`)
    expect(body.errors).toHaveLength(20)
    expect(JSON.stringify(body)).not.toContain('x'.repeat(41))
  })

  test('is never kept by a cache and has no ETag', async () => {
    const { headers } = await ask('/api/v1/compare?indicator=N99999')
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null])
  })

  test('answers every other method with 405 and what is allowed', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await fetch(`${url()}/api/v1/compare`, { method })
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
      expect((await response.json()).type).toBe('urn:jamsides:problem:wrong-method')
    }
    expect((await fetch(`${url()}${COMPARE}`, { method: 'HEAD' })).status).toBe(200)
  })

  test('refuses a body that cannot be read', async () => {
    const headers = { 'Content-Encoding': 'riddles' }
    const response = await fetch(`${url()}/api/v1/compare`, { method: 'POST', headers, body: 'x' })
    expect([response.status, (await response.json()).type]).toEqual([400, 'urn:jamsides:problem:invalid-question'])
  })

  test('refuses a large body, with its length told or not', async () => {
    const body = 'x'.repeat(100_000)
    const told = await fetch(`${url()}/api/v1/compare`, { method: 'POST', body })
    expect([told.status, (await told.json()).status]).toEqual([413, 413])
    expect(await chunked(body)).toMatch(/^HTTP\/1.1 413/)
  })
})

/** Posts a body in chunks, its length untold, and gives back the beginning of what is answered. */
function chunked(body: string): Promise<string> {
  const { hostname, port } = new URL(url())
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write('POST /api/v1/compare HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n')
      socket.write(`${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`)
    })
    socket.once('data', (data) => {
      socket.destroy()
      resolve(data.toString('latin1'))
    })
    socket.once('error', reject)
  })
}

describe('headers', () => {
  test('let a page run scripts of our own only and no other site read us', async () => {
    const { headers } = await ask('/api/v1/health', { Origin: 'https://elsewhere.example' })
    const policy = headers.get('content-security-policy')!
    expect(policy).toMatch(/script-src 'self';/)
    expect(policy).toMatch(/object-src 'none'/)
    expect(policy).toMatch(/frame-ancestors 'none'/)
    expect(policy).toMatch(/base-uri 'none'/)
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(policy.match(/script-src[^;]*/g)!.join()).not.toMatch(/unsafe|http/)
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test('an answer is sent compressed to who can read that', async () => {
    const { headers } = await ask('/api/v1/municipalities', { 'Accept-Encoding': 'gzip' })
    expect(headers.get('content-encoding')).toBe('gzip')
  })
})

describe('documentation', () => {
  test('describes every resource and every parameter, from the schemas that are used', async () => {
    const description = await (await ask('/openapi.json')).json()
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths)).toEqual([...new Set(features.map(({ path }) => path))])
    for (const { path, method, parameters, right, deliver } of features) {
      const operation = description.paths[path][method ?? 'get']
      const names = operation.parameters.map(({ name }: { name: string }) => name)
      const earlier = right === 'open' || right === 'followup.read' ? ['release'] : []
      expect(names).toEqual([...Object.keys(parameters.shape), 'lang', 'format', ...earlier])
      const { content } = operation.responses[200]
      if (deliver) expect(Object.keys(content)).toEqual([deliver.mediaType])
      else expect(content['application/json'].schema.type).toBe('object')
      expect(operation.responses.default.content['application/problem+json']).toBeDefined()
    }
    type Described = { parameters: { schema: { type: string; default?: unknown } }[] }
    const operations = Object.values<Record<string, Described>>(description.paths).flatMap((one) => Object.values(one))
    for (const operation of operations) {
      for (const { schema } of operation.parameters.filter((one) => one.schema.default !== undefined)) {
        expect(typeof schema.default).toBe(schema.type)
      }
    }
    const indicator = description.paths['/compare'].get.parameters.find(
      ({ name }: { name: string }) => name === 'indicator',
    )
    expect(indicator.required).toBe(true)
    expect(await (await ask('/api/v1/openapi.json')).json()).toEqual(description)
  })

  test('is valid OpenAPI', async () => {
    const description = await (await ask('/openapi.json')).json()
    expect(await new Validator().validate(description)).toEqual({ valid: true })
  })

  test('is shown by a page without inline script, at the root and below the API', async () => {
    for (const path of ['/docs', '/api/v1/docs']) {
      const page = await (await ask(path)).text()
      const scripts = [...page.matchAll(/<script src="([^"]+)"><\/script>/g)].map(([, source]) => source!)
      expect(page.match(/<script/g)).toHaveLength(scripts.length)
      for (const source of [...scripts, '/docs/swagger-ui.css']) expect((await ask(source)).status).toBe(200)
    }
  })
})

test('health says which release is served', async () => {
  expect(await answer('/health')).toMatchObject({ status: 'ok', release: { id: release(), sample: false } })
})
