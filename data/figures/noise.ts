import type { Uncertainty } from '../model/answers/figure.ts'
import type { Indicator } from '../model/indicator.ts'
import { noiseAt, quantile, type SizeClass, type SizedChange, yearlyNoise } from '../stats/index.ts'
import type { Figure } from './figure.ts'
import { asReckoned, type Precision } from './precision.ts'
import type { Slice } from './slice.ts'
import type { Subject } from './subject.ts'

/** A municipality with its inhabitants. */
export type Sized = { code: string; population: number }

/** Counts grow with the population, and a yes or a grade moves by whole steps: their changes do not tell their noise. */
const UNMEASURABLE: readonly string[] = ['count', 'yesno', 'ordinal']
/** A normal deviate that chance exceeds in one case of twenty. */
const DEVIATE = 1.96

/** Where more than this part of the values stand exactly still, the middle change says nothing of how far the others move. */
const MOST_STILL = 0.25

/** The noise of an indicator's values for one sex, out of all their changes from year to year; null where it cannot be measured. */
export function noiseOf({ kind }: Indicator, values: Slice, municipalities: readonly Sized[]): SizeClass[] | null {
  if (UNMEASURABLE.includes(kind)) return null
  const years = changesByYear(values, municipalities)
  const all = years.flat()
  const still = all.filter(({ change }) => change === 0).length
  return still > MOST_STILL * all.length ? null : yearlyNoise(years.flatMap(beyondTheMiddle))
}

/** What each municipality moved between neighbouring published years. */
function changesByYear(values: Slice, municipalities: readonly Sized[]): SizedChange[][] {
  const isPublished = (period: number) => municipalities.some(({ code }) => values.value(period, code) !== null)
  const years = values.periods.filter(isPublished)
  return years.slice(1).map((year, index) =>
    municipalities.flatMap(({ code, population: size }) => {
      const [now, before] = [values.value(year, code), values.value(years[index]!, code)]
      return now === null || before === null ? [] : [{ size, change: now - before }]
    }),
  )
}

/** The same less what the middle one moved. */
function beyondTheMiddle(changes: readonly SizedChange[]): SizedChange[] {
  const middle = quantile(
    changes.map(({ change }) => change),
    0.5,
  )
  return changes.map(({ size, change }) => ({ size, change: change - middle! }))
}

export type Certainty = {
  uncertainty: Uncertainty
  /** Half the width of the 95 % band around a value whose noise was measured, in its unit; null else. */
  margin: number | null
}

const UNKNOWN: Certainty = { uncertainty: 'unknown', margin: null }
const STATED: Certainty = { uncertainty: 'stated', margin: null }

/** What the uncertainty of a municipality's figure rests on: its interval, else the noise measured for its size, else nothing. */
export const certaintyOf = ({ noise, precision }: Subject, figure: Figure, population: number): Certainty =>
  certaintyBy(noise && noiseAt(noise, population), figure, precision)

/** The same where the noise is known already. @param sd of one value of that size; null where it was not measured */
export function certaintyBy(
  sd: number | null,
  { value, lower, upper }: Pick<Figure, 'value' | 'lower' | 'upper'>,
  precision: Precision,
): Certainty {
  if (value === null) return UNKNOWN
  if (lower !== null && upper !== null) return STATED
  return sd === null ? UNKNOWN : { uncertainty: 'measured', margin: asReckoned(DEVIATE * sd, precision) }
}
