import { asRatio, asReckoned, type Precision } from '../../../data/figures/precision.ts'
import type { Comparison } from '../../../data/model/answers/figure.ts'
import type { StandoutAnswer } from '../../../data/model/answers/standout.ts'
import { differsFrom } from '../../../data/model/findings/certainty.ts'
import { leastBase } from '../../../data/model/findings/least-base.ts'
import { assess, proportionInterval } from '../../../data/stats/index.ts'
import type { Referred } from '../../figures/references.ts'
import type { Stood } from '../../figures/standings.ts'

type Found<Kind extends 'differs' | 'moved' | 'missing'> = Omit<StandoutAnswer[Kind][number], 'about' | 'sentence'>

/** A municipality in one indicator, with its reference. */
export type Seen = {
  stood: Stood
  reference: Referred
  /** All municipalities. */
  country: Referred
  rank: number | null
  comparison: Comparison
  precision: Precision
}

/** Years between the two ends of a change. */
const SPAN = 4

/**
 * Values outside the middle half of the reference, and by more than chance where that is known: what is better or worse
 * before what has no direction, what is sure before what is not known to be, the farthest first, in the reference's
 * interquartile ranges.
 * @param count how many of each side at most
 */
export function differing(seen: readonly Seen[], count: number): Found<'differs'>[] {
  return firstOfEachSide(seen.flatMap(differenceIn), count)
}

function differenceIn(seen: Seen): Found<'differs'>[] {
  const { stood, reference, rank, comparison, precision } = seen
  const { indicator, period, value, band, uncertainty, margin } = stood
  const { median, q1, q3, count } = reference
  const spread = spreadOf(stood, reference)
  if (value === null || spread === null || median === null) return []
  if (q1 === null || q3 === null || (value >= q1 && value <= q3)) return []
  if (comparison === 'similar' || isOnlyBesideTheTied(seen) || mayBeOfFew(stood, median)) return []
  const difference = value - median
  return [
    {
      indicator: indicator.id,
      period,
      value,
      median,
      difference: asReckoned(difference, precision),
      distance: asRatio(difference / spread),
      comparison,
      band,
      rank,
      of: count,
      side: assess(difference, indicator.direction),
      isOfFew: isOfFew(stood, value),
      uncertainty,
      margin,
    },
  ]
}

/**
 * Whether a value stands out only from a median that a quarter or more share, as where half have none of what is rare: small
 * municipalities stand at nought by chance, so the mean must be passed as well.
 */
function isOnlyBesideTheTied({ stood, reference: { median, q1, q3, mean } }: Seen): boolean {
  if (mean === null || median === null || (median !== q1 && median !== q3)) return false
  const isPassed = Math.sign(stood.value! - mean) === Math.sign(stood.value! - median)
  return !isPassed || differsFrom(stood, mean) === false
}

/** Whether the value is so small a part of so few, for all that it shows, that the median lies within chance of it. */
function mayBeOfFew({ uncertainty, value, indicator }: Stood, median: number): boolean {
  const least = uncertainty === 'stated' ? null : leastBase(value, indicator)
  const interval = least && proportionInterval(least.events, least.of)
  return interval != null && median >= 100 * interval.lower && median <= 100 * interval.upper
}

/**
 * Changes over four years, by more than chance where that is known: for the better or worse before those without a direction,
 * what is sure before what is not known to be, what may rest on few last, the largest first. They are the municipality's own,
 * whatever it is compared with, so they are measured in the country's interquartile ranges.
 */
export function moving(seen: readonly Seen[], count: number): Found<'moved'>[] {
  return seen.flatMap(changeIn).sort(byUse).slice(0, count)
}

function changeIn(seen: Seen): Found<'moved'>[] {
  const { stood, precision } = seen
  const { indicator, period, value, before, recentTrend } = stood
  const then = before[SPAN - 1] ?? null
  const spread = spreadOf(stood, seen.country)
  if (value === null || then === null || value === then || spread === null) return []
  const certainty = certaintyOfChange(stood, value - then)
  if (certainty === null) return []
  return [
    {
      indicator: indicator.id,
      from: period - SPAN,
      to: period,
      before: then,
      value,
      change: asReckoned(value - then, precision),
      distance: asRatio((value - then) / spread),
      side: assess(value - then, indicator.direction),
      isOfFew: isOfFew(stood, value) || isOfFew(stood, then),
      ...certainty,
      margin: asReckoned(certainty.margin, precision),
      recentTrend,
      path: [value, ...before].map((one, years) => ({ period: period - years, value: one })).reverse(),
    },
  ]
}

/**
 * What a change rests on; null where it is within chance. Two values of the same noise differ by √2 of it; where intervals are
 * stated, the recent trend tells.
 */
function certaintyOfChange(
  { uncertainty, margin, recentTrend }: Stood,
  change: number,
): Pick<Stood, 'uncertainty' | 'margin'> | null {
  if (margin !== null) {
    const ofChange = Math.SQRT2 * margin
    return Math.abs(change) > ofChange ? { uncertainty, margin: ofChange } : null
  }
  if (uncertainty !== 'stated' || recentTrend === null) return { uncertainty: 'unknown', margin: null }
  return recentTrend.change === 'none' ? null : { uncertainty, margin: null }
}

/** Figures that at least half of the reference has and the municipality lacks, those that most others have first. */
export function lacking(seen: readonly Seen[]): Found<'missing'>[] {
  return seen
    .filter(({ stood, reference }) => stood.value === null && reference.count >= reference.missing)
    .map(({ stood: { indicator, period, status, other }, reference }) => ({
      indicator: indicator.id,
      period,
      status,
      referenceCount: reference.count,
      referenceMedian: reference.median,
      other,
    }))
    .sort((a, b) => b.referenceCount - a.referenceCount || (a.indicator < b.indicator ? -1 : 1))
}

/** Answers and grades have no middle half, and a count follows the size of the municipality. */
const WITHOUT_SPREAD: ReadonlySet<string> = new Set(['yesno', 'ordinal', 'count'])

/** The width of the middle half; null where it says nothing. */
function spreadOf({ indicator }: Stood, { q1, q3 }: Referred): number | null {
  if (WITHOUT_SPREAD.has(indicator.kind) || q1 === null || q3 === null || q3 === q1) return null
  return q3 - q1
}

/** Whether a share whose base nobody states shows that few may stand behind it: as their part, or as all or none of them. */
const isOfFew = ({ uncertainty, indicator }: Stood, value: number): boolean =>
  uncertainty !== 'stated' &&
  (leastBase(value, indicator) !== null || (indicator.kind === 'share' && (value === 0 || value === 100)))

type Sided = Pick<Found<'differs'>, 'side' | 'uncertainty' | 'distance' | 'indicator' | 'isOfFew'>

/** What can be acted on first, then what is sure, then what does not rest on few, then the farthest. */
const byUse = (a: Sided, b: Sided) =>
  Number(a.side === null) - Number(b.side === null) ||
  Number(a.uncertainty === 'unknown') - Number(b.uncertainty === 'unknown') ||
  Number(a.isOfFew) - Number(b.isOfFew) ||
  Math.abs(b.distance) - Math.abs(a.distance) ||
  (a.indicator < b.indicator ? -1 : 1)

/** In order of use, and no side so long that another is crowded out. */
function firstOfEachSide<Found extends Sided>(found: readonly Found[], count: number): Found[] {
  const taken = new Map<Sided['side'], number>()
  return [...found].sort(byUse).filter(({ side }) => {
    const before = taken.get(side) ?? 0
    taken.set(side, before + 1)
    return before < count
  })
}
