import type { Uncertainty } from '../model/answers/figure.ts'
import type { Indicator } from '../model/indicator.ts'
import { noiseAt, quantileSelected, type SizeClass, yearlyNoiseOfAscending } from '../stats/index.ts'
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

/**
 * The noise of an indicator's values for one sex, out of all their changes from year to year; null where it cannot be measured.
 * @param municipalities ascending by inhabitants
 */
export function noiseOf({ kind }: Indicator, values: Slice, municipalities: readonly Sized[]): SizeClass[] | null {
  if (UNMEASURABLE.includes(kind)) return null
  const places = municipalities.map(({ code }) => values.placeOf(code))
  const years = changesByYear(values, places)
  const known = years.map(present)
  const all = known.reduce((sum, { length }) => sum + length, 0)
  const still = known.reduce((sum, changes) => sum + stillIn(changes), 0)
  if (still > MOST_STILL * all) return null
  return yearlyNoiseOfAscending(...bySize(municipalities, years, known.map(middleOf), all))
}

function stillIn(changes: Float64Array): number {
  let still = 0
  for (const change of changes) if (change === 0) still++
  return still
}

/** What each municipality moved between neighbouring published years, at its own place in the list; NaN where that is not known. */
function changesByYear(values: Slice, places: readonly number[]): Float64Array[] {
  const years = values.periods
    .map((period) => values.yearOf(period)!)
    .filter((year) => places.some((place) => Number.isFinite(year[place])))
  return years.slice(1).map((now, index) => changesBetween(years[index]!, now, places))
}

function changesBetween(before: Float64Array, now: Float64Array, places: readonly number[]): Float64Array {
  const changes = new Float64Array(places.length)
  for (let row = 0; row < changes.length; row++) changes[row] = now[places[row]!]! - before[places[row]!]!
  return changes
}

function present(changes: Float64Array): Float64Array {
  const known = new Float64Array(changes.length)
  let count = 0
  for (let row = 0; row < changes.length; row++) if (!Number.isNaN(changes[row])) known[count++] = changes[row]!
  return known.subarray(0, count)
}

/** The sizes, ascending, and beside each what one of its municipalities moved beyond what the middle one of the year did. @param all how many there are */
function bySize(
  municipalities: readonly Sized[],
  years: readonly Float64Array[],
  middles: readonly number[],
  all: number,
): [sizes: Float64Array, changes: Float64Array] {
  const [sizes, changes] = [new Float64Array(all), new Float64Array(all)]
  let at = 0
  for (let row = 0; row < municipalities.length; row++) {
    for (let year = 0; year < years.length; year++) {
      const change = years[year]![row]!
      if (Number.isNaN(change)) continue
      sizes[at] = municipalities[row]!.population
      changes[at++] = change - middles[year]!
    }
  }
  return [sizes, changes]
}

const middleOf = (changes: Float64Array) => (changes.length === 0 ? 0 : quantileSelected(changes, 0.5))

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
