import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import type { Part, PartOf } from '../../data/model/meetings/part.ts'
import { makeHome } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { NORDVAST, PEOPLE, publishYear, signedIn } from './stage.ts'

type Json = Record<string, unknown>
type Reply = { status: number; body: Json; cookie: string | null }
type Who = keyof typeof PEOPLE

const { home, remove } = makeHome()
let running: Running
let cookies: Record<Who, string>
let release: string

beforeAll(async () => {
  release = (await publishYear(home, 2023)).id
  cookies = await signedIn(home, PEOPLE)
  running = await serve(home)
})
afterAll(async () => {
  await running.close()
  remove()
})

async function call(method: string, path: string, cookie: string, body?: unknown): Promise<Reply> {
  const response = await fetch(`${running.url}/api/v1${path}`, {
    method,
    headers: { Cookie: cookie, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const set = response.headers.get('Set-Cookie')
  return { status: response.status, body: (await response.json()) as Json, cookie: set?.split(';')[0] ?? null }
}

const begin = (id: string, more: Json = {}) =>
  call('POST', '/analysis-sessions', cookies.fou, {
    id,
    title: 'Ekonomiskt bistånd, FoU Nordväst',
    purpose: '',
    date: '2024-03-01',
    start: '09:00',
    group: 'fou-nordvast',
    municipalities: NORDVAST,
    template: 'oj',
    area: 'ekonomiskt-bistand',
    copyOf: null,
    follows: null,
    name: 'Fia',
    municipality: null,
    ...more,
  })

async function parts(id: string, cookie = cookies.fou): Promise<Part[]> {
  const { status, body } = await call('GET', `/analysis-sessions/${id}`, cookie)
  expect(status).toBe(200)
  return body.parts as Part[]
}
const only = <K extends Part['kind']>(all: readonly Part[], kind: K) =>
  all.filter((part): part is PartOf<K> => part.kind === kind)

async function guest(
  id: string,
  name: string,
  municipality: string | null = '0123',
): Promise<{ cookie: string; me: string }> {
  const { body } = await call('POST', `/analysis-sessions/${id}/join-code`, cookies.fou)
  const joined = await call('POST', '/analysis-sessions/join', '', { code: body.code, name, title: '', municipality })
  expect(joined.status).toBe(200)
  return { cookie: joined.cookie!, me: String(joined.body.me) }
}

const note = (text: string, more: Json = {}) => ({
  kind: 'observation',
  text,
  card: null,
  municipality: null,
  point: null,
  beside: null,
  under: null,
  hidden: false,
  weight: 0,
  shared: false,
  ...more,
})
const write = (id: string, cookie: string, part: string, base: number, body: Json) =>
  call('PUT', `/analysis-sessions/${id}/notes/${part}`, cookie, { base, body })

test('a session is made from a template, in the release in service, and the same again is the same session', async () => {
  const id = 'session-template'
  expect((await begin(id)).status).toBe(200)
  expect((await begin(id)).status).toBe(200)
  const all = await parts(id)
  expect(only(all, 'meeting')[0]!.body).toMatchObject({ release, state: 'preparing', municipalities: NORDVAST })
  const kinds = only(all, 'card').map(({ body }) => body.content.kind)
  expect(kinds.filter((kind) => kind === 'figure')).toHaveLength(4)
  expect(kinds).toEqual(expect.arrayContaining(['question', 'vote', 'actions', 'grade']))
})

test('only the invited see it, and a stranger learns nothing, not even that it is there', async () => {
  const id = 'session-invited'
  await begin(id)
  expect((await call('GET', `/analysis-sessions/${id}`, cookies.solna)).status).toBe(200)
  const [there, nowhere] = await Promise.all(
    [id, 'session-nowhere'].map((one) => call('GET', `/analysis-sessions/${one}`, cookies.stranger)),
  )
  expect(there!.status).toBe(404)
  expect(there!.body).toEqual(nowhere!.body)
  const listed = await call('GET', '/analysis-sessions', cookies.stranger)
  expect(listed.body.meetings).toEqual([])
  expect((await call('GET', '/analysis-sessions', '')).status).toBe(401)
  expect((await call('POST', '/analysis-sessions', cookies.solna, {})).status).toBe(403)
})

test('a guest with the code takes part in that session and no other, until shown out', async () => {
  const [id, other] = ['session-guest-1', 'session-guest-2']
  await begin(id)
  await begin(other)
  const { cookie, me } = await guest(id, 'Gun')
  expect((await write(id, cookie, 'guest-note-1', 0, note('Sett av Gun'))).status).toBe(200)
  expect((await call('GET', `/analysis-sessions/${other}`, cookie)).status).toBe(404)
  expect((await call('GET', '/analysis-sessions', cookie)).status).toBe(401)
  expect(
    (await call('POST', '/analysis-sessions/join', '', { code: 'AAAA-2222', name: 'X', title: '', municipality: null }))
      .status,
  ).toBe(404)
  const person = only(await parts(id), 'participant').find((one) => one.id === me)!
  const out = await call('PUT', `/analysis-sessions/${id}/participants/${me}`, cookies.fou, {
    base: person.version,
    body: { ...person.body, out: true },
  })
  expect(out.status).toBe(200)
  expect((await call('GET', `/analysis-sessions/${id}`, cookie)).status).toBe(404)
})

test('two who edit the same: the second is shown both texts, and nothing is overwritten', async () => {
  const id = 'session-stale'
  await begin(id)
  await write(id, cookies.fou, 'note-shared-1', 0, note('Början', { kind: 'common' }))
  const { cookie } = await guest(id, 'Gun')
  expect((await write(id, cookie, 'note-shared-1', 1, note('Guns text', { kind: 'common' }))).status).toBe(200)
  const stale = await write(id, cookies.fou, 'note-shared-1', 1, note('Fias text', { kind: 'common' }))
  expect(stale.status).toBe(409)
  expect(stale.body).toMatchObject({ type: 'urn:jamsides:problem:conflict', version: 2 })
  expect((stale.body.current as PartOf<'note'>).body.text).toBe('Guns text')
  expect(only(await parts(id), 'note')[0]!.body.text).toBe('Guns text')
  const again = await write(id, cookie, 'note-shared-1', 1, note('Guns text', { kind: 'common' }))
  expect([again.status, again.body.state]).toEqual([200, 'same'])
})

test("another's words cannot be rewritten, only hidden: kept for the writer and the one who leads", async () => {
  const id = 'session-hidden'
  await begin(id)
  const [gun, bo] = [await guest(id, 'Gun'), await guest(id, 'Bo')]
  await write(id, gun.cookie, 'note-of-gun-1', 0, note('Guns ord'))
  expect((await write(id, bo.cookie, 'note-of-gun-1', 1, note('Bos ord'))).status).toBe(403)
  expect((await write(id, cookies.fou, 'note-of-gun-1', 1, note('Fias ord'))).status).toBe(403)
  expect((await write(id, cookies.fou, 'note-of-gun-1', 1, note('Guns ord', { hidden: true }))).status).toBe(200)
  const texts = async (cookie: string) => only(await parts(id, cookie), 'note').map(({ body }) => body.text)
  expect(await texts(bo.cookie)).toEqual([])
  expect(await texts(gun.cookie)).toEqual(['Guns ord'])
  expect(await texts(cookies.fou)).toEqual(['Guns ord'])
})

test('guesses are hidden from everybody until the card is shown; speaker notes and closed cards always', async () => {
  const id = 'session-guesses'
  await begin(id, { template: null, area: null })
  const card = (shown: boolean) => ({
    title: 'Gissa',
    weight: 1,
    minutes: 5,
    speaker: 'hemligt stöd',
    visibility: 'all',
    news: '',
    content: { kind: 'guess', indicator: 'N31807', period: 2023, shown },
  })
  const put = (part: string, base: number, body: Json) =>
    call('PUT', `/analysis-sessions/${id}/cards/${part}`, cookies.fou, { base, body })
  await put('card-guess-1', 0, card(false))
  await put('card-closed-1', 0, { ...card(false), visibility: 'leaders' })
  const [gun, bo] = [await guest(id, 'Gun'), await guest(id, 'Bo')]
  await call('PUT', `/analysis-sessions/${id}/answers/answer-gun-1`, gun.cookie, {
    base: 0,
    body: { card: 'card-guess-1', value: { guess: 7 } },
  })
  const seen = async (cookie: string) => only(await parts(id, cookie), 'answer').map(({ body }) => body.value)
  expect([await seen(bo.cookie), await seen(cookies.fou), await seen(gun.cookie)]).toEqual([
    [null],
    [null],
    [{ guess: 7 }],
  ])
  expect(only(await parts(id, bo.cookie), 'card').map(({ id: one, body }) => [one, body.speaker])).toEqual([
    ['card-guess-1', ''],
  ])
  await put('card-guess-1', 1, card(true))
  expect(await seen(bo.cookie)).toEqual([{ guess: 7 }])
})

test('a text with a token that is unknown is refused with the nearest named; filled from the frozen release', async () => {
  const id = 'session-tokens'
  await begin(id, { template: null, area: null })
  const card = (text: string) => ({
    title: '',
    weight: 1,
    minutes: 5,
    speaker: '',
    visibility: 'all',
    news: '',
    content: { kind: 'text', text },
  })
  const put = (text: string) =>
    call('PUT', `/analysis-sessions/${id}/cards/card-text-1`, cookies.fou, { base: 0, body: card(text) })
  const wrong = await put('I {värde:N31814:Slna} och {värd:N31814:Solna}')
  expect(wrong.status).toBe(422)
  expect(wrong.body.detail).toContain('menade du Solna?')
  expect(wrong.body.detail).toContain('menade du värde?')
  expect(
    (await put('Solna {värde:N31814:Solna}, {rang:N31814:Solna}, {förändring:N31814:Solna}; {nästbäst:N31814}')).status,
  ).toBe(200)
  const { body } = await call('GET', `/analysis-sessions/${id}`, cookies.fou)
  const filled = (body.filled as Record<string, string>)['card-text-1']!
  expect(filled).toMatch(
    /^Solna \d+,\d\u00a0% \(2023\), nummer \d av 8 \(2023, .*säkerhet\), 0,0 procentenheter \(2022–2023, ryms i slumpen\); .+ \(2023\)$/,
  )
})

test("next year's release judges three actions: met, unmet, cannot be said; chance is no success", async () => {
  const id = 'session-judged'
  await begin(id)
  const expectation = {
    indicator: 'N31814',
    sex: 'T',
    from: 2023,
    baseline: null,
    period: 2024,
    direction: 'down',
    size: 2,
  }
  const action = (municipality: string, more: Json = {}) => ({
    municipality,
    goal: 'Färre länge',
    text: `Åtgärd i ${municipality}`,
    owner: 'Enhetschef',
    due: '2024-12-01',
    expectation: { ...expectation, ...more },
    because: 'Tidigare kontakt',
    notes: [],
    status: 'planned',
    decided: null,
    shared: true,
  })
  const put = (part: string, body: Json) =>
    call('PUT', `/analysis-sessions/${id}/actions/${part}`, cookies.fou, { base: 0, body })
  const solna = await put('action-met-01', action('0184'))
  expect((solna.body.part as PartOf<'action'>).body.expectation!.baseline).toBeGreaterThan(0)
  await put('action-unmet-1', action('0123'))
  await put('action-missing', action('0163'))
  await put('action-chance-1', action('0183', { size: null }))
  const before = await call('GET', `/analysis-sessions/${id}/judged-actions`, cookies.fou)
  expect((before.body.own as { actions: Json[] }).actions.map(({ verdict }) => verdict)).toEqual([
    null,
    null,
    null,
    null,
  ])
  const usual = (solna.body.part as PartOf<'action'>).body.expectation!.baseline!
  const base = 100 / 20_000
  const chance = only(await parts(id), 'action').find(({ body }) => body.municipality === '0183')!.body.expectation!
    .baseline!
  const newer = await publishYear(home, 2024, {
    'N31814 0184 2024': usual - 4,
    'N31814 0163 2024': null,
    'N31814 0183 2024': chance - 20 * base,
  })
  const served = async () => ((await call('GET', '/health', '')).body.release as { id: string }).id
  await expect.poll(served).toBe(newer.id)
  const { body } = await call('GET', '/actions', cookies.fou)
  const outcomes = Object.fromEntries(
    (body.actions as { id: string; verdict: { outcome: string; reason: string } }[])
      .filter((one) => one.id.startsWith('action-'))
      .map((one) => [one.id, [one.verdict.outcome, one.verdict.reason]]),
  )
  expect(outcomes).toEqual({
    'action-met-01': ['met', null],
    'action-unmet-1': ['unmet', null],
    'action-missing': ['cannot-be-said', 'no-after'],
    'action-chance-1': ['cannot-be-said', 'too-uncertain'],
  })
  expect(body.summary).toMatchObject({ judged: 4, met: 1, unmet: 1, cannotBeSaid: 2 })
  const frozen = await call('GET', `/analysis-sessions/${id}/judged-actions`, cookies.fou)
  expect((frozen.body.own as { actions: Json[] }).actions.every(({ verdict }) => verdict === null)).toBe(true)

  await begin('session-next-year', { follows: id, template: null, area: null })
  const cards = only(await parts('session-next-year'), 'card').sort((a, b) => a.body.weight - b.body.weight)
  expect(cards[0]!.body.content).toEqual({ kind: 'actions', of: 'previous' })
  const figure = cards.find(({ body: one }) => one.content.kind === 'figure' && one.content.query.includes('N31814'))!
  expect(figure.body.news).toMatch(/^Nytt sedan förra mötet \(2023 → 2024\): .*Solna .* → /)
  const next = await call('GET', '/analysis-sessions/session-next-year/judged-actions', cookies.fou)
  const previous = (next.body.previous as { actions: { verdict: { outcome: string } }[] }).actions
  expect(previous.map(({ verdict }) => verdict.outcome).sort()).toEqual([
    'cannot-be-said',
    'cannot-be-said',
    'met',
    'unmet',
  ])
  const old = await call('GET', `/compare?indicator=N31814&group=fou-nordvast&release=${release}`, '')
  expect([old.body.release, old.body.period]).toEqual([release, 2023])
  expect((await call('GET', '/compare?indicator=N31814&release=20200101T000000Z-00000000', '')).status).toBe(400)
})

test('who does better: clearly better and alike, or once alike and clearly improved', async () => {
  const { body } = await call('GET', '/better?indicator=N31814&municipality=0163', '')
  expect(body.reason).toBe('no-value')
  const some = await call('GET', '/better?indicator=N31814&municipality=0123', '')
  for (const row of some.body.rows as { upper: number }[]) expect(row.upper).toBeLessThan(0)
})

test('what happens is told as it happens, by another process as well, from where the reader was', async () => {
  const id = 'session-stream'
  await begin(id, { template: null, area: null })
  const second = await serve(home)
  const stopped = new AbortController()
  const stream = await fetch(`${running.url}/api/v1/analysis-sessions/${id}/events?cursor=0`, {
    headers: { Cookie: cookies.solna },
    signal: stopped.signal,
  })
  expect(stream.headers.get('Cache-Control')).toContain('no-transform')
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const until = async (words: string) => {
    while (!heard.includes(words)) heard += (await reader.read()).value ?? ''
  }
  await until('"kind":"meeting"')
  await fetch(`${second.url}/api/v1/analysis-sessions/${id}/notes/note-elsewhere`, {
    method: 'PUT',
    headers: { Cookie: cookies.fou, 'Content-Type': 'application/json' },
    body: JSON.stringify({ base: 0, body: note('skrivet genom en annan process') }),
  })
  await until('skrivet genom en annan process')
  const last = [...heard.matchAll(/^id: (\d+)$/gm)].at(-1)![1]!
  stopped.abort()
  const later = await fetch(`${second.url}/api/v1/analysis-sessions/${id}/events`, {
    headers: { Cookie: cookies.solna, 'Last-Event-ID': String(Number(last) - 1) },
  })
  const first = later.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes('event: change')) text += (await first.read()).value ?? ''
  expect(text).toContain(`id: ${last}`)
  expect(text).not.toContain('"kind":"meeting"')
  await second.close()
})

test('a session leaves as a file and comes back; deleted, only its receipt is left', async () => {
  const id = 'session-leaves'
  await begin(id)
  await write(id, cookies.fou, 'note-to-keep', 0, note('Bevaras'))
  const gun = await guest(id, 'Gun')
  expect((await call('GET', `/analysis-sessions/${id}/export`, gun.cookie)).status).toBe(403)
  const file = await call('GET', `/analysis-sessions/${id}/export`, cookies.fou)
  expect((await call('DELETE', `/analysis-sessions/${id}`, gun.cookie)).status).toBe(403)
  const receipt = await call('DELETE', `/analysis-sessions/${id}`, cookies.fou)
  expect(receipt.body).toMatchObject({ id, by: 'Fia', parts: { meeting: 1, note: 1 } })
  expect((receipt.body.anchor as { hash: string }).hash).toMatch(/^[0-9a-f]{64}$/)
  expect((await call('GET', `/analysis-sessions/${id}`, cookies.fou)).status).toBe(404)
  expect((await call('POST', '/analysis-sessions/import', cookies.fou, { ...file.body, changes: [] })).status).toBe(422)
  expect((await call('POST', '/analysis-sessions/import', cookies.fou, file.body)).status).toBe(200)
  expect(only(await parts(id), 'note').map(({ body }) => body.text)).toEqual(['Bevaras'])
})

test('a session that comes from another installation is whole there, and says that its release is not', async () => {
  const id = 'session-moves'
  await begin(id)
  await write(id, cookies.fou, 'note-moves-1', 0, note('Följer med'))
  await write(id, cookies.fou, 'note-moves-1', 1, note('Följer med, ändrad'))
  const file = await call('GET', `/analysis-sessions/${id}/export`, cookies.fou)
  const there = makeHome()
  await publishYear(there.home, 2023)
  const people = await signedIn(there.home, PEOPLE)
  const other = await serve(there.home)
  const ask = async (method: string, path: string, cookie: string, body?: unknown) => {
    const response = await fetch(`${other.url}/api/v1/analysis-sessions${path}`, {
      ...{ method, headers: { Cookie: cookie, 'Content-Type': 'application/json' } },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Json }
  }
  try {
    expect((await ask('POST', '/import', people.solna, file.body)).status).toBe(403)
    expect((await ask('POST', '/import', people.fou, file.body)).status).toBe(200)
    expect((await ask('POST', '/import', people.fou, file.body)).status).toBe(409)
    const whole = await ask('GET', `/${id}`, people.fou)
    expect(whole.body).toMatchObject({ release: null })
    expect(whole.body.parts).toEqual((await call('GET', `/analysis-sessions/${id}`, cookies.fou)).body.parts)
    const history = await ask('GET', `/${id}/history/note-moves-1`, people.fou)
    expect((history.body.changes as { body: Json }[]).map(({ body }) => body.text)).toEqual([
      'Följer med',
      'Följer med, ändrad',
    ])
    const measured = {
      indicator: 'N31814',
      sex: 'T',
      from: 2023,
      baseline: null,
      period: 2024,
      direction: 'down',
      size: 2,
    }
    const action = {
      ...{ municipality: '0184', goal: 'Färre länge', text: 'Tidig kontakt', owner: 'Enhetschef', due: '2024-12-01' },
      ...{ because: '', notes: [], status: 'planned', decided: null, shared: false, expectation: measured },
    }
    expect((await ask('PUT', `/${id}/actions/action-moves-1`, people.fou, { base: 0, body: action })).status).toBe(200)
    const judged = await ask('GET', `/${id}/judged-actions`, people.fou)
    expect((judged.body.own as { actions: Json[] }).actions.map(({ name }) => name)).toEqual(['Solna'])
    expect((await ask('GET', `/${id}`, people.solna)).status).toBe(200)
    expect((await ask('GET', `/${id}`, people.stranger)).status).toBe(404)
  } finally {
    await other.close()
    there.remove()
  }
})

test('the lead is handed over by the one who holds it, and jumps for nobody', async () => {
  const id = 'session-lead'
  await begin(id)
  const bo = await guest(id, 'Bo')
  const meeting = only(await parts(id), 'meeting')[0]!
  const hand = (cookie: string, base: number, host: string) =>
    call('PUT', `/analysis-sessions/${id}/settings/${id}`, cookie, { base, body: { ...meeting.body, host } })
  expect((await hand(bo.cookie, meeting.version, bo.me)).status).toBe(403)
  expect((await hand(cookies.fou, meeting.version, bo.me)).status).toBe(200)
  const roles = Object.fromEntries(only(await parts(id), 'participant').map(({ body }) => [body.name, body.role]))
  expect(roles).toEqual({ Bo: 'host', Fia: 'cohost' })
})
