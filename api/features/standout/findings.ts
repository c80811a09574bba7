import type { StandoutAnswer } from '../../../data/model/answers/standout.ts'
import { recentTrendOf } from '../../figures/recent.ts'
import { comparisonOf, type Standing } from '../../figures/standing.ts'

type Found<Kind extends 'differs' | 'moved' | 'missing'> = Omit<StandoutAnswer[Kind][number], 'about' | 'sentence'>

/** Years between the two ends of a change. */
const SPAN = 4

/** Values outside the middle half of the reference, the farthest first: in the reference's interquartile ranges. */
export function differing(standings: readonly Standing[], code: string): Found<'differs'>[] {
  return standings.flatMap((standing) => differenceIn(standing, code)).sort(byDistance)
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
  return [
    {
      indicator: subject.indicator.id,
      period,
      value: figure.value,
      median,
      difference,
      distance: difference / spread,
      comparison: comparisonOf(standing, figure),
      band: figure.band,
      rank,
      of: reference.count,
    },
  ]
}

/** Changes over four years, the largest first: in the reference's interquartile ranges. */
export function moving(standings: readonly Standing[], code: string): Found<'moved'>[] {
  return standings.flatMap((standing) => changeIn(standing, code)).sort(byDistance)
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
      recentTrend: recentTrendOf(subject, code, period),
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

type Distant = { distance: number; indicator: string }
const byDistance = (a: Distant, b: Distant) =>
  Math.abs(b.distance) - Math.abs(a.distance) || (a.indicator < b.indicator ? -1 : 1)
