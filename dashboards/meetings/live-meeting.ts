import type { MeetingAnswer } from '../../data/model/answers/meetings.ts'
import {
  type Body,
  type BodyOf,
  inOrder,
  type Part,
  type PartKind,
  type PartOf,
  partsOf,
} from '../../data/model/meetings/part.ts'
import { leads } from '../../data/model/meetings/rules.ts'
import type { Lang } from '../../data/model/numbers.ts'
import { store, stored } from '../browser-storage/stored.ts'
import { forgetKept, keepAnswer, keptAnswer } from '../offline/kept-answers.ts'
import { type Kept, Outbox } from './outbox.ts'
import { isDone, isLost, type Reply, request } from './request.ts'
import { followStream, type StreamEvent } from './stream.ts'
import { Steps } from './undo.ts'

type Hold = MeetingAnswer['holds'][number]

/** Addresses of the kinds of parts. */
const SEGMENTS: Record<PartKind, string> = {
  meeting: 'settings',
  participant: 'participants',
  card: 'cards',
  note: 'notes',
  answer: 'answers',
  action: 'actions',
}

/** A session as this page sees it: what the service has said, with what was written here over it. Tells `change`. */
export class LiveMeeting extends EventTarget {
  readonly id: string
  readonly lang: Lang
  readonly #parts = new Map<string, Part>()
  /** Last versions of parts that were taken away. */
  readonly #gone = new Map<string, number>()
  /** Parts that were heard of or saved while the session is being read: the answer may be older than they are. */
  readonly #meanwhile = new Set<string>()
  readonly #steps = new Steps()
  readonly outbox: Outbox
  me: string | null = null
  connected = true
  /** When what is shown was answered, where it was kept because nobody answers now. */
  since: Date | null = null
  /** Who writes here has been signed out: what waits goes when somebody signs in again. */
  isOut = false
  gone = false
  holds: readonly Hold[] = []
  filled: Readonly<Record<string, string>> = {}
  release: MeetingAnswer['release'] = null
  #cursor = 0
  #stop: (() => void) | undefined
  #reading = false
  #isOld = false
  #isKeeping = false
  #isUnkept = false

