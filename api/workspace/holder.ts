import { statSync } from 'node:fs'
import type { Logger } from 'pino'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { WorkspaceFault } from '../../data/workspace/fault.ts'
import type { Place, Workspace } from '../../data/workspace/workspace.ts'
import { Problem } from '../problem.ts'

const TRY_AGAIN_MS = 5000
const FAREWELL_MS = 10_000

/**
 * Holds the workspace open for whoever needs it. It is opened beside everything else: what is open to all is answered without
 * it, also where it cannot be opened; that is tried again for who asks later.
 */
export class Holder {
  readonly #place: Place
  readonly #log: Logger
  #opening: Promise<Workspace>
  #failedAt = 0
  /** Which file was opened: a restored backup puts another in its place. */
  #file = 0

  constructor(place: Place, log: Logger) {
    this.#place = place
    this.#log = log
    this.#opening = this.#open()
  }

  /** @throws Problem `no-workspace` in words where it cannot be opened */
  async workspace(): Promise<Workspace> {
    if (this.#failedAt > 0 && Date.now() - this.#failedAt > TRY_AGAIN_MS) this.#opening = this.#open()
    else if (this.#isReplaced()) this.#reopen()
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

  #isReplaced(): boolean {
    const file = fileNumber(this.#place)
    return this.#file !== 0 && file !== 0 && file !== this.#file
  }

  /** What is under way with the former file is given time to end. */
  #reopen(): void {
    const former = this.#opening
    this.#opening = this.#open()
    setTimeout(() => void former.then((workspace) => workspace.close()).catch(() => {}), FAREWELL_MS).unref()
  }

  #open(): Promise<Workspace> {
    this.#failedAt = 0
    this.#file = 0
    const opening = openWorkspace(this.#place)
    opening.then(
      () => {
        this.#file = fileNumber(this.#place)
      },
      () => {},
    )
    opening.catch((error: Error) => {
      this.#failedAt = Date.now()
      this.#log.error({ reason: error.message }, 'cannot open the workspace; what is open to all is served')
    })
    return opening
  }
}

/** The number that the system gives the workspace's file; 0 where there is none, or a PostgreSQL in its place. */
function fileNumber({ home, database }: Place): number {
  return database === '' ? (statSync(home.workspace, { throwIfNoEntry: false })?.ino ?? 0) : 0
}

/** What a caller is told when the workspace fails; what nobody foresaw is left to the log. */
export function problemOf(error: unknown): unknown {
  if (!(error instanceof WorkspaceFault)) return error
  return new Problem('no-workspace', {
    sv: 'Inloggning och inlämning går inte att nå just nu. Öppna jämförelser fungerar. Den som sköter tjänsten ser orsaken i loggen.',
    en: 'Sign-in and handing in cannot be reached just now. Open comparisons work. Who runs the service sees why in the log.',
  })
}
