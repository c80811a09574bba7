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
  readonly #underWay = new Map<Connection, Promise<unknown>>()
  #running = 0
  #isStopped = false

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
      if (this.#isStopped) throw busy
      return await this.#onConnection(work)
    } finally {
      this.#running -= 1
      this.#waiting.shift()?.()
    }
  }

  async #onConnection<T>(work: Work<T>): Promise<T> {
    const connection = this.#free.pop() ?? (await this.#engine.connect())
    try {
      const asked = withinTime(connection, this.#limits.seconds, work)
      this.#underWay.set(connection, asked)
      return await asked
    } finally {
      this.#underWay.delete(connection)
      this.#free.push(connection)
    }
  }

  /** Interrupts what is asked now, and asks nothing more. @returns when the database is at nothing */
  async stop(): Promise<void> {
    this.#isStopped = true
    while (this.#underWay.size > 0) {
      for (const connection of this.#underWay.keys()) connection.interrupt()
      await Promise.allSettled(this.#underWay.values())
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
