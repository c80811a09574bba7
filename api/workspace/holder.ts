import type { Logger } from 'pino'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { WorkspaceFault } from '../../data/workspace/fault.ts'
import type { Place, Workspace } from '../../data/workspace/workspace.ts'
import { Problem } from '../problem.ts'

const TRY_AGAIN_MS = 5000

/**
 * Holds the workspace open for whoever needs it. It is opened beside everything else: what is open to all is answered without
 * it, also where it cannot be opened; that is tried again for who asks later.
 */
export class Holder {
  readonly #place: Place
  readonly #log: Logger
  #opening: Promise<Workspace>
  #failedAt = 0

  constructor(place: Place, log: Logger) {
    this.#place = place
    this.#log = log
    this.#opening = this.#open()
  }

  /** @throws Problem `no-workspace` in words where it cannot be opened */
  async workspace(): Promise<Workspace> {
    if (this.#failedAt > 0 && Date.now() - this.#failedAt > TRY_AGAIN_MS) this.#opening = this.#open()
    try {
      return await this.#opening
    } catch (error) {
      throw problemOf(error)
    }
  }

  async close(): Promise<void> {
    const workspace = await this.#opening.catch(() => null)
    await workspace?.close()
  }

  #open(): Promise<Workspace> {
    this.#failedAt = 0
    const opening = openWorkspace(this.#place)
    opening.catch((error: Error) => {
      this.#failedAt = Date.now()
      this.#log.error({ reason: error.message }, 'cannot open the workspace; what is open to all is served')
    })
    return opening
  }
}

/** What a caller is told when the workspace fails; what nobody foresaw is left to the log. */
export function problemOf(error: unknown): unknown {
  if (!(error instanceof WorkspaceFault)) return error
  return new Problem('no-workspace', {
    sv: 'Inloggning och inlämning går inte att nå just nu. Öppna jämförelser fungerar. Den som sköter tjänsten ser orsaken i loggen.',
    en: 'Sign-in and handing in cannot be reached just now. Open comparisons work. Who runs the service sees why in the log.',
  })
}
