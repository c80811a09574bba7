import { setTimeout as pause } from 'node:timers/promises'

/** A session full of people: each with a stream of its own, writing and now and then losing the connection. */
type Crowd = {
  address: string
  /** Who leads, signed in. */
  host: string
  meeting: string
  people: number
  /** Notes that each writes, and how long each waits between them. */
  notes: number
  pauseMs: number
  /** One stream in so many is cut between two notes and taken up where it was. */
  cutEvery: number
}

/** Notes that were taken and those that somebody has not seen, and how long a note took to reach everybody, in ms. */
type Outcome = { written: number; unseen: number; tries: number; p50: number; p95: number; slowest: number }

type Json = Record<string, unknown>

/** Lets them in, lets them write, and waits until everybody has seen everything, or nothing more comes for ten seconds. */
export async function gather(crowd: Crowd): Promise<Outcome> {
  const { body } = await call(crowd, 'POST', `/analysis-sessions/${crowd.meeting}/join-code`, crowd.host)
  const people: Participant[] = []
  for (let at = 0; at < crowd.people; at++) people.push(await Participant.enter(crowd, String(body.code), at))
  const begun = new Map<string, number>()
  await Promise.all(people.map((one) => one.write(begun)))
  await settled(people, begun)
  for (const one of people) one.leave()
  const late = people.flatMap((one) =>
    [...one.seen].flatMap(([id, at]) => (begun.has(id) ? [at - begun.get(id)!] : [])),
  )
  late.sort((a, b) => a - b)
  const quantile = (share: number) => Math.round(late[Math.floor((late.length - 1) * share)] ?? 0)
  return {
    written: begun.size,
    unseen: people.reduce((sum, one) => sum + [...begun.keys()].filter((id) => !one.seen.has(id)).length, 0),
    tries: people.reduce((sum, one) => sum + one.tries, 0),
    ...{ p50: quantile(0.5), p95: quantile(0.95), slowest: quantile(1) },
  }
}

async function settled(people: readonly Participant[], begun: ReadonlyMap<string, number>): Promise<void> {
  const missing = () => people.some(({ seen }) => [...begun.keys()].some((id) => !seen.has(id)))
  const newest = () => Math.max(0, ...people.map(({ last }) => last))
  while (missing() && performance.now() - newest() < 10_000) await pause(50)
}

async function call({ address }: Crowd, method: string, path: string, cookie: string, body?: object) {
  const response = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { Cookie: cookie, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const set = response.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  return { status: response.status, body: (await response.json()) as Json, cookie: set }
}

class Participant {
  readonly #crowd: Crowd
  readonly #cookie: string
  readonly #at: number
  /** When each note came, by the clock of this process. */
  readonly seen = new Map<string, number>()
  last = performance.now()
  tries = 0
  #cursor = 0
  #stream = new AbortController()
  #isOut = false

  private constructor(crowd: Crowd, cookie: string, at: number) {
    this.#crowd = crowd
    this.#cookie = cookie
    this.#at = at
    void this.#follow()
  }

  static async enter(crowd: Crowd, code: string, at: number): Promise<Participant> {
    const person = { code, name: `Person ${at}`, title: '', municipality: null }
    const { cookie } = await call(crowd, 'POST', '/analysis-sessions/join', '', person)
    return new Participant(crowd, cookie, at)
  }

  leave(): void {
    this.#isOut = true
    this.#stream.abort()
  }

  async write(begun: Map<string, number>): Promise<void> {
    const { notes, pauseMs, cutEvery } = this.#crowd
    for (let number = 0; number < notes; number++) {
      await pause(pauseMs * (0.5 + ((this.#at * 7 + number * 3) % 10) / 10))
      const id = `note-${this.#at}-${number}-crowd`
      begun.set(id, performance.now())
      await this.#save(id, `${this.#at} skriver ${number}`)
      if ((this.#at + number) % cutEvery === 0) this.#stream.abort()
    }
  }

  /** As often as it takes, as a page's outbox does. */
  async #save(id: string, text: string): Promise<void> {
    const path = `/analysis-sessions/${this.#crowd.meeting}/notes/${id}`
    for (;;) {
      this.tries += 1
      const reply = await call(this.#crowd, 'PUT', path, this.#cookie, { base: 0, body: note(text) }).catch(() => null)
      if (reply?.status === 200) return
      if (reply && reply.status < 500) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
      await pause(200)
    }
  }

  async #follow(): Promise<void> {
    while (!this.#isOut) {
      this.#stream = new AbortController()
      await this.#read(this.#stream.signal).catch(() => {})
      await pause(50)
    }
  }

  async #read(signal: AbortSignal): Promise<void> {
    const address = `${this.#crowd.address}/api/v1/analysis-sessions/${this.#crowd.meeting}/events?cursor=${this.#cursor}`
    const { body } = await fetch(address, { headers: { Cookie: this.#cookie }, signal })
    let text = ''
    for await (const piece of body!.pipeThrough(new TextDecoderStream())) {
      text += piece
      const events = text.split('\n\n')
      text = events.pop()!
      for (const event of events) this.#hear(event)
    }
  }

  #hear(event: string): void {
    const id = /^id: (\d+)$/m.exec(event)?.[1]
    const data = /^data: (.*)$/m.exec(event)?.[1]
    if (!id || !data) return
    this.#cursor = Number(id)
    const change = JSON.parse(data) as { kind: string; id: string }
    if (change.kind !== 'note' || this.seen.has(change.id)) return
    this.last = performance.now()
    this.seen.set(change.id, this.last)
  }
}

const note = (text: string) => ({
  ...{ kind: 'observation', text, card: null, municipality: null, point: null, beside: null, under: null },
  ...{ hidden: false, weight: 0, shared: false },
})
