import { figureAt } from '../../../data/figures/figure.ts'
import { COUNTRY, SEXES } from '../../../data/figures/places.ts'
import { bestCount, statisticsOf } from '../../../data/figures/reference.ts'
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
    yearly_statistics.add(sex, period, position, ...cellsOf(subject, groups[0]!.codes, period))
  }
  if (latest === undefined) return
  for (const { number, codes } of groups) statistics.add(number, sex, position, ...cellsOf(subject, codes, latest))
}

function cellsOf(subject: Subject, codes: readonly string[], period: number) {
  const values = codes.map((code) => subject.values.value(period, code))
  const made = statisticsOf(values, subject.values.value(period, COUNTRY), subject.precision)
  const { count, missing, mean, median, q1, q3, min, max, country } = made
  const isBased = isCountable(subject) && codes.some((code) => figureAt(subject, period, code).n !== null)
  const best = bestCount(values, subject.indicator.direction)
  return [count, missing, mean, median, q1, q3, min, max, country, Number(isBased), best] as const
}
