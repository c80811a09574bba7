import type { Indicator } from '../../../data/model/indicator.ts'
import type { Numbers } from './numbers.ts'

const MOST_DECIMALS = 6
/** More decimals than this nobody has written: they come out of a division. */
const MOST_WRITTEN = 4

/** How finely the values of each indicator are written, so that they are shown as finely. */
export class Written {
  readonly #decimals = new Map<string, number>()
  readonly #largest = new Map<string, number>()
  readonly #divided = new Set<string>()

  note(id: string, { value, decimals }: Numbers, told: number | null): void {
    if (told === null) return
    this.#largest.set(id, Math.max(Math.abs(told), this.#largest.get(id) ?? 0))
    if (value === null || decimals > MOST_WRITTEN) this.#divided.add(id)
    else this.#decimals.set(id, Math.max(decimals, this.#decimals.get(id) ?? 0))
  }

  /** The indicator with the decimals that its values have, in this file or in what was loaded before. */
  withDecimals(indicator: Indicator, before: Indicator | undefined): Indicator {
    const { id, kind } = indicator
    if (kind === 'yesno' || !this.#largest.has(id)) return indicator
    const written = this.#decimals.get(id) ?? 0
    const divided = this.#divided.has(id) ? enoughFor(this.#largest.get(id)!, kind) : 0
    const earlier = before?.source === 'Egna uppgifter' ? before.decimals : 0
    return { ...indicator, decimals: Math.min(MOST_DECIMALS, Math.max(written, divided, earlier)) }
  }
}

/** Decimals that tell values of that size apart: one for shares, two figures at least of what is smaller than one. */
function enoughFor(largest: number, kind: Indicator['kind']): number {
  if (kind === 'share' || largest === 0) return 1
  return Math.max(0, 1 - Math.floor(Math.log10(largest)))
}
