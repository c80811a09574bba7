import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Running } from '../../api/server.ts'
import { verifyAudit } from '../../data/workspace/audit.ts'
import type { Workspace } from '../../data/workspace/workspace.ts'
import { makeHome } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { managerOf, signedIn } from '../fixtures/accounts.ts'
import { csvOf } from '../fixtures/extracts.ts'
import { foreignExtract, interviewsOf } from '../fixtures/foreign-extract.ts'
import { filesHolding } from '../fixtures/grep.ts'
import { Sender } from '../fixtures/sender.ts'

const { home, remove } = makeHome()
let running: Running
let workspace: Workspace
let solna: Sender
let colleague: Sender
let neighbour: Sender
let analyst: Sender
let nobody: Sender

beforeAll(async () => {
  running = await serve(home, { JAMSIDES_UPLOAD_MB: '2', JAMSIDES_FOUR_EYES: 'yes' })
  workspace = await running.gate.holder.workspace()
  const as = async (made: Promise<{ cookie: string }>) => new Sender(running.url, (await made).cookie)
  solna = await as(managerOf(workspace, '0184', 'Anna'))
  colleague = await as(managerOf(workspace, '0184', 'Bo'))
  neighbour = await as(managerOf(workspace, '0183', 'Cia'))
  analyst = await as(signedIn(workspace, 'Dag', [{ role: 'analyst', scope: 'fou-nordvast' }]))
  nobody = new Sender(running.url, '')
})
afterAll(async () => {
  await running.close()
  remove()
})

const about = { source: 'asi', municipality: '0184' }
const extract = () => csvOf(interviewsOf('0184'))
const begin = async (): Promise<string> => ((await solna.ask('POST', '/uploads', about)).body as { id: string }).id

const grep = (text: string) => filesHolding(home.root, text)

describe('handing in', () => {
  it('goes from a foreign file over a mapping to a release, by two pairs of eyes', async () => {
    const content = foreignExtract('0184')
    const first = await solna.until(await solna.handIn(content, about), 'refused', 'ready')
    expect(first).toMatchObject({ state: 'refused', proposal: { mapping: { leftOut: ['Enhet'] } } })
    const { mapping } = first.proposal!
    expect((await solna.ask('PUT', '/mappings', { municipality: '0184', mapping, shared: true })).status).toBe(200)

    const id = await solna.handIn(content, { ...about, mapping })
    const ready = await solna.until(id, 'ready', 'refused')
    expect(ready).toMatchObject({ state: 'ready', mapped: true, preview: { years: [{ year: 2023, gate: 'first' }] } })
    const approved = await solna.ask('POST', `/uploads/${id}/approve`, { acknowledged: acknowledgedOf(ready) })
    expect(approved).toMatchObject({ status: 200, body: { state: 'waiting', waitsFor: 'second' } })
    expect((await solna.ask('POST', `/uploads/${id}/approve`, {})).status).toBe(403)
    expect((await colleague.ask('POST', `/uploads/${id}/approve`, {})).status).toBe(200)

    const published = await solna.until(id, 'published')
    expect(published).toMatchObject({ approvedBy: 'Anna', secondedBy: 'Bo', waitsFor: null })
    expect((await solna.ask('GET', '/health')).body).toMatchObject({
      release: { id: published.release, sample: false },
    })
    expect(await verifyAudit(workspace.read, published.anchor!)).toMatchObject({ state: 'whole' })
    const receipt = await solna.ask('GET', `/uploads/${id}/receipt.pdf`)
    expect([receipt.status, (receipt.body as string).slice(0, 5)]).toEqual([200, '%PDF-'])
    expect(grep('Beroendeenheten')).toEqual([])
  })

  it('needs a word about every warning', async () => {
    const rows = interviewsOf('0184', { perYear: 12, year: 2022 }).map((row) => ({ ...row, alkohol_dagar: 30 }))
    const id = await solna.handIn(csvOf(rows), about)
    const { warnings } = await solna.until(id, 'ready')
    expect(warnings).toContainEqual({ rule: 'same-for-everyone', column: 'alkohol_dagar' })
    const without = await solna.ask('POST', `/uploads/${id}/approve`, { acknowledged: [] })
    expect(without).toMatchObject({ status: 422, body: { errors: expect.any(Array) } })
    const telling = warnings.map((warning) => ({ ...warning, why: 'Kim 19811218-9876 stämmer' }))
    expect((await solna.ask('POST', `/uploads/${id}/approve`, { acknowledged: telling })).status).toBe(422)
    expect((await solna.ask('POST', `/uploads/${id}/withdraw`)).body).toMatchObject({ state: 'withdrawn' })
    expect((await solna.ask('POST', `/uploads/${id}/approve`, { acknowledged: [] })).status).toBe(409)
    expect(readdirSync(home.uploads)).not.toContain(id)
  })

  it('says what is wrong and where, as files too, without a value', async () => {
    const rows = interviewsOf('0184').map((row, i) => (i === 1 ? { ...row, kon: 'Hemligkod' } : row))
    const { id, report } = await solna.until(await solna.handIn(csvOf(rows), about), 'refused')
    expect(report?.findings[0]).toMatchObject({ row: 3, column: 'kon', letter: 'D', rule: 'unknown-code' })
    const csv = await solna.ask('GET', `/uploads/${id}/findings.csv`)
    expect(csv.body).toContain('3;D;kon')
    const book = await fetch(`${running.url}/api/v1/uploads/${id}/findings.xlsx`)
    expect(book.status).toBe(401)
    expect(JSON.stringify([report, csv.body])).not.toContain('Hemligkod')
    expect(grep('Hemligkod')).toEqual([])
  })
})

