import type { Indicator } from '../model/indicator.ts'
import type { Municipality } from '../model/municipality.ts'
import type { Figure } from '../store/figure.ts'

type Sex = Figure['sex']

/** How large a part of the inhabitants a thing is counted on; first that matches, by title. */
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/^Invånare totalt/, 1],
  [/^Invånare 0-64/, 0.79],
  [/^Invånare 65\+/, 0.21],
  [/0-20/, 0.24],
  [/^Invånare 18\+/, 0.79],
  [/^Brukarbedömning (hemtjänst|särskilt boende)/, 0.006],
  [/^Brukarbedömning familjehem/, 0.0007],
  [/^Brukarbedömning/, 0.0018],
  [/försörjningshinder/, 0.013],
  [/^Biståndsmottagare.* antal$|biståndsmottagare/, 0.022],
  [/[Pp]lacerade/, 0.0035],
  [/socionom|anställda|socialsekreterare/, 0.0025],
  [/^(Väntetid|Ej återakt)/, 0.004],
]

/** Counts that stand for themselves, and shares and rates of all inhabitants. */
const OTHERWISE = { count: 0.003, other: 1 }

/** The part of the inhabitants that an indicator counts, or that it is a share of. */
export function partOf({ kind, title }: Indicator): number {
  const known = PARTS.find(([named]) => named.test(title.sv))?.[1]
  return known ?? (kind === 'count' ? OTHERWISE.count : OTHERWISE.other)
}

/** The one count that is the inhabitants themselves. */
export const isPopulation = ({ id }: Indicator): boolean => id === 'N01951'

/** What has been counted so far, for the shares and rates that stand on it. */
export class Bases {
  readonly #counted = new Map<string, number>()

  note({ id }: Indicator, sex: Sex, place: Municipality, year: number, value: number): void {
    this.#counted.set(keyOf(id, sex, place, year), value)
  }

  /** How many an indicator's value is counted on: those of its base, else an invented number that nobody publishes. */
  of(indicator: Indicator, sex: Sex, place: Municipality, year: number): number {
    if (indicator.base !== null) {
      return this.#counted.get(keyOf(indicator.base, sex, place, year)) ?? 0
    }
    const all = Math.round(place.population * partOf(indicator))
    if (sex === 'T') return all
    const women = Math.round(all / 2)
    return sex === 'K' ? women : all - women
  }
}

const keyOf = (indicator: string, sex: Sex, { code }: Municipality, year: number) =>
  `${indicator}|${sex}|${code}|${year}`
