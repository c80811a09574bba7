import type { Column } from '../../data/store/columns.ts'
import type { Row } from '../../data/store/duckdb.ts'
import { Problem } from '../problem.ts'
import type { Bound, Connection, Engine } from './engine.ts'

export type Limits = { seconds: number; concurrency: number }
type Work<T> = (connection: Connection) => Promise<T>

const LONGEST_QUEUE = 200

/**
 * Questions to one release's tables: each on a connection of its own from a small pool, each stopped when its time is out,
 * the rest waiting their turn.
 */
export class Questions {
  readonly #free: Connection[] = []
  readonly #waiting: (() => void)[] = []
  #running = 0

  readonly #engine: Engine
  readonly #limits: Limits

  constructor(engine: Engine, limits: Limits) {
    this.#engine = engine
    this.#limits = limits
  }

  /** @throws Problem `took-too-long` or `busy` */
  async rows<T = Row>(sql: string, bound?: Bound): Promise<T[]> {
    return this.#run((connection) => connection.rows<T>(sql, bound))
  }

  /** Rows of numbers, handed over column by column. @throws Problem `took-too-long` or `busy` */
  async each(sql: string, bound: Bound, take: (columns: Column[], row: number) => void): Promise<void> {
    return this.#run((connection) => connection.each(sql, bound, take))
  }

  async #run<T>(work: Work<T>): Promise<T> {
    await this.#turn()
    try {
      return await this.#onConnection(work)
    } finally {
      this.#running -= 1
      this.#waiting.shift()?.()
    }
  }

  async #onConnection<T>(work: Work<T>): Promise<T> {
    const connection = this.#free.pop() ?? (await this.#engine.connect())
    try {
      return await withinTime(connection, this.#limits.seconds, work)
    } finally {
      this.#free.push(connection)
    }
  }

  close(): void {
    for (const connection of this.#free) connection.close()
    this.#engine.close()
  }

  async #turn(): Promise<void> {
    if (this.#running >= this.#limits.concurrency) {
      if (this.#waiting.length >= LONGEST_QUEUE) throw busy
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    this.#running += 1
  }
}

async function withinTime<T>(connection: Connection, seconds: number, work: Work<T>): Promise<T> {
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    connection.interrupt()
  }, seconds * 1000)
  try {
    return await work(connection)
  } catch (error) {
    throw isLate ? tooLong(seconds) : error
  } finally {
    clearTimeout(timer)
  }
}

const busy = new Problem('busy', {
  sv: 'Vänta några sekunder och försök igen.',
  en: 'Wait a few seconds and try again.',
})

const tooLong = (seconds: number) =>
  new Problem('took-too-long', {
    sv: `Frågan avbröts efter ${seconds} sekunder. Fråga efter färre indikatorer eller kommuner.`,
    en: `The question was stopped after ${seconds} seconds. Ask for fewer indicators or municipalities.`,
  })