  constructor(id: string, lang: Lang) {
    super()
    this.id = id
    this.lang = lang
    this.outbox = new Outbox(
      {
        me: () => this.me,
        send: (waiting) => this.#send(waiting),
        keep: (kept) => store(this.#key, kept),
        changed: (saved) => this.#saved(saved),
      },
      (stored(this.#key) as Kept | null) ?? undefined,
    )
  }

  get #key(): string {
    return `jamsides-outbox-${this.id}`
  }

  /** Reads the session and begins to follow it. @returns the answer where it could not be read */
  async open(): Promise<Reply | null> {
    const reply = await this.#read()
    if (!isDone(reply)) return reply
    this.#stop ??= followStream(this.id, {
      event: (event) => this.#heard(event),
      connected: (is) => this.#connection(is),
      seenAgain: () => void this.#again(),
      cursor: () => this.#cursor,
    })
    window.addEventListener('online', this.#online)
    this.outbox.flush()
    return null
  }

  close(): void {
    this.#stop?.()
    this.#stop = undefined
    this.outbox.close()
    window.removeEventListener('online', this.#online)
  }

  readonly #online = () => this.outbox.flush()

  /** What is written here counts before what the service has. */
  part<K extends PartKind>(id: string, kind: K): PartOf<K> | undefined {
    return this.all(kind).find((one) => one.id === id)
  }

  all<K extends PartKind>(kind: K): PartOf<K>[] {
    const shown = partsOf(this.#parts.values(), kind).flatMap((part) => {
      const waiting = this.outbox.of(part.id)
      if (!waiting) return [part]
      return waiting.body === null ? [] : [{ ...part, body: waiting.body } as PartOf<K>]
    })
    const fresh = this.outbox.waiting.filter((one) => one.kind === kind && one.body && !this.#parts.has(one.id))
    return [...shown, ...fresh.map((one) => this.#unsaved(one.id, kind, one.body!) as PartOf<K>)]
  }

  #unsaved(id: string, kind: PartKind, body: Body): Part {
    const [me, now] = [this.me ?? 'me-myself', '9999-01-01T00:00:00.000Z']
    return { kind, id, version: 1, author: me, by: me, madeAt: now, savedAt: now, body } as Part
  }

  get meeting(): BodyOf<'meeting'> {
    return this.part(this.id, 'meeting')!.body
  }
  get self(): PartOf<'participant'> | undefined {
    return this.me === null ? undefined : this.part(this.me, 'participant')
  }
  get isLeader(): boolean {
    return this.self !== undefined && leads(this.self.body)
  }
  get isHost(): boolean {
    return this.self?.body.role === 'host'
  }
  get cards(): PartOf<'card'>[] {
    return inOrder(this.all('card'))
  }
  /** The card that shows what a question asks of protected figures, as the resource that answers it; null where none does. */
  shownBy(question: string): string | null {
    const card = this.cards.find(
      ({ body: { content } }) => content.kind === 'figure' && content.asks.includes(question),
    )
    return card ? `analysis-sessions/${this.id}/cards/${card.id}/answer` : null
  }
  notesAt(card: string | null): PartOf<'note'>[] {
    return inOrder(this.all('note')).filter(({ body }) => body.card === card)
  }
  nameOf(participant: string): string {
    return this.part(participant, 'participant')?.body.name ?? ''
  }

  /** Saves, now or when there is a connection again. */
  save<K extends PartKind>(kind: K, id: string, body: BodyOf<K>): void {
    this.#put(kind, id, body)
  }
  remove(kind: PartKind, id: string): void {
    this.#put(kind, id, null)
  }

  #put(kind: PartKind, id: string, body: Body | null): void {
    this.#steps.note({ kind, id, before: this.part(id, kind)?.body ?? null, after: body })
    this.outbox.put(kind, id, this.#versionOf(id), body)
  }

  /** A part that was taken away goes on counting where it was. */
  #versionOf = (id: string): number => this.#parts.get(id)?.version ?? this.#gone.get(id) ?? 0

  /** Puts an earlier text of a part back, over the version that was seen. */
  restore(kind: PartKind, id: string, seen: number, body: Body): void {
    this.#steps.note({ kind, id, before: this.part(id, kind)?.body ?? null, after: body })
    this.outbox.put(kind, id, seen, body)
  }

  get canUndo(): boolean {
    return this.#steps.any
  }

  /** Takes back what was written last here. @returns whether it could be: another may have gone on from it since */
  undo(): boolean {
    const step = this.#steps.take()
    if (!step) return false
    const there = this.part(step.id, step.kind)
    const isMine = there === undefined || there.by === this.me
    const isLeft = JSON.stringify(there?.body ?? null) === JSON.stringify(step.after)
    if (!isMine || !isLeft) {
      this.#changed()
      return false
    }
    this.outbox.put(step.kind, step.id, this.#versionOf(step.id), step.before)
    return true
  }
  change<K extends PartKind>(part: PartOf<K>, change: Partial<BodyOf<K>>): void {
    this.save(part.kind as K, part.id, { ...part.body, ...change } as BodyOf<K>)
  }

  /** Asks for something that is no part of the session; without a network, what it was when it was last asked for. */
  ask = async (method: string, resource: string, body?: unknown): Promise<Reply> => {
    const address = `analysis-sessions/${this.id}${resource && `/${resource}`}`
    const reply = await request(method, address, this.lang, body)
    this.isOut = reply.status === 401 || (this.isOut && isLost(reply))
    if (method !== 'GET') return reply
    if (isDone(reply)) void keepAnswer(this.#keptAs(resource), reply.body)
    const kept = isLost(reply) ? await keptAnswer(this.#keptAs(resource)) : null
    return kept ? { status: 200, body: kept.answer as Reply['body'], since: kept.at } : reply
  }

  #keptAs = (resource: string): string => `/api/v1/analysis-sessions/${this.id}/${resource}?lang=${this.lang}`

  #send({ kind, id, base, body }: { kind: PartKind; id: string; base: number; body: Body | null }): Promise<Reply> {
    const address = `${SEGMENTS[kind]}/${id}`
    return body === null ? this.ask('DELETE', `${address}?base=${base}`) : this.ask('PUT', address, { base, body })
  }

  async #read(): Promise<Reply> {
    this.#meanwhile.clear()
    const reply = await this.ask('GET', '')
    if (!isDone(reply)) return reply
    this.since = reply.since ?? null
    const answer = reply.body as unknown as MeetingAnswer
    this.#putRead(answer.parts)
    this.me = answer.me
    this.#cursor = Math.max(this.#cursor, answer.cursor)
    this.holds = answer.holds
    this.filled = answer.filled
    this.release = answer.release
    this.#changed()
    return reply
  }

  /** What was read, and whatever has come since it was asked for. */
  #putRead(parts: readonly Part[]): void {
    const newer = [...this.#meanwhile].flatMap((id) => this.#parts.get(id) ?? [])
    this.#parts.clear()
    for (const part of parts) if (part.version >= (this.#gone.get(part.id) ?? 0)) this.#parts.set(part.id, part)
    for (const part of newer)
      if ((this.#parts.get(part.id)?.version ?? 0) < part.version) this.#parts.set(part.id, part)
  }

  #connection(is: boolean): void {
    this.connected = is
    if (is) this.outbox.flush()
    if (is && this.since) void this.#again()
    this.#changed()
  }

  #heard({ name, data }: StreamEvent): void {
    if (name === 'gone') this.#leave()
    if (name === 'holds') this.holds = JSON.parse(data)
    if (name === 'change') this.#apply(JSON.parse(data))
    this.#changed()
  }

  #apply(change: Part & { seq: number; at: string; body: Body | null }): void {
    if (change.seq <= this.#cursor) return
    this.#cursor = change.seq
    this.#meanwhile.add(change.id)
    const { seq, at, body, ...rest } = change
    const before = this.#parts.get(change.id)
    if (body === null) {
      this.#parts.delete(change.id)
      this.#gone.set(change.id, change.version)
    } else if (!before || before.version < change.version)
      this.#parts.set(change.id, { ...rest, madeAt: before?.madeAt ?? at, savedAt: at, body } as Part)
    void this.#keepSeen()
    if (isAnotherSight(before, this.#parts.get(change.id))) void this.#again()
  }

  /** One reading at a time; what asks for one meanwhile has its own after it. */
  async #again(): Promise<void> {
    this.#isOld = true
    if (this.#reading) return
    this.#reading = true
    while (this.#isOld) {
      this.#isOld = false
      await this.#read()
    }
    this.#reading = false
    void this.#keepSeen()
  }

  #saved(saved: Part | null): void {
    const before = saved && this.#parts.get(saved.id)
    if (saved) this.#meanwhile.add(saved.id)
    if (saved && (!before || before.version <= saved.version)) this.#parts.set(saved.id, saved)
    if (saved) void this.#keepSeen()
    if (saved && isAnotherSight(before ?? undefined, saved)) void this.#again()
    this.#changed()
  }

  #leave(): void {
    this.gone = true
    void forgetKept()
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'))
  }

  /** What has been said since the session was read is kept as well; what comes while it is being kept, right after. */
  async #keepSeen(): Promise<void> {
    this.#isUnkept = true
    if (this.#isKeeping || this.since) return
    this.#isKeeping = true
    while (this.#isUnkept && !this.gone) {
      this.#isUnkept = false
      await keepAnswer(this.#keptAs(''), this.#seen())
    }
    this.#isKeeping = false
  }

  #seen(): MeetingAnswer {
    const { id, me, filled, release } = this
    return { id, me, cursor: this.#cursor, parts: [...this.#parts.values()], filled, holds: [], release }
  }
}

/** Whether a change shows or hides other things than itself: those have to be read anew. */
function isAnotherSight(before: Part | undefined, after: Part | undefined): boolean {
  const sight = (part: Part | undefined) => {
    if (part?.kind === 'card') {
      const { visibility, content } = part.body
      return `${visibility} ${'shown' in content && content.shown} ${content.kind === 'text' ? content.text : ''}`
    }
    if (part?.kind === 'meeting') return `${part.body.named} ${part.body.release}`
    return part?.kind === 'participant' ? `${part.body.role} ${part.body.muted}` : ''
  }
  const isNewText = after?.kind === 'card' && after.body.content.kind === 'text'
  return sight(before) !== sight(after) && (before !== undefined || isNewText)
}
