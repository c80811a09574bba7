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
  for (const one of stood) writeStanding(writers, subject, position, latest, one)
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
  const shownAt = isCountable(subject) ? basedAt : bareAt
  const figures = municipalities.map(({ code }) => shownAt(subject, latest, code))
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

const basedAt = (subject: Subject, latest: number, code: string): Shown => figureAt(subject, latest, code)

/** Of what has no base anywhere there is the value alone. */
const bareAt = ({ values }: Subject, latest: number, code: string): Shown => ({
  value: values.value(latest, code),
  n: null,
  lower: null,
  upper: null,
})

function writeStanding(
  { standing }: Writers,
  subject: Subject,
  position: number,
  latest: number,
  { code, place, population, figure, rank, ranked }: Stood,
): void {
  const { values } = subject
  const origin = values.originAt(latest, code)
  const other = figure.value === null ? newestOther(subject, latest, code) : null
  if (origin === 0 && other === null) return
  const trend = isCountable(subject) ? recentTrendOf(subject, code, latest) : null
  standing.add(
    place,
    SEXES.indexOf(subject.sex),
    position,
    figure.value,
    values.markAt(latest, code),
    origin,
    figure.n,
    figure.lower,
    figure.upper,
    rank,
    ranked,
    trend ? CHANGES[trend.change] : null,
    trend?.chiSquare ?? null,
    subject.noise && noiseAt(subject.noise, population),
    values.value(latest - 1, code),
    values.value(latest - 2, code),
    values.value(latest - 3, code),
    values.value(latest - 4, code),
    other?.period ?? null,
    other?.value ?? null,
  )
}
