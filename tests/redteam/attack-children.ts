import { cellsOf } from '../../data/instruments/cells.ts'
import { ubu } from '../../data/instruments/ubu.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import type { Answered } from './asking.ts'
import { atLeast, COMMON_ANSWER, chancesOf, priorOf } from './features.ts'
import { posteriorOf } from './gaussian.ts'
import { type Knowledge, membership } from './knowledge.ts'
import { itemWith, observationsOf } from './observations.ts'

const CUTS = [2, 3, 4, 5]
const SOUGHT = 2
const PRIOR = priorOf(CUTS.map(atLeast), chancesOf(COMMON_ANSWER, 1, null))

/** Asked for beside the child's rating: the gap adds nothing to it where the social worker's ratings are known. */
export const measuresOn = (rating: string): string[] => [
  `barn_${rating}_arlig`,
  `barn_${rating}_4_5_arlig`,
  `socialsekreterare_${rating}_arlig`,
  `glapp_${rating}_arlig`,
]

/**
 * How likely each child is to have rated four or five, to an attacker who knows the rules and what the social worker
 * rated: the gap plus the social workers' known mean is the children's mean once more.
 */
export function suspicionsOfChildren(
  rating: string,
  place: string,
  answered: Answered,
  rows: readonly ClientRow[],
  knowledge: Knowledge,
): Float64Array {
  const seen = cellsOf(ubu).map((cell) => ({ cell, weights: membership(knowledge, cell.choices) }))
  const item = itemWith(ubu, `barn_${rating}_4_5_arlig`)
  const sought = { instrument: ubu, item, features: CUTS.map((_, i) => i), size: CUTS.length, name: rating }
  const observed = observationsOf(sought, answered, place, seen)
  const fromGaps = seen.flatMap(({ cell, weights }) => {
    const [gap, own] = ['glapp', 'socialsekreterare'].map((who) =>
      answered(`${who}_${rating}_arlig`).get(`${place} ${cell.name}`),
    )
    if (!gap || !own) return []
    const n = weights.reduce((sum, weight) => sum + weight, 0)
    const unsure = weights.reduce((sum, weight) => sum + weight * (1 - weight), 0)
    const value = (gap.value! + own.value! - 1) * n
    return [
      {
        weights,
        coefficients: new Float64Array(CUTS.length).fill(1),
        value,
        variance: CUTS.length + (0.1 * n) ** 2 / 12 + 4 * unsure,
        noise: new Map(),
      },
    ]
  })
  const suspects = { classes: [PRIOR], classOf: new Int32Array(rows.length) }
  return posteriorOf(suspects, observed.length > 0 ? observed : fromGaps, SOUGHT)
}

export const isContent =
  (rating: string) =>
  (row: ClientRow): boolean =>
    Number(row[`barn_${rating}`]) >= 4
