import { Worker } from 'node:worker_threads'
import { Problem } from '../problem.ts'
import type { Given, Made, TaskName } from './tasks.ts'
import type { Order, Reply, Told } from './thread.ts'

/** How many threads, for how long one may be at a task, and how many tasks may wait for one. */
export type CrewLimits = { threads: number; seconds: number; queue: number }
type Job = Order & {
  done(made: Made<TaskName>): void
  fail(error: Error): void
  isWanted(): boolean
  clock?: NodeJS.Timeout
}

const THREAD = new URL('thread.mjs', import.meta.url)
const IDLE_MS = 60_000
const HEAP_MB = 1024
/** So long a thread may take to end by itself, when it was told to. */
const END_MS = 10_000

/**
 * Threads that do what takes long, so that whoever asks for something short never waits for it. They are begun when
 * there is something to do and ended when there has been nothing for a minute.
 */
export class Crew {
  readonly #limits: CrewLimits
  /** Each with the clock that ends its rest. */
  readonly #free = new Map<Worker, NodeJS.Timeout>()
  readonly #busy = new Map<Worker, Job>()
  #waiting: Job[] = []
  #isClosed = false

  constructor(limits: CrewLimits) {
    this.#limits = limits
  }

  /**
   * @param isWanted whether anybody still waits for it: what nobody wants is not begun
   * @throws Problem `busy` where too much waits already, `took-too-long` where it is not done in time
   */
  async do<N extends TaskName>(name: N, given: Given<N>, isWanted = () => true): Promise<Made<N>> {
    if (this.#isClosed || this.#isFull()) throw busy
    const made = await new Promise<Made<TaskName>>((done, fail) => {
      this.#waiting.push({ name, given, done, fail, isWanted })
      this.#next()
    })
    return made as Made<N>
  }

  /** Ends all threads; what they were at fails. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const { fail } of this.#waiting.splice(0)) fail(busy)
    for (const clock of this.#free.values()) clearTimeout(clock)
    await Promise.all([...this.#free.keys(), ...this.#busy.keys()].map(ended))
  }

  /** Whether a thread is there that does nothing: to begin one takes half a second, to wait for one may take many. */
  get isResting(): boolean {
    return this.#free.size > 0
  }

  #isFull(): boolean {
    this.#waiting = this.#waiting.filter((job) => job.isWanted() || job.fail(busy))
    return this.#waiting.length >= this.#limits.queue
  }

  #next(): void {
    if (this.#busy.size >= this.#limits.threads) return
    const job = this.#waiting.shift()
    if (job) this.#give(this.#rested() ?? this.#hire(), job)
  }

  #give(worker: Worker, job: Job): void {
    const { seconds } = this.#limits
    this.#busy.set(worker, job)
    job.clock = setTimeout(() => this.#dismiss(worker, tooLong(seconds)), seconds * 1000)
    worker.ref()
    worker.postMessage({ name: job.name, given: job.given })
  }

  #hire(): Worker {
    const worker = new Worker(THREAD, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    worker.on('message', (reply: Reply) => this.#finish(worker, reply))
    worker.on('error', (error) => this.#dismiss(worker, isOutOfMemory(error) ? tooLarge : error))
    worker.on('exit', () => this.#dismiss(worker, new Error('a thread ended in the middle of its task')))
    return worker
  }

  #finish(worker: Worker, reply: Reply): void {
    if (!this.#busy.has(worker)) return
    const job = this.#release(worker)
    if ('made' in reply) job?.done(reply.made)
    else job?.fail('problem' in reply ? new Problem(...reply.problem) : new Error(reply.fault))
    this.#rest(worker)
    this.#next()
  }

  #rest(worker: Worker): void {
    worker.unref()
    this.#free.set(worker, setTimeout(() => this.#letGo(worker), IDLE_MS).unref())
  }

  /** The thread that was at something last, so that the others come to their end. */
  #rested(): Worker | undefined {
    const worker = [...this.#free.keys()].at(-1)
    if (worker) this.#wake(worker)
    return worker
  }

  #wake(worker: Worker): void {
    clearTimeout(this.#free.get(worker))
    this.#free.delete(worker)
  }

  #letGo(worker: Worker): void {
    this.#wake(worker)
    void ended(worker)
  }

  /** Ends a thread, and what it was at fails. */
  #dismiss(worker: Worker, why: Error): void {
    this.#wake(worker)
    this.#release(worker)?.fail(why)
    void ended(worker)
    this.#next()
  }

  #release(worker: Worker): Job | undefined {
    const job = this.#busy.get(worker)
    clearTimeout(job?.clock)
    this.#busy.delete(worker)
    return job
  }
}

/** Tells a thread to end. It is not ended from without, unless it takes too long: in the middle of a question that ends the process. */
function ended(worker: Worker): Promise<void> {
  if (worker.threadId < 0) return Promise.resolve()
  return new Promise((resolve) => {
    const clock = setTimeout(() => void worker.terminate(), END_MS)
    worker.once('exit', () => {
      clearTimeout(clock)
      resolve()
    })
    worker.postMessage('end' satisfies Told)
  })
}

const busy = new Problem('busy', {
  sv: 'Många stora svar görs just nu. Vänta några sekunder och försök igen.',
  en: 'Many large answers are being made just now. Wait a few seconds and try again.',
})

const isOutOfMemory = (error: NodeJS.ErrnoException) => error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const tooLarge = new Problem('took-too-long', {
  sv: 'Svaret är för stort för att göras på en gång. Fråga efter färre indikatorer eller kommuner.',
  en: 'The answer is too large to be made at once. Ask for fewer indicators or municipalities.',
})

const tooLong = (seconds: number) =>
  new Problem('took-too-long', {
    sv: `Svaret blev inte klart på ${seconds} sekunder. Fråga efter färre indikatorer eller kommuner.`,
    en: `The answer was not done within ${seconds} seconds. Ask for fewer indicators or municipalities.`,
  })
