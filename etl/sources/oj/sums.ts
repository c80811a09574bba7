import type { CellPlace, Teller } from './finding.ts'
import type { CellValue } from './value.ts'

type Sum<Key> = { key: Key; where: CellPlace; value: number | null; token: string | null }

/** Counts of the parts of municipalities, summed where the user has said so. With a part missing the sum is. */
export class Sums<Key> {
  readonly #sums = new Map<string, Sum<Key>>()
  readonly #tell: Teller

  constructor(tell: Teller) {
    this.#tell = tell
  }

  add(name: string, key: Key, where: CellPlace, { value, token }: CellValue): void {
    const before = this.#sums.get(name)
    if (value === null) this.#tell.warn(where, 'part-missing', ...MISSING)
    const isKnown = value !== null && before?.value !== null
    const sum = isKnown ? value + (before?.value ?? 0) : null
    this.#sums.set(name, { key, where, value: sum, token: sum === null ? (before?.token ?? token ?? '') : null })
  }

  /** What has been summed, once. */
  *taken(): Generator<{ key: Key; where: CellPlace; read: CellValue }> {
    for (const { key, where, value, token } of this.#sums.values())
      yield { key, where, read: { value, status: value === null ? 'missing' : null, token, fault: null } }
    this.#sums.clear()
  }
}

const MISSING: [string, string] = [
  'Delen saknar värde: kommunens summa läses som saknad.',
  'The part has no value: the sum of the municipality is read as missing.',
]
