import type { Logger } from 'pino'
import type { Localized } from '../../data/model/localized.ts'
import { Problem } from '../problem.ts'
import type { OpenRelease } from './open-release.ts'

/** A release held open for one request; `done` must be called once. `warning`: why it is not the one that should be served. */
export type Lease = { release: OpenRelease | null; warning: Localized | null; done(): void }

type Held = { release: OpenRelease; readers: number; retired: boolean }
type Open = (id: string) => Promise<OpenRelease>

/** Releases held open beside the one in service: each takes memory. */
const MOST_OPEN = 2

/** Earlier releases, opened when somebody reads from them by their id, the least recently read closed first. */
export class Archive {
  readonly #held = new Map<string, Promise<Held>>()
  readonly #open: Open
  readonly #log: Logger

  constructor(open: Open, log: Logger) {
    this.#open = open
    this.#log = log
  }

  /** @throws Problem `invalid-question` where there is no such release, or it is damaged */
  async lease(id: string): Promise<Lease> {
    const opening = this.#held.get(id) ?? this.#opening(id)
    this.#held.delete(id)
    this.#held.set(id, opening)
    const held = await opening.catch((error: Error) => this.#refuse(id, error))
    held.readers += 1
    this.#makeRoom(id)
    return { release: held.release, warning: null, done: () => this.#leave(held) }
  }

  close(): void {
    for (const opening of this.#held.values()) void opening.then((held) => this.#retire(held)).catch(() => {})
    this.#held.clear()
  }

  async #opening(id: string): Promise<Held> {
    return { release: await this.#open(id), readers: 0, retired: false }
  }

  #refuse(id: string, { message }: Error): never {
    this.#held.delete(id)
    this.#log.warn({ release: id, reason: message }, 'cannot read earlier release')
    throw noSuchRelease(id)
  }

  #makeRoom(wanted: string): void {
    for (const [id, opening] of this.#held) {
      if (this.#held.size <= MOST_OPEN) return
      if (id === wanted) continue
      this.#held.delete(id)
      void opening.then((held) => this.#retire(held)).catch(() => {})
    }
  }

  #retire(held: Held): void {
    held.retired = true
    if (held.readers === 0) held.release.close()
  }

  #leave(held: Held): void {
    held.readers -= 1
    if (held.retired && held.readers === 0) held.release.close()
  }
}

const noSuchRelease = (id: string) =>
  new Problem(
    'invalid-question',
    {
      sv: `Utgåvan ${id} finns inte här. De som finns står i /api/v1/releases.`,
      en: `The release ${id} is not here. Those that are stand in /api/v1/releases.`,
    },
    [{ path: 'release', message: { sv: 'Utgåvan finns inte.', en: 'There is no such release.' } }],
  )