const acknowledgedOf = ({ warnings }: { warnings: object[] }) =>
  warnings.map((one) => ({ ...one, why: 'kontrollerat' }))

describe('a neighbour', () => {
  it('learns nothing: somebody else’s upload is like one that never was', async () => {
    const id = await solna.handIn(extract(), about)
    const never = 'AAAAAAAAAAAAAAAAAAAAAA'
    for (const [method, path, body] of [
      ['GET', ''],
      ['GET', '/findings.csv'],
      ['GET', '/findings.xlsx'],
      ['GET', '/receipt.pdf'],
      ['POST', '/approve', { acknowledged: [] }],
      ['POST', '/withdraw'],
      ['PUT', '/file'],
    ] as const) {
      const [real, none] = await Promise.all(
        [id, never].map((one) => neighbour.ask(method, `/uploads/${one}${path}`, body)),
      )
      expect(real!.status, path).toBe(404)
      expect(real!.body).toEqual(none!.body)
      expect(headersOf(real!.headers)).toEqual(headersOf(none!.headers))
    }
    expect(await neighbour.ask('GET', '/uploads')).toMatchObject({ body: { uploads: [] } })
    expect((await neighbour.ask('POST', '/uploads', about)).status).toBe(403)
    const shared = (await neighbour.ask('GET', '/mappings')).body as { mappings: { municipality: string | null }[] }
    expect(shared.mappings.map(({ municipality }) => municipality)).toEqual([null])
    expect((await nobody.ask('GET', `/uploads/${id}`)).status).toBe(401)
    // Who reads what is all municipalities' learns as little of what is one's.
    expect((await analyst.ask('GET', `/uploads/${id}`)).status).toBe(404)
    await solna.ask('POST', `/uploads/${id}/withdraw`)
  })

  const headersOf = (headers: Headers) => [...headers].filter(([name]) => name !== 'date')
})

