import type { Sex } from '../model/answers/figure.ts'
import type { Indicator } from '../model/indicator.ts'
import type { SizeClass } from '../stats/index.ts'
import type { Precision } from './precision.ts'
import type { Slice } from './slice.ts'

/** What is compared: an indicator for one sex, its values, and those of the indicator that counts its base. */
export type Subject = {
  indicator: Indicator
  sex: Sex
  values: Slice
  bases: Slice | null
  precision: Precision
  /** The noise measured in its values, by size of municipality; null where it was not. */
  noise: readonly SizeClass[] | null
}

/** Whether the base of any of its values may be known: without one there are no intervals and no recent trend. */
export const isCountable = ({ bases, values }: Subject): boolean => bases !== null || values.hasBeside
