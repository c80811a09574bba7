import { rankIntervals } from '../../data/stats/index.ts'
import { computedOnce, type OpenRelease } from '../release/open-release.ts'
import type { Members } from './members.ts'
import type { Standing } from './standing.ts'
import { keyOf } from './subject.ts'

type RankLimits = { lower: number; upper: number }

/** Width of a 95 % interval in standard errors. */
const WIDTH_IN_ERRORS = 3.919928

/**
 * The 95 % interval of each member's rank, 1 = best in the indicator's direction, where its value has an interval.
 * Members whose value has none could stand anywhere: they lengthen every interval downwards by one place each.
 */
export function rankLimitsOf(
  release: OpenRelease,
  standing: Standing,
  members: Members,
): ReadonlyMap<string, RankLimits> {
  const key = `rank limits ${keyOf(standing.subject)} ${standing.period} ${members.id}`
  return computedOnce(release, key, () => limitsAmong(standing, members))
}

function limitsAmong({ subject, field, reference }: Standing, members: Members): Map<string, RankLimits> {
  const known = members.codes.flatMap((code) => {
    const figure = field.get(code)
    if (!figure || figure.value === null || figure.lower === null || figure.upper === null) return []
    return [{ code, value: figure.value, width: figure.upper - figure.lower }]
  })
  const sign = subject.indicator.direction === 'lower' ? -1 : 1
  const found = rankIntervals(
    known.map(({ value }) => sign * value),
    known.map(({ width }) => width / WIDTH_IN_ERRORS),
  )
  const unknown = reference.count - known.length
  return new Map(
    known.map(({ code }, index) => {
      const { lower, upper } = found![index]!
      return [code, { lower, upper: upper + unknown }]
    }),
  )
}
