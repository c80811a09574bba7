import cluster, { type Worker } from 'node:cluster'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const API = fileURLToPath(new URL('../api/main.ts', import.meta.url))
/** Most of what an answer leaves is gone at once: little room for what is new is enough. */
const EXEC_ARGV = ['--max-semi-space-size=4', '--import', 'tsx']
const FIRST = 1
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

/**
 * The API's processes, which share one port and serve one release. The first does what is to be done once for all of them;
 * the others begin when it listens. One that ends without having been asked to is replaced. Where the first never comes to
 * listen, as on a port that is taken, all is over.
 */
export class Processes {
  readonly #count: number
  readonly #environment: Record<string, string>
  readonly #running = new Map<number, Worker>()
  /** Those that listen. One that does not yet may not hear a word either, and has nothing to finish. */
  readonly #listening = new Set<Worker>()
  #pause = FIRST_PAUSE_MS
  #hasServed = false
  #stops = 0
  #end: (code: number) => void = () => {}

  /** @param environment what they are told besides our own */
  constructor(count: number, environment: Record<string, string>) {
    this.#count = count
    this.#environment = environment
  }

  /** @returns the exit code, once all have ended */
  run(): Promise<number> {
    // With one process there is nothing to deal out: it takes its connections itself.
    cluster.schedulingPolicy = this.#count === 1 ? cluster.SCHED_NONE : cluster.SCHED_RR
    cluster.setupPrimary({ exec: API, args: [], execArgv: EXEC_ARGV, cwd: PROJECT })
    return new Promise((resolve) => {
      this.#end = resolve
      this.#begin(FIRST)
    })
  }

  /** Asks all to answer what is under way and end; asked again, ends them at once. */
  stop(): void {
    this.#stops += 1
    for (const process of this.#running.values()) {
      if (this.#stops > 1 || !this.#listening.has(process)) process.process.kill('SIGTERM')
      else if (process.isConnected()) process.send('stop')
    }
  }

  #begin(place: number): void {
    const process = cluster.fork({ ...this.#environment, API_PLACE: String(place) })
    this.#running.set(place, process)
    process.once('listening', () => this.#listens(process))
    // Whoever takes in a file tells the first, which has it checked.
    process.on('message', (word) => void this.#running.get(FIRST)?.send(word))
    process.once('exit', (code) => {
      const wasStarting = !this.#listening.delete(process)
      this.#ended(place, this.#stops > 0 && wasStarting ? 0 : (code ?? 1))
    })
  }

  #listens(process: Worker): void {
    this.#listening.add(process)
    this.#pause = FIRST_PAUSE_MS
    if (this.#hasServed) return
    this.#hasServed = true
    for (let place = FIRST + 1; place <= this.#count; place++) this.#begin(place)
  }

  #ended(place: number, code: number): void {
    this.#running.delete(place)
    if (this.#hasServed && this.#stops === 0) this.#replace(place, code)
    else if (this.#running.size === 0) this.#end(code)
  }

  #replace(place: number, code: number): void {
    console.error(
      `API-process ${place} tog slut (${code}) och ersätts. / API process ${place} ended (${code}) and is replaced.`,
    )
    setTimeout(() => {
      if (this.#stops === 0) this.#begin(place)
      else if (this.#running.size === 0) this.#end(0)
    }, this.#pause)
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS)
  }
}
