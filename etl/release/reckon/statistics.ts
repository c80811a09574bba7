import { figureAt } from '../../../data/figures/figure.ts'
import { COUNTRY, SEXES } from '../../../data/figures/places.ts'
import { bestOfKnown, statisticsOfKnown } from '../../../data/figures/reference.ts'
import { isCountable, type Subject } from '../../../data/figures/subject.ts'
import type { Ground } from './ground.ts'
import type { Writers } from './rows.ts'

/** Statistics of all municipalities in every year, and of every fixed group in the latest. */
export function writeStatistics(
  { statistics, yearly_statistics }: Writers,
  { groups }: Ground,
  subject: Subject,
  position: number,
  latest: number | undefined,
): void {
  const sex = SEXES.indexOf(subject.sex)
  for (const period of subject.values.periods) {
    yearly_statistics.add(sex, period, position, ...cellsOf(subject, groups[0]!, period))
  }
  if (latest === undefined) return
  for (const group of groups) statistics.add(group.number, sex, position, ...cellsOf(subject, group, latest))
}

function cellsOf(subject: Subject, { codes, places }: Ground['groups'][number], period: number) {
  const known = knownAt(subject.values.yearOf(period)!, places)
  const made = statisticsOfKnown(known, places.length, subject.values.value(period, COUNTRY), subject.precision)
  const { count, missing, mean, median, q1, q3, min, max, country } = made
  const isBased = isCountable(subject) && codes.some((code) => figureAt(subject, period, code).n !== null)
  const best = bestOfKnown(known, subject.indicator.direction)
  return [count, missing, mean, median, q1, q3, min, max, country, Number(isBased), best] as const
}

/** The values that are there at some places, ascending. */
function knownAt(year: Float64Array, places: readonly number[]): Float64Array {
  const known = new Float64Array(places.length)
  let count = 0
  for (const place of places) if (!Number.isNaN(year[place])) known[count++] = year[place]!
  return known.subarray(0, count).sort()
}
