import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { makeHome, publish } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { PEOPLE, signedIn } from '../meetings/stage.ts'

const { home, remove } = makeHome()
let running: Running
let cookies: Record<keyof typeof PEOPLE, string>

beforeAll(async () => {
  await publish(home, { values: [] })
  cookies = await signedIn(home, PEOPLE)
  running = await serve(home)
})
afterAll(async () => {
  await running.close()
  remove()
})

type Sent = { type?: string; bytes?: string | Buffer }
async function call(method: string, path: string, cookie: string, { type, bytes }: Sent = {}) {
  const response = await fetch(`${running.url}/api/v1${path}`, {
    method,
    headers: { Cookie: cookie, ...(type && { 'Content-Type': type }) },
    ...(bytes !== undefined && { body: bytes as BodyInit }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const about = (title: string, more: object = {}) => ({ title, author: '', year: 2021, theme: '', url: '', ...more })
const put = (id: string, base: number, source: object, cookie = cookies.fou) =>
  call('PUT', `/shelf/${id}`, cookie, { type: 'application/json', bytes: JSON.stringify({ base, source }) })
const putText = (id: string, bytes: string | Buffer) =>
  call('PUT', `/shelf/${id}/text`, cookies.fou, { type: 'text/plain', bytes })
const putFile = (id: string, bytes: Buffer, cookie = cookies.fou) =>
  call('PUT', `/shelf/${id}/file`, cookie, { type: 'application/pdf', bytes })
async function titles(query: string, cookie = cookies.solna): Promise<string[]> {
  const { body } = await call('GET', `/shelf?${query}`, cookie)
  return (body.sources as { title: string }[]).map(({ title }) => title)
}

test('sources are found by any word of their text or title, from its beginning; those named so come first', async () => {
  await put('report-0001', 0, about('Riksrevisionen om öppna jämförelser', { theme: 'Styrning', year: 2021 }))
  await putText(
    'report-0001',
    'Granskningen visar att få använder måtten. Arbetslöshet nämns två gånger: arbetslöshet.',
  )
  await put('report-0002', 0, about('Långvarigt biståndsmottagande', { theme: 'Ekonomi', url: 'https://example.se/a' }))
  await putText('report-0002', 'Om arbetslöshet bland unga.')
  await put('report-0003', 0, about('Arbetslöshet och bistånd'))
  expect(await titles('q=arbetsl%C3%B6sh')).toEqual([
    'Arbetslöshet och bistånd',
    'Riksrevisionen om öppna jämförelser',
    'Långvarigt biståndsmottagande',
  ])
  expect(await titles('q=unga+arbetsl%C3%B6shet')).toEqual(['Långvarigt biståndsmottagande'])
  expect(await titles('q=l%C3%B6shet')).toEqual([])
  expect(await titles('theme=Ekonomi')).toEqual(['Långvarigt biståndsmottagande'])
  const { body } = await call('GET', '/shelf?q=granskningen', cookies.solna)
  expect(body).toMatchObject({ found: 1, themes: ['Ekonomi', 'Styrning'] })
  expect((body.sources as { excerpt: string }[])[0]!.excerpt).toContain('Granskningen visar')
})

test('a text that is changed is found by its new words only; what another changed first is not overwritten', async () => {
  await put('report-0004', 0, about('Vräkningar'))
  await putText('report-0004', 'gammalord')
  await putText('report-0004', 'nyord')
  expect([await titles('q=gammalord'), await titles('q=nyord')]).toEqual([[], ['Vräkningar']])
  expect((await put('report-0004', 1, about('Min rubrik'))).status).toBe(409)
  expect((await put('report-0004', 3, about('Hemlöshet'))).status).toBe(200)
  expect([await titles('q=vr%C3%A4kningar'), await titles('q=nyord')]).toEqual([[], ['Hemlöshet']])
})

test('a PDF is kept as it came, in pieces, and handed over as a file that no page shows; nothing else is taken', async () => {
  const file = Buffer.concat([Buffer.from('%PDF-1.7\n<script>'), Buffer.alloc(1_500_000, 7)])
  await put('report-0005', 0, about('Med fil'))
  const kept = await putFile('report-0005', file)
  expect(kept).toMatchObject({ status: 200, body: { bytes: file.length } })
  const response = await fetch(`${running.url}/api/v1/shelf/report-0005/file`, { headers: { Cookie: cookies.solna } })
  expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true)
  expect(response.headers.get('Content-Disposition')).toContain('attachment')
  expect(response.headers.get('Content-Security-Policy')).toContain('sandbox')
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect((await putFile('report-0005', Buffer.from('<html>'))).status).toBe(422)
  expect((await putFile('report-0005', Buffer.concat([file, Buffer.alloc(21 * 1024 * 1024)]))).status).toBe(413)
  expect((await putText('report-0005', Buffer.from([0xff, 0xfe, 0x00]))).status).toBe(422)
  expect((await putFile('report-none', file)).status).toBe(404)
  const { body } = await call('GET', '/shelf/report-0005', cookies.solna)
  expect(body).toMatchObject({ bytes: file.length, title: 'Med fil' })
})

test('whoever signs in reads; a data manager keeps nothing; taken away, nothing of it is left', async () => {
  await put('report-0006', 0, about('Kort liv'))
  await putText('report-0006', 'ord')
  await putFile('report-0006', Buffer.from('%PDF-1.4'))
  expect((await call('GET', '/shelf', '')).status).toBe(401)
  expect((await put('report-0006', 3, about('x'), cookies.solna)).status).toBe(403)
  expect((await putFile('report-0006', Buffer.from('%PDF-'), cookies.solna)).status).toBe(403)
  expect((await call('DELETE', '/shelf/report-0006', cookies.solna)).status).toBe(403)
  expect((await call('DELETE', '/shelf/report-0006', cookies.fou)).status).toBe(200)
  expect((await call('GET', '/shelf/report-0006', cookies.fou)).status).toBe(404)
  const { read, close } = await openWorkspace({ home, database: '' })
  for (const table of ['shelf_text', 'shelf_word', 'shelf_piece'] as const)
    expect(await read.selectFrom(table).selectAll().where('source', '=', 'report-0006').execute()).toEqual([])
  await close()
})

test('a source tells what is wrong with it by its field', async () => {
  const { status, body } = await put('report-0007', 0, about('', { url: 'javascript:alert(1)' }))
  expect(status).toBe(422)
  expect((body.errors as { path: string }[]).map(({ path }) => path)).toEqual(['source.title', 'source.url'])
})
