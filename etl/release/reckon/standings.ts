import { type Figure, figureAt } from '../../../data/figures/figure.ts'
import { newestOther } from '../../../data/figures/newest-other.ts'
import { SEXES } from '../../../data/figures/places.ts'
import { rankLimitsOf } from '../../../data/figures/rank-limits.ts'
import { recentTrendOf } from '../../../data/figures/recent.ts'
import { isCountable, type Subject } from '../../../data/figures/subject.ts'
import { noiseAt, ranks } from '../../../data/stats/index.ts'
import type { Ground } from './ground.ts'
import type { Writers } from './rows.ts'

const CHANGES = { decreasing: -1, none: 0, increasing: 1 } as const

type Stood = { code: string; population: number; figure: Figure; rank: number | null; ranked: number }

/** Where every municipality stands in the latest year, among all and within each group, and how sure its rank is. */
export function writeStandings(
  writers: Writers,
  ground: Ground,
  subject: Subject,
  position: number,
  latest: number,
): void {
  const sex = SEXES.indexOf(subject.sex)
  const stood = standAmongAll(ground, subject, latest)
  for (const one of stood) writeStanding(writers, ground, subject, position, latest, one)
  writeGroupRanks(writers, ground, subject, position, latest)
  const limits = rankLimitsOf(
    stood.map(({ code, figure: { value, lower, upper } }) => ({ code, value, lower, upper })),
    subject.indicator.direction,
  )
  for (const [code, { lower, upper }] of limits) {
    writers.rank_limit.add(position, sex, ground.places.numbers.get(code)!, lower, upper)
  }
}

function standAmongAll({ municipalities }: Ground, subject: Subject, latest: number): Stood[] {
  const figures = municipalities.map(({ code }) => figureAt(subject, latest, code))
  const ranked = ranks(
    figures.map(({ value }) => value),
    subject.indicator.direction,
  )
  const count = ranked.filter((rank) => rank !== null).length
  return municipalities.map((one, index) => ({
    ...one,
    figure: figures[index]!,
    rank: ranked[index]!,
    ranked: count,
  }))
}

function writeStanding(
  { standing }: Writers,
  { places }: Ground,
  subject: Subject,
  position: number,
  latest: number,
  { code, population, figure, rank, ranked }: Stood,
): void {
  const other = figure.value === null ? newestOther(subject, latest, code) : null
  if (figure.loadedAt === null && other === null) return
  const trend = isCountable(subject) ? recentTrendOf(subject, code, latest) : null
  const before = (years: number) => subject.values.value(latest - years, code)
  standing.add(
    places.numbers.get(code)!,
    SEXES.indexOf(subject.sex),
    position,
    figure.value,
    subject.values.markAt(latest, code),
    subject.values.originAt(latest, code),
    figure.n,
    figure.lower,
    figure.upper,
    rank,
    ranked,
    trend ? CHANGES[trend.change] : null,
    trend?.chiSquare ?? null,
    subject.noise && noiseAt(subject.noise, population),
    before(1),
    before(2),
    before(3),
    before(4),
    other?.period ?? null,
    other?.value ?? null,
  )
}

function writeGroupRanks(
  { group_rank }: Writers,
  { groups, places }: Ground,
  { indicator, sex, values }: Subject,
  position: number,
  latest: number,
): void {
  for (const { number, codes } of groups.slice(1)) {
    const ranked = ranks(
      codes.map((code) => values.value(latest, code)),
      indicator.direction,
    )
    codes.forEach((code, index) => {
      const rank = ranked[index]!
      if (rank !== null) group_rank.add(number, places.numbers.get(code)!, SEXES.indexOf(sex), position, rank)
    })
  }
}
