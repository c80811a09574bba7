type Held<Value> = { value: Value; bytes: number }

/** Keeps the most recently used values, up to so many bytes in all. What alone is larger is not kept. */
export class Kept<Key, Value> {
  readonly #held = new Map<Key, Held<Value>>()
  readonly #limit: number
  readonly #letGo: (value: Value) => void
  #bytes = 0

  /** @param letGo what is done with a value that is kept no longer */
  constructor(limit: number, letGo: (value: Value) => void = () => {}) {
    this.#limit = limit
    this.#letGo = letGo
  }

  /** How many bytes are kept now, about. */
  get bytes(): number {
    return this.#bytes
  }

  get(key: Key): Value | undefined {
    const held = this.#held.get(key)
    if (!held) return undefined
    this.#held.delete(key)
    this.#held.set(key, held)
    return held.value
  }

  set(key: Key, value: Value, bytes: number): void {
    this.delete(key)
    if (bytes > this.#limit) return
    this.#held.set(key, { value, bytes })
    this.#bytes += bytes
    for (const oldest of this.#held.keys()) {
      if (this.#bytes <= this.#limit) return
      this.delete(oldest)
    }
  }

  delete(key: Key): void {
    const held = this.#held.get(key)
    if (!held) return
    this.#held.delete(key)
    this.#bytes -= held.bytes
    this.#letGo(held.value)
  }

  clear(): void {
    for (const key of this.#held.keys()) this.delete(key)
  }
}
