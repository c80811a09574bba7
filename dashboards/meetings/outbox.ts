import type { Body, Part, PartKind } from '../../data/model/meetings/part.ts'
import { isLost, type Reply } from './request.ts'

/** Something written that the service has not taken yet. */
export type Waiting = {
  kind: PartKind
  id: string
  /** The version that it was written over. */
  base: number
  /** Null where the part is to be taken away. */
  body: Body | null
  /** What was sent last and may have arrived without the answer coming back. */
  sent: Body | null
}

/** Two have changed the same: mine was not saved, theirs stands. */
export type Conflict = { kind: PartKind; id: string; mine: Body | null; theirs: Part | null; version: number }
/** The service has said no; the words are kept until their writer lets go of them. */
export type Refused = { kind: PartKind; id: string; body: Body | null; reason: string }
export type Kept = { waiting: Waiting[]; conflicts: Conflict[]; refused: Refused[] }

type Options = {
  /** Id of the own participant. */
  me(): string | null
  send(waiting: Waiting): Promise<Reply>
  keep(kept: Kept): void
  /** Told after every change of what waits, and with each part that the service has taken. */
  changed(saved: Part | null): void
}

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 15_000

/**
 * Keeps what is written until the service has said yes, in memory and wherever `keep` puts it, and sends it again as often as
 * it takes. One save of a part is under way at a time; what is written meanwhile goes with the next.
 */
export class Outbox {
  readonly #options: Options
  readonly #waiting = new Map<string, Waiting>()
  readonly #under = new Set<string>()
  #conflicts: Conflict[] = []
  #refused: Refused[] = []
  #pause = FIRST_PAUSE_MS
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: Options, kept?: Kept) {
    this.#options = options
    for (const one of kept?.waiting ?? []) this.#waiting.set(one.id, one)
    this.#conflicts = kept?.conflicts ?? []
    this.#refused = kept?.refused ?? []
  }

  get waiting(): readonly Waiting[] {
    return [...this.#waiting.values()]
  }
  get conflicts(): readonly Conflict[] {
    return this.#conflicts
  }
  get refused(): readonly Refused[] {
    return this.#refused
  }

  of = (id: string): Waiting | undefined => this.#waiting.get(id)

  /** Puts a change in line; one that waits already takes its words. @param base the version that was seen */
  put(kind: PartKind, id: string, base: number, body: Body | null): void {
    const before = this.#waiting.get(id)
    this.#waiting.set(id, before ? { ...before, body } : { kind, id, base, body, sent: null })
    this.#note()
    void this.#send(id)
  }

  /** Sends what waits at once, as when the connection is back. */
  flush(): void {
    clearTimeout(this.#timer)
    for (const id of this.#waiting.keys()) void this.#send(id)
  }

  settleConflict(id: string): void {
    this.#conflicts = this.#conflicts.filter((one) => one.id !== id)
    this.#note()
  }

  letGo(id: string): void {
    this.#refused = this.#refused.filter((one) => one.id !== id)
    this.#note()
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  async #send(id: string): Promise<void> {
    const waiting = this.#waiting.get(id)
    if (!waiting || this.#under.has(id)) return
    this.#under.add(id)
    const { sent, body } = waiting
    const reply = await this.#options.send(waiting)
    this.#under.delete(id)
    const now = this.#waiting.get(id)
    if (now) this.#settle({ ...now, sent: body ?? sent }, waiting, reply)
  }

  #settle(now: Waiting, asked: Waiting, reply: Reply): void {
    // Who has been signed out loses no word: it goes when somebody signs in again.
    const isToWait = isLost(reply) || reply.status === 401
    if (!isToWait) this.#pause = FIRST_PAUSE_MS
    if (isToWait) this.#wait(now)
    else if (reply.status === 409 && 'version' in reply.body) this.#stale(now, asked, reply)
    else if (reply.status >= 400) this.#refuse(now, reply)
    else this.#taken(now, asked, reply.body.part as Part)
  }

  #wait(now: Waiting): void {
    this.#waiting.set(now.id, now)
    this.#note()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), this.#pause)
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS)
  }

  #taken(now: Waiting, asked: Waiting, part: Part): void {
    if (now.body === asked.body) this.#waiting.delete(now.id)
    else this.#waiting.set(now.id, { ...now, base: part.version, sent: null })
    this.#note(asked.body === null ? null : part)
    if (now.body !== asked.body) void this.#send(now.id)
  }

  /** What stands there may be my own earlier words, whose answer was lost: then I go on from them. */
  #stale(now: Waiting, asked: Waiting, reply: Reply): void {
    const theirs = (reply.body.current as Part | null) ?? null
    const version = Number(reply.body.version)
    const isMine = theirs?.by === this.#options.me() && same(theirs?.body, asked.sent)
    if (isMine) {
      this.#waiting.set(now.id, { ...now, base: version })
      void this.#send(now.id)
      return
    }
    this.#waiting.delete(now.id)
    const isSame = same(theirs?.body ?? null, now.body)
    if (!isSame) this.#conflicts = [...this.#conflicts, { kind: now.kind, id: now.id, mine: now.body, theirs, version }]
    this.#note(theirs)
  }

  #refuse(now: Waiting, reply: Reply): void {
    this.#waiting.delete(now.id)
    const reason = String(reply.body.detail ?? reply.status)
    this.#refused = [...this.#refused.filter(({ id }) => id !== now.id), { ...now, reason }]
    this.#note()
  }

  #note(saved: Part | null = null): void {
    this.#options.keep({ waiting: [...this.waiting], conflicts: this.#conflicts, refused: this.#refused })
    this.#options.changed(saved)
  }
}

/** Alike whatever the order of their fields. */
function same(a: unknown, b: unknown): boolean {
  const ordered = (value: unknown): unknown =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([key, one]) => [key, ordered(one)]),
        )
      : value
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}
