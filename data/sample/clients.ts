import type { Random } from './random.ts'

/** A row of an extract by column id: a code or number, null where not answered, `'N'` where it does not apply. */
export type ClientRow = Record<string, string | number | null>

/** Which invented clients are wanted. */
export interface ClientsWanted {
  seed: number
  /** Municipality codes. */
  municipalities: readonly string[]
  years: readonly number[]
  /** New clients (ASI) or children with a follow-up (UBU) a year: the same everywhere, or by municipality. */
  perYear: number | ((municipality: string) => number)
}

export function sizeIn(municipality: string, { perYear }: ClientsWanted): number {
  return typeof perYear === 'number' ? perYear : Math.round(perYear(municipality))
}

/** One of the codes, by weights written `code:weight`. */
export function chosen(random: Random, weights: string): string {
  const options = weights.split(' ').map((option) => option.split(':') as [string, string])
  let left = random() * options.reduce((sum, [, weight]) => sum + Number(weight), 0)
  for (const [code, weight] of options) {
    left -= Number(weight)
    if (left < 0) return code
  }
  return options[0]?.[0] as string
}

/** A number as a whole step of a scale. */
export function step(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, Math.round(value)))
}

export function yes(random: Random, chance: number): 0 | 1 {
  return random() < chance ? 1 : 0
}

export function monthOf(year: number, month: number): string {
  const months = year * 12 + month
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** Leaves some of the answers out, as people do. The columns that are always there stay. */
export function withGaps(random: Random, row: ClientRow, kept: readonly string[], chance: number): ClientRow {
  for (const column of Object.keys(row)) {
    if (!kept.includes(column) && random() < chance) row[column] = null
  }
  return row
}
