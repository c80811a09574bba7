import { setTimeout as sleep } from 'node:timers/promises'
import { ToldError } from '../../../data/told-error.ts'
import { say } from '../../language.ts'

/** A page of Kolada's v3 web API. */
export type WebPage = { count: number; values: unknown[]; next_url: string | null }

/** Kolada did not answer as it should, however often it was asked. */
class KoladaUnreachable extends ToldError {
  override name = 'KoladaUnreachable'
}

/** Most entries that a page may have. */
export const PER_PAGE = 5000
/** About five requests a second; a service on this machine needs no kindness. */
export const PAUSE_MS = 200
const ATTEMPTS = 8
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 60_000
const TIMEOUT_MS = 120_000

/** Asks one web API for pages, one at a time, gently, and again when it is too busy to answer. */
export class KoladaWeb {
  readonly #base: string
  readonly #pause: number
  #next = 0

  /** @param base address of the API, such as https://api.kolada.se/v3 */
  constructor(base: string) {
    this.#base = base.replace(/\/+$/, '')
    this.#pause = isLocal(base) ? 0 : PAUSE_MS
  }

  /** The address of a question below the API's own. */
  address(path: string, parameters: Record<string, string> = {}): string {
    const query = new URLSearchParams({ per_page: String(PER_PAGE), ...parameters })
    return `${this.#base}/${path}?${query}`
  }

  /** Fetches a page. @throws KoladaUnreachable when it refuses, or goes on failing */
  async page(address: string): Promise<WebPage> {
    this.#refuseElsewhere(address)
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#ask(address)
      if ('page' in answer) return answer.page
      if (!answer.again || attempt + 1 >= ATTEMPTS) throw new KoladaUnreachable(unreachable(answer.reason))
      await sleep(answer.waitMs ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt))
    }
  }

  async #ask(address: string): Promise<Answer> {
    await this.#takeTurn()
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' })
      if (response.ok) return pageIn(await response.json())
      const again = response.status === 429 || response.status >= 500
      return { again, reason: String(response.status), waitMs: retryAfter(response) }
    } catch (error) {
      return { again: true, reason: reasonOf(error) }
    }
  }

  async #takeTurn(): Promise<void> {
    const wait = this.#next - Date.now()
    if (wait > 0) await sleep(wait)
    this.#next = Date.now() + this.#pause
  }

  /** The next page is where the service says, but only at the service. */
  #refuseElsewhere(address: string): void {
    if (new URL(address).origin !== new URL(this.#base).origin) throw new KoladaUnreachable(unreachable('next_url'))
  }
}

type Answer = { page: WebPage } | { again: boolean; reason: string; waitMs?: number | undefined }

const isLocal = (base: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(base).hostname)

/** A page that is shorter than it says was cut off on the way: it is asked for again. */
function pageIn(body: unknown): Answer {
  const { count, values, next_url } = (body ?? {}) as Partial<WebPage>
  if (!Array.isArray(values) || (typeof count === 'number' && count !== values.length)) {
    return { again: true, reason: say('avkortad sida', 'truncated page') }
  }
  return { page: { count: values.length, values, next_url: next_url ?? null } }
}

/** Seconds, or a date. */
function retryAfter(response: Response): number | undefined {
  const header = response.headers.get('retry-after')
  if (!header) return undefined
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(wait) ? Math.min(LONGEST_WAIT_MS, Math.max(0, wait)) : undefined
}

function reasonOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string }; name: string }
  return cause?.code ?? name
}

const unreachable = (reason: string) =>
  say(
    `Kolada svarar inte som väntat (${reason}). Det som hämtats är sparat: kör samma kommando igen så fortsätter det.`,
    `Kolada does not answer as expected (${reason}). What was fetched is kept: run the same command again to go on.`,
  )
