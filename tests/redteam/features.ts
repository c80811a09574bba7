import type { Prior } from './gaussian.ts'

/** By value how common it is in the population that the red team's persons are drawn from. */
export const COMMON_RATING = [0.165, 0.165, 0.135, 0.135, ...Array<number>(6).fill(0.4 / 6)]
/** The same for a rating from one to five. */
export const COMMON_ANSWER = [0.4 / 3, 0.4 / 3, 0.4 / 3, 0.3, 0.3]

/** What an answer can be linear in: of a person with these values, 1 or 0, or a number. */
export type Feature = (before: number, after: number) => number

export const atLeast =
  (cut: number): Feature =>
  (before) =>
    before >= cut ? 1 : 0
export const afterAtLeast =
  (cut: number): Feature =>
  (_, after) =>
    after >= cut ? 1 : 0
export const changeAtLeast =
  (cut: number): Feature =>
  (before, after) =>
    after - before >= cut ? 1 : 0

/** The chance of each pair of values. */
export type Chances = readonly { before: number; after: number; chance: number }[]

/** The prior over features of someone whose values lie like these. */
export function priorOf(features: readonly Feature[], chances: Chances): Prior {
  const values = chances.map(({ before, after }) => features.map((feature) => feature(before, after)))
  const mean = Float64Array.from(features, (_, i) =>
    chances.reduce((sum, { chance }, at) => sum + chance * values[at]![i]!, 0),
  )
  const covariance = features.map((_, i) =>
    Float64Array.from(features, (__, j) =>
      chances.reduce(
        (sum, { chance }, at) => sum + chance * (values[at]![i]! - mean[i]!) * (values[at]![j]! - mean[j]!),
        0,
      ),
    ),
  )
  return { mean, covariance }
}

/** Values drawn apart from one another; a known later one is that for certain. */
export function chancesOf(common: readonly number[], first: number, after: number | null): Chances {
  return common.flatMap((one, i) =>
    common.flatMap((other, j) => {
      if (after !== null && after !== first + j) return []
      return [{ before: first + i, after: first + j, chance: one * (after === null ? other : 1) }]
    }),
  )
}
