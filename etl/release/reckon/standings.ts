import { figureAt } from '../../../data/figures/figure.ts'
import { newestOther } from '../../../data/figures/newest-other.ts'
import { SEXES } from '../../../data/figures/places.ts'
import { rankLimitsOf } from '../../../data/figures/rank-limits.ts'
import { recentTrendOf } from '../../../data/figures/recent.ts'
import { isCountable, type Subject } from '../../../data/figures/subject.ts'
import { noiseAt, ranks } from '../../../data/stats/index.ts'
import type { Ground } from './ground.ts'
import { writeGroupRanks } from './group-ranks.ts'
import type { Writers } from './rows.ts'

const CHANGES = { decreasing: -1, none: 0, increasing: 1 } as const

/** What stands in the latest year: a value with its base where that is known. */
type Shown = { value: number | null; n: number | null; lower: number | null; upper: number | null }
type Stood = { code: string; place: number; population: number; figure: Shown; rank: number | null; ranked: number }

/** Where every municipality stands in the latest year, among all and within each group, and how sure its rank is. */
export function writeStandings(
  writers: Writers,
  ground: Ground,
  subject: Subject,
  position: number,
  latest: number,
): void {
  const stood = standAmongAll(ground, subject, latest)
  const years = yearsUpTo(subject, latest)
  for (const one of stood) writeStanding(writers, subject, position, latest, years, one)
  writeGroupRanks(writers, ground, { sex: SEXES.indexOf(subject.sex), position, stood })
  if (isCountable(subject)) writeRankLimits(writers, ground, subject, position, stood)
}

function writeRankLimits(
  { rank_limit }: Writers,
  { places }: Ground,
  { sex, indicator }: Subject,
  position: number,
  stood: readonly Stood[],
): void {
  const limits = rankLimitsOf(
    stood.map(({ code, figure: { value, lower, upper } }) => ({ code, value, lower, upper })),
    indicator.direction,
  )
  for (const [code, { lower, upper }] of limits) {
    rank_limit.add(position, SEXES.indexOf(sex), places.numbers.get(code)!, lower, upper)
  }
}

function standAmongAll({ municipalities }: Ground, subject: Subject, latest: number): Stood[] {
  const figures = isCountable(subject)
    ? municipalities.map(({ code }): Shown => figureAt(subject, latest, code))
    : bareIn(subject.values.yearOf(latest), municipalities)
  const ranked = ranks(
    figures.map(({ value }) => value),
    subject.indicator.direction,
  )
  const count = ranked.filter((rank) => rank !== null).length
  return municipalities.map(({ code, place, population }, index) => ({
    code,
    place,
    population,
    figure: figures[index]!,
    rank: ranked[index]!,
    ranked: count,
  }))
}

/** Of what has no base anywhere there is the value alone. */
const bareIn = (year: Float64Array | undefined, municipalities: Ground['municipalities']): Shown[] =>
  municipalities.map(({ place }) => {
    const value = year?.[place] ?? Number.NaN
    return { value: Number.isNaN(value) ? null : value, n: null, lower: null, upper: null }
  })

/** The latest year, and the values of the four before it, the last first. */
function yearsUpTo({ values }: Subject, latest: number) {
  const before = [1, 2, 3, 4].map((back) => values.yearOf(latest - back))
  return { now: values.markedIn(latest), before }
}

function writeStanding(
  { standing }: Writers,
  subject: Subject,
  position: number,
  latest: number,
  { now, before }: ReturnType<typeof yearsUpTo>,
  { code, place, population, figure, rank, ranked }: Stood,
): void {
  const origin = now?.origins[place] ?? 0
  const other = figure.value === null ? newestOther(subject, latest, code) : null
  if (origin === 0 && other === null) return
  const trend = isCountable(subject) ? recentTrendOf(subject, code, latest) : null
  standing.add(
    place,
    SEXES.indexOf(subject.sex),
    position,
    figure.value,
    now?.marks[place] ?? 0,
    origin,
    figure.n,
    figure.lower,
    figure.upper,
    rank,
    ranked,
    trend ? CHANGES[trend.change] : null,
    trend?.chiSquare ?? null,
    subject.noise && noiseAt(subject.noise, population),
    before[0]?.[place] ?? null,
    before[1]?.[place] ?? null,
    before[2]?.[place] ?? null,
    before[3]?.[place] ?? null,
    other?.period ?? null,
    other?.value ?? null,
  )
}
