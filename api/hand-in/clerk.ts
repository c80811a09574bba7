import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { Settings } from '../../data/settings.ts'
import { isWorkLeft } from '../../data/workspace/upload-work.ts'
import type { Holder } from '../workspace/holder.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const SCRIPT = fileURLToPath(new URL('../../etl/hand-in/main.ts', import.meta.url))
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

/**
 * Sees to it that somebody checks and publishes what was handed in: a process of its own, begun when there is something to
 * do and ended when there is not. This process never reads a file that was handed in.
 */
export class Clerk {
  readonly #settings: Settings
  readonly #holder: Holder
  readonly #log: Logger
  readonly #tellFirst: (() => void) | null
  #child: ChildProcess | null = null
  #pause = FIRST_PAUSE_MS
  #timer: NodeJS.Timeout | undefined
  #isDismissed = false

  /** @param tellFirst where another process of the service does this work: how to tell it that there is some */
  constructor(settings: Settings, holder: Holder, log: Logger, tellFirst: (() => void) | null = null) {
    this.#settings = settings
    this.#holder = holder
    this.#log = log
    this.#tellFirst = tellFirst
  }

  /** Takes up what an earlier run left, if there is anything. */
  async takeUp(): Promise<void> {
    if (this.#tellFirst) return
    try {
      const { read } = await this.#holder.workspace()
      if (!this.#isDismissed && (await isWorkLeft(read))) this.call()
    } catch {
      // without a workspace there is nothing that was handed in
    }
  }

  /** There is something to do. */
  call(): void {
    if (this.#tellFirst) this.#tellFirst()
    else if (!this.#child && !this.#isDismissed) this.#begin()
  }

  #begin(): void {
    clearTimeout(this.#timer)
    const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT], {
      cwd: PROJECT,
      env: this.#environment(),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child = child
    child.once('error', (error) =>
      this.#log.error({ reason: error.message }, 'cannot begin to check what was handed in'),
    )
    child.once('close', (code) => this.#ended(code))
  }

  /** Ends the process; what it was at is taken up at the next start. */
  async dismiss(): Promise<void> {
    this.#isDismissed = true
    clearTimeout(this.#timer)
    const child = this.#child
    if (!child || child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGTERM')
    await ended
  }

  #ended(code: number | null): void {
    this.#child = null
    this.#pause = code === 0 ? FIRST_PAUSE_MS : Math.min(this.#pause * 2, LONGEST_PAUSE_MS)
    this.#timer = setTimeout(() => void this.takeUp(), this.#pause).unref()
  }

  #environment(): NodeJS.ProcessEnv {
    const own = Object.entries(this.#settings).map(([name, value]) => [name, wordOf(value)])
    return { ...process.env, ...Object.fromEntries(own) }
  }
}

const wordOf = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
