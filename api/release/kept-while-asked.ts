import { Kept } from './kept.ts'

/** Reads what is asked for and keeps it while it is asked for, up to so many bytes; many who ask at once read once. */
export class KeptWhileAsked<Value extends { bytes: number }> {
  readonly #kept: Kept<string, Value>
  readonly #underWay = new Map<string, Promise<Value>>()

  /** @param limit in bytes */
  constructor(limit: number) {
    this.#kept = new Kept(limit)
  }

  get bytes(): number {
    return this.#kept.bytes
  }

  async of(key: string, read: () => Promise<Value>): Promise<Value> {
    const kept = this.#kept.get(key)
    if (kept) return kept
    const reading = this.#underWay.get(key) ?? read()
    this.#underWay.set(key, reading)
    try {
      const value = await reading
      this.#kept.set(key, value, value.bytes)
      return value
    } finally {
      this.#underWay.delete(key)
    }
  }
}
