import type { StandoutAnswer } from '../../../data/model/answers/standout.ts'
import { recentTrendOf } from '../../figures/recent.ts'
import { comparisonOf, type Standing } from '../../figures/standing.ts'
import type { Subject } from '../../figures/subject.ts'

type Found<Kind extends 'differs' | 'moved' | 'missing'> = Omit<StandoutAnswer[Kind][number], 'about' | 'sentence'>

/** Years between the two ends of a change. */
const SPAN = 4

/**
 * Values outside the middle half of the reference, and by more than chance where that is known: what is better or worse
 * before what has no direction, the farthest first, in the reference's interquartile ranges.
 * @param count how many of each side at most
 */
export function differing(standings: readonly Standing[], code: string, count: number): Found<'differs'>[] {
  return firstOfEachSide(
    standings.flatMap((standing) => differenceIn(standing, code)),
    count,
  )
}

function differenceIn(standing: Standing, code: string): Found<'differs'>[] {
  const { subject, period, reference, field, ranks } = standing
  const figure = field.get(code)
  const rank = ranks.get(code)
  const spread = spreadOf(standing)
  const { median, q1, q3 } = reference
  if (!figure || figure.value === null || spread === null || median === null || rank == null) return []
  if (q1 === null || q3 === null || (figure.value >= q1 && figure.value <= q3)) return []
  const difference = figure.value - median
  const comparison = comparisonOf(standing, figure)
  if (comparison === 'similar') return []
  return [
    {
      indicator: subject.indicator.id,
      period,
      value: figure.value,
      median,
      difference,
      distance: difference / spread,
      comparison,
      band: figure.band,
      rank,
      of: reference.count,
      side: sideOf(difference, subject),
    },
  ]
}

/**
 * Changes over four years: for the better or worse before those without a direction, the largest first, in the
 * reference's interquartile ranges.
 */
export function moving(standings: readonly Standing[], code: string, count: number): Found<'moved'>[] {
  return standings
    .flatMap((standing) => changeIn(standing, code))
    .sort(byUse)
    .slice(0, count)
}

function changeIn(standing: Standing, code: string): Found<'moved'>[] {
  const { subject, period } = standing
  const value = subject.values.value(period, code)
  const before = subject.values.value(period - SPAN, code)
  const spread = spreadOf(standing)
  if (value === null || before === null || value === before || spread === null) return []
  return [
    {
      indicator: subject.indicator.id,
      from: period - SPAN,
      to: period,
      before,
      value,
      change: value - before,
      distance: (value - before) / spread,
      side: sideOf(value - before, subject),
      recentTrend: recentTrendOf(subject, code, period),
      path: yearsTo(period).map((year) => ({ period: year, value: subject.values.value(year, code) })),
    },
  ]
}

/** Figures that at least half of the reference has and the municipality lacks, those that most others have first. */
export function lacking(standings: readonly Standing[], code: string): Found<'missing'>[] {
  return standings
    .filter(({ field, reference }) => field.get(code)?.value === null && reference.count >= reference.missing)
    .map(({ subject, period, field, reference }) => ({
      indicator: subject.indicator.id,
      period,
      status: field.get(code)!.status,
      referenceCount: reference.count,
      referenceMedian: reference.median,
    }))
    .sort((a, b) => b.referenceCount - a.referenceCount || (a.indicator < b.indicator ? -1 : 1))
}

/** The width of the middle half; null where it says nothing: no spread, or a question answered yes or no. */
function spreadOf({ subject, reference: { q1, q3 } }: Standing): number | null {
  if (subject.indicator.kind === 'yesno' || q1 === null || q3 === null || q3 === q1) return null
  return q3 - q1
}

const yearsTo = (last: number) => Array.from({ length: SPAN + 1 }, (_, index) => last - SPAN + index)

type Sided = { side: 'better' | 'worse' | null; distance: number; indicator: string }

/** Higher than before or than others is better or worse by the indicator's direction. */
function sideOf(difference: number, { indicator: { direction } }: Subject): Sided['side'] {
  if (direction === 'neutral') return null
  return difference > 0 === (direction === 'higher') ? 'better' : 'worse'
}

/** What can be acted on first, then the farthest. */
const byUse = (a: Sided, b: Sided) =>
  Number(a.side === null) - Number(b.side === null) ||
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
