import { asi } from '../../data/instruments/asi.ts'
import { ASI_COLUMNS } from '../../data/instruments/asi-columns.ts'
import type { Instrument } from '../../data/instruments/definition.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { type Random, randomFrom } from '../../data/sample/random.ts'

/** How often each code of a dimension occurs, in the catalogue's order: a few common ones and a tail of rare ones. */
const WEIGHTS: Record<string, number[]> = {
  kon: [30, 69, 1],
  aldersgrupp: [12, 25, 24, 21, 13, 5],
  dominerande_preparat: [40, 12, 12, 4, 7, 5, 6, 10, 3, 1],
  insats: [45, 15, 20, 8, 8, 4],
  boende: [50, 12, 10, 12, 12, 4],
  forsorjning: [20, 6, 20, 40, 9, 5],
}

/** Everything by which the catalogue breaks down. */
export const DIMENSIONS = asi.dimensions.map(({ id }) => id)

/**
 * Invented clients of one municipality's year whose attributes and ratings are drawn apart from one another: whatever an
 * attacker learns of one of them, the answers gave away. Each has one baseline.
 */
export function clients(seed: string, municipality: string, year: number, persons: number): ClientRow[] {
  const random = randomFrom(`${seed} ${municipality} ${year}`)
  return Array.from({ length: persons }, (_, i) => ({
    ...EMPTY,
    pseudo_id: inLetters(`${municipality}-${year}-${String(i).padStart(5, '0')}`),
    kommun: municipality,
    manad: `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`,
    intervju: 'grund',
    ...Object.fromEntries(asi.dimensions.map(({ id, categories }) => [id, pick(random, categories, WEIGHTS[id]!)])),
    ...Object.fromEntries(RATINGS.map((column) => [column, rating(random)])),
  }))
}

/** Digits as letters, so that no pseudonym has the shape of a personal identity number. */
export function inLetters(text: string): string {
  return text.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)
}

const EMPTY: ClientRow = Object.fromEntries(ASI_COLUMNS.map(({ id }) => [id, null]))

const RATINGS = ASI_COLUMNS.map(({ id }) => id).filter((id) => id.endsWith('_skattning'))

/** 0–9: four in ten have at least a moderate problem, a third none. */
function rating(random: Random): number {
  const part = random()
  if (part < 0.33) return Math.floor(random() * 2)
  return part < 0.6 ? 2 + Math.floor(random() * 2) : 4 + Math.floor(random() * 6)
}

export function pick(random: Random, categories: readonly { id: string }[], weights: readonly number[]): string {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
  const at = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return categories[Math.max(0, at)]!.id
}

/** An extract file of the rows. */
export function csvOf(rows: readonly ClientRow[], instrument: Instrument = asi): string {
  const columns = instrument.columns.map(({ id }) => id)
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => cells.join(';'))
    .join('\n')
}
