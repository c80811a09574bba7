/** Keeps the most recently used values, at most so many. */
export class MostRecent<Key, Value> {
  readonly #kept = new Map<Key, Value>()
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  get(key: Key): Value | undefined {
    const value = this.#kept.get(key)
    if (value !== undefined) this.#touch(key, value)
    return value
  }

  set(key: Key, value: Value): void {
    this.#touch(key, value)
    if (this.#kept.size > this.#limit) this.#kept.delete(this.#kept.keys().next().value!)
  }

  delete(key: Key): void {
    this.#kept.delete(key)
  }

  /** The kept value, or the one that is made now and kept. */
  of(key: Key, make: () => Value): Value {
    const kept = this.get(key)
    if (kept !== undefined) return kept
    const made = make()
    this.set(key, made)
    return made
  }

  #touch(key: Key, value: Value): void {
    this.#kept.delete(key)
    this.#kept.set(key, value)
  }
}
