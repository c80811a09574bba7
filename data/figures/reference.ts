import type { Reference } from '../model/answers/compare.ts'
import type { Comparison } from '../model/answers/figure.ts'
import type { Indicator } from '../model/indicator.ts'
import {
  compareWithReference,
  countAtMost,
  countBelow,
  type Direction,
  meanOfSorted,
  quantileOfSorted,
} from '../stats/index.ts'
import type { Figure } from './figure.ts'
import type { Certainty } from './noise.ts'
import { asReckoned, type Precision } from './precision.ts'

/** What a figure is compared with. */
export type Statistics = Omit<Reference, 'id' | 'name'>

/** The statistics of nothing. */
export const NO_STATISTICS: Statistics = {
  count: 0,
  missing: 0,
  mean: null,
  median: null,
  q1: null,
  q3: null,
  min: null,
  max: null,
  country: null,
}

/** Count, missing, unweighted mean and type-7 quantiles of the values that are there, and the country's own figure. */
export function statisticsOf(
  all: readonly (number | null)[],
  country: number | null,
  precision: Precision,
): Statistics {
  return statisticsOfKnown(
    Float64Array.from(all.filter((value) => value !== null)).sort(),
    all.length,
    country,
    precision,
  )
}

/** The type-7 median of the values that are there; null where none is. */
export const medianOf = (all: readonly (number | null)[], precision: Precision): number | null =>
  quantileOfKnown(Float64Array.from(all.filter((value) => value !== null)).sort(), 0.5, precision)

const quantileOfKnown = (ascending: Float64Array, p: number, precision: Precision): number | null =>
  ascending.length === 0 ? null : asReckoned(quantileOfSorted(ascending, p), precision)

/** The same of the values that are there, ascending. @param all how many there could be */
export function statisticsOfKnown(
  ascending: Float64Array,
  all: number,
  country: number | null,
  precision: Precision,
): Statistics {
  const quantileAt = (p: number) => quantileOfKnown(ascending, p, precision)
  return {
    count: ascending.length,
    missing: all - ascending.length,
    mean: asReckoned(meanOfSorted(ascending), precision),
    median: quantileAt(0.5),
    q1: quantileAt(0.25),
    q3: quantileAt(0.75),
    min: quantileAt(0),
    max: quantileAt(1),
    country,
  }
}

/** How many have the best value of all; null where no way is better or nobody has a value. */
export function bestCount(all: readonly (number | null)[], direction: Direction): number | null {
  if (direction === 'neutral') return null
  return bestOfKnown(Float64Array.from(all.filter((value) => value !== null)).sort(), direction)
}

/** The same of the values that are there, ascending. */
export function bestOfKnown(ascending: Float64Array, direction: Direction): number | null {
  if (direction === 'neutral' || ascending.length === 0) return null
  const best = direction === 'lower' ? ascending[0]! : ascending.at(-1)!
  return direction === 'lower' ? countAtMost(ascending, best) : ascending.length - countBelow(ascending, best)
}

/** What figures are compared with: the country's published figure for shares whose base is known, else the reference's median. */
export const comparedWith = (
  { kind }: Indicator,
  isBased: boolean,
  { country }: Pick<Statistics, 'country'>,
): 'country' | 'median' => (kind === 'share' && isBased && country !== null ? 'country' : 'median')

/** Better, similar, worse; higher or lower where neutral; null where the uncertainty is unknown. */
export function comparisonOf(
  { direction }: Indicator,
  { value, lower, upper }: Pick<Figure, 'value' | 'lower' | 'upper'>,
  { margin }: Pick<Certainty, 'margin'>,
  against: number | null,
): Comparison {
  if (value === null || margin === null) return compareWithReference(value, lower, upper, against, direction)
  return compareWithReference(value, value - margin, value + margin, against, direction)
}
