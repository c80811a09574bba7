import type { Choice } from '../../data/instruments/cells.ts'
import type { Instrument } from '../../data/instruments/definition.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { type Random, randomFrom } from '../../data/sample/random.ts'

/** By person and dimension the category, or null where the attacker does not know it. */
export type Knowledge = Record<string, string | null>[]

/** What a colleague knows of everyone. */
const SEEN = ['kon', 'aldersgrupp', 'dominerande_preparat', 'modul']

/** Everyone's age group, sex and main drug (or module), and half of everything else. */
export function knowsHalf(
  rows: readonly ClientRow[],
  { dimensions }: Instrument,
  random: Random = randomFrom('half'),
): Knowledge {
  return rows.map((row) =>
    Object.fromEntries(
      dimensions.map(({ id }) => [id, SEEN.includes(id) || random() < 0.5 ? (row[id] as string) : null]),
    ),
  )
}

/** Everything but the attribute that is sought. */
export function knowsAll(rows: readonly ClientRow[], { dimensions }: Instrument): Knowledge {
  return rows.map((row) => Object.fromEntries(dimensions.map(({ id }) => [id, row[id] as string])))
}

/** How surely each person is in a cell: unknown attributes as common as among those who are known. */
export function membership(knowledge: Knowledge, choices: readonly Choice[]): Float64Array {
  const frequencies = choices.map(({ dimension, category }) => {
    const known = knowledge.filter((person) => person[dimension] !== null)
    return known.filter((person) => person[dimension] === category).length / Math.max(1, known.length)
  })
  return Float64Array.from(knowledge, (person) =>
    choices.reduce((sure, { dimension, category }, i) => {
      const own = person[dimension]
      return sure * (own === null ? frequencies[i]! : own === category ? 1 : 0)
    }, 1),
  )
}
