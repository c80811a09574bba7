import { type Direction, rankIntervalsOf } from '../stats/index.ts'

export type RankLimits = { lower: number; upper: number }
/** A value with its 95 % interval, where it has one. */
type Bounded = { code: string; value: number | null; lower: number | null; upper: number | null }

/** Width of a 95 % interval in standard errors. */
const WIDTH_IN_ERRORS = 3.919928

/**
 * The 95 % interval of each one's rank, 1 = best in the indicator's direction, where its value has an interval.
 * Those whose value has none could stand anywhere: they lengthen every interval downwards by one place each.
 * @param wanted whose; everybody's, if not given
 */
export function rankLimitsOf(
  figures: readonly Bounded[],
  direction: Direction,
  wanted?: ReadonlySet<string>,
): Map<string, RankLimits> {
  const valued = figures.filter(({ value }) => value !== null)
  const known = valued.flatMap(({ code, value, lower, upper }) =>
    lower === null || upper === null ? [] : [{ code, value: value!, width: upper - lower }],
  )
  const sign = direction === 'lower' ? -1 : 1
  const units = [...known.keys()].filter((unit) => wanted?.has(known[unit]!.code) ?? true)
  const found = rankIntervalsOf(
    units,
    known.map(({ value }) => sign * value),
    known.map(({ width }) => width / WIDTH_IN_ERRORS),
  )
  const unknown = valued.length - known.length
  return new Map(
    units.map((unit, index) => {
      const { lower, upper } = found![index]!
      return [known[unit]!.code, { lower, upper: upper + unknown }]
    }),
  )
}
