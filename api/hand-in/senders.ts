import { Problem } from '../problem.ts'

const MOST_AT_ONCE = 8

/** Who is sending a file at this moment: at most one file an account, and few in all. */
export class Senders {
  readonly #sending = new Set<string>()

  /** Does the work as the account's only sender. @throws Problem `too-many-requests` */
  async one<T>(account: string, work: () => Promise<T>): Promise<T> {
    if (this.#sending.has(account) || this.#sending.size >= MOST_AT_ONCE) throw busy
    this.#sending.add(account)
    try {
      return await work()
    } finally {
      this.#sending.delete(account)
    }
  }
}

const busy = new Problem('too-many-requests', {
  sv: 'Det kommer redan en fil från dig, eller många från andra. Försök igen om en liten stund.',
  en: 'A file of yours is already coming, or many of others. Try again in a little while.',
})
