import type { Subject } from '../../../data/figures/subject.ts'
import type { BetterAnswer } from '../../../data/model/answers/better.ts'
import { changeInterval, type Interval, type Measured } from '../../../data/model/meetings/change-interval.ts'
import { nameOf } from '../../figures/members.ts'
import { measuredAt } from '../../meetings/measured.ts'
import type { OpenRelease } from '../../release/open-release.ts'

type Row = BetterAnswer['rows'][number]

/** As many of each kind: enough to ask, few enough to remember. */
const MOST_ROWS = 5
/** The nearest tenth of the municipalities count as like. */
const LIKE = 29
/** How long ago the starting point is sought. */
const YEARS_BACK = 4

/** Why nobody can be called clearly better; null where somebody may be. */
export function whyNobody(
  { municipalities }: OpenRelease,
  { indicator, values }: Subject,
  period: number,
  own: Measured,
): BetterAnswer['reason'] {
  if (indicator.direction === 'neutral') return 'no-direction'
  if (own.value === null) return 'no-value'
  const isKnown = own.lower !== null || own.margin !== null
  const isAsked = [...municipalities.keys()].some((code) => values.value(period, code) !== null)
  return isKnown && isAsked ? null : 'uncertainty-unknown'
}

/**
 * First those clearly better among the nearest tenth, the most alike first; then those that once had about the same value,
 * are clearly better than they were and than the own one now, the most improved first.
 * @param distances of every other municipality, ascending
 */
export function betterThan(
  release: OpenRelease,
  subject: Subject,
  period: number,
  own: string,
  distances: ReadonlyMap<string, number>,
): Row[] {
  const ahead = [...release.municipalities.keys()].flatMap((code) => {
    const row = code === own ? null : aheadOf(release, subject, period, own, code)
    return row ? [{ ...row, distance: distances.get(code) ?? null }] : []
  })
  const near = new Set([...distances.keys()].slice(0, LIKE))
  const alike = ahead
    .filter(({ municipality }) => near.has(municipality))
    .sort((a, b) => a.distance! - b.distance! || (a.municipality < b.municipality ? -1 : 1))
    .slice(0, MOST_ROWS)
  const others = ahead.filter((row) => !alike.includes(row))
  return [...alike, ...improved(release, subject, period, own, others)]
}

const sign = ({ indicator }: Subject): 1 | -1 => (indicator.direction === 'higher' ? 1 : -1)

/** Whether a difference is beyond chance the better way. */
const isBetter = (interval: Interval | null, way: 1 | -1): boolean =>
  interval !== null && (way > 0 ? interval.lower > 0 : interval.upper < 0)

function aheadOf(release: OpenRelease, subject: Subject, period: number, own: string, code: string): Row | null {
  const [mine, theirs] = [own, code].map((one) => measuredAt(release, subject, period, one))
  const interval = changeInterval(mine!, theirs!)
  if (!interval || !isBetter(interval, sign(subject))) return null
  return {
    municipality: code,
    name: nameOf(release, code),
    value: theirs!.value!,
    ...interval,
    distance: null,
    why: 'like',
    since: null,
  }
}

function improved(release: OpenRelease, subject: Subject, period: number, own: string, rows: readonly Row[]): Row[] {
  const then = subject.values.periods.filter((year) => year <= period - YEARS_BACK).at(-1)
  if (then === undefined) return []
  const mine = measuredAt(release, subject, then, own)
  return rows
    .flatMap((row) => {
      const before = measuredAt(release, subject, then, row.municipality)
      const gap = changeInterval(mine, before)
      const now = measuredAt(release, subject, period, row.municipality)
      const wasLike = gap !== null && gap.lower <= 0 && gap.upper >= 0
      if (!wasLike || !isBetter(changeInterval(before, now), sign(subject))) return []
      return [{ ...row, why: 'same-start' as const, since: { period: then, value: before.value!, own: mine.value! } }]
    })
    .sort(
      (a, b) =>
        sign(subject) * (b.value - b.since.value - (a.value - a.since.value)) ||
        (a.municipality < b.municipality ? -1 : 1),
    )
    .slice(0, MOST_ROWS)
}