describe('the calendar', () => {
  it('tells the FoU unit who has handed in, and never what', async () => {
    const members = ['0183', '0184']
    const wanted = { municipalities: members, source: 'asi', year: 2023, due: '2026-12-31' }
    expect((await solna.ask('PUT', '/calendar', wanted)).status).toBe(403)
    expect((await analyst.ask('PUT', '/calendar', { ...wanted, municipalities: ['1480'] })).status).toBe(403)
    expect((await analyst.ask('PUT', '/calendar', wanted)).status).toBe(200)
    const told = (await analyst.ask('GET', '/calendar')).body as { expected: unknown[] }
    expect(told.expected).toMatchObject([{ source: 'asi', year: 2023, handedIn: 1, of: 2 }])
    expect(await neighbour.ask('GET', '/calendar')).toMatchObject({ body: { expected: [{ handedIn: 0, of: 1 }] } })
  })
})

describe('hostile files and requests', () => {
  const state = async () => [(await solna.ask('GET', '/uploads')).body, readdirSync(home.uploads).sort()]

  it('are answered 4xx and change nothing', async () => {
    const id = await begin()
    const before = await state()
    const large = Buffer.alloc(3 * 1024 * 1024, 'a')
    expect((await solna.send(id, large).catch(() => ({ status: 413 }))).status).toBe(413)
    expect((await solna.send(id, '')).status).toBe(422)
    expect((await solna.send(id, 'a;b', { 'Content-Encoding': 'gzip' })).status).toBe(415)
    for (const bad of ['..%2f..%2fsecret', 'a', `${id}%00`, 'x'.repeat(200)])
      expect(Math.floor((await solna.send(bad, 'a;b')).status / 100), bad).toBe(4)
    for (const body of HOSTILE_BODIES) {
      const { status } = await solna.ask('POST', '/uploads', body)
      expect(Math.floor(status / 100), JSON.stringify(body)).toBe(4)
    }
    expect(await state()).toEqual(before)
    await solna.ask('POST', `/uploads/${id}/withdraw`)
  })

  const HOSTILE_BODIES = [
    {},
    [],
    null,
    { ...about, source: 'vault' },
    { ...about, source: 'oj' },
    { ...about, municipality: '0184; DROP TABLE upload' },
    { ...about, municipality: '0183' },
    { ...about, state: 'published' },
    { ...about, mapping: { instrument: 'ubu', columns: {} } },
    { ...about, mapping: { instrument: 'asi', columns: { kon: { from: '19811218-9876' } } } },
    { ...about, mapping: { instrument: 'asi', columns: { constructor: { from: 'a' } } } },
    { ...about, mapping: { instrument: 'asi', columns: { kon: { from: 'a', codes: { b: '../../secret' } } } } },
  ]

  it('a connection that breaks leaves nothing, and the same file can be sent again', async () => {
    const id = await begin()
    const { port } = new URL(running.url)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `PUT /api/v1/uploads/${id}/file HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\nCookie: ${solna.cookie}\r\n\r\n`,
        )
        socket.write('pseudo_id;')
        setTimeout(() => socket.destroy(), 300)
      })
      socket.once('close', () => resolve())
    })
    await expect.poll(() => readdirSync(home.uploads).includes(id)).toBe(false)
    expect((await solna.upload(id)).state).toBe('receiving')
    expect((await solna.send(id, extract())).status).toBe(200)
    expect((await solna.send(id, extract())).status).toBe(409)
    await solna.ask('POST', `/uploads/${id}/withdraw`)
  })

  it('one account sends one file at a time', async () => {
    const [a, b] = [await begin(), await begin()]
    const slow = new ReadableStream({
      async start(stream) {
        stream.enqueue(Buffer.from('pseudo_id;'))
        await new Promise((resolve) => setTimeout(resolve, 3000))
        stream.close()
      },
    })
    const first = fetch(`${running.url}/api/v1/uploads/${a}/file`, {
      method: 'PUT',
      headers: { Cookie: solna.cookie },
      body: slow,
      duplex: 'half',
    } as RequestInit)
    await expect.poll(async () => (await solna.send(b, extract())).status).toBe(429)
    expect((await first).status).toBe(200)
    for (const id of [a, b]) await solna.ask('POST', `/uploads/${id}/withdraw`)
  })
})
