type UnderWay<T> = { made: Promise<T>; askers: (() => boolean)[] }

/** What several ask for at the same time is made once, for all of them. */
export class Together<T> {
  readonly #underWay = new Map<string, UnderWay<T>>()

  /**
   * @param isWanted whether this asker still waits
   * @param make begins it; is given whether any asker still waits
   */
  once(key: string, isWanted: () => boolean, make: (isWanted: () => boolean) => Promise<T>): Promise<T> {
    const there = this.#underWay.get(key)
    there?.askers.push(isWanted)
    return there?.made ?? this.#begin(key, [isWanted], make)
  }

  #begin(key: string, askers: (() => boolean)[], make: (isWanted: () => boolean) => Promise<T>): Promise<T> {
    const made = make(() => askers.some((isWanted) => isWanted())).finally(() => this.#underWay.delete(key))
    this.#underWay.set(key, { made, askers })
    return made
  }
}
