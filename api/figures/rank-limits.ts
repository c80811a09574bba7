import { SEXES } from '../../data/figures/places.ts'
import { type RankLimits, rankLimitsOf } from '../../data/figures/rank-limits.ts'
import { RANK_LIMITS } from '../../data/store/release-questions.ts'
import type { OpenRelease } from '../release/open-release.ts'
import type { Members } from './members.ts'
import type { Standing } from './standing.ts'

/** So many differences, of whom is wanted to whom there is, are looked at in a few thousandths of a second. */
const MANY = 60 ** 2

/** The 95 % interval of each wanted member's rank: made with the release where it was, else reckoned now. */
export async function rankLimitsIn(
  release: OpenRelease,
  standing: Standing,
  members: Members,
  codes: readonly string[],
): Promise<ReadonlyMap<string, RankLimits>> {
  const { subject, period, figures } = standing
  const { number, latest } = release.reckoned.get(subject.indicator.id)!
  if (members.id === 'all' && period === latest) return readLimits(release, number, SEXES.indexOf(subject.sex))
  const own = members.codes.flatMap((code) => {
    const figure = figures.get(code)
    return figure ? [{ code, value: figure.value, lower: figure.lower, upper: figure.upper }] : []
  })
  const { direction } = subject.indicator
  const wanted = new Set(codes)
  const isLong = own.length * Math.min(own.length, wanted.size) > MANY
  return isLong ? release.rankLimits(own, direction, wanted) : rankLimitsOf(own, direction, wanted)
}

type Row = { place: number; lower: number; upper: number }

async function readLimits({ questions, places, hasRankLimits }: OpenRelease, indicator: number, sex: number) {
  if (!hasRankLimits(indicator, sex)) return new Map<string, RankLimits>()
  const rows = await questions.rows<Row>(RANK_LIMITS, { indicator, sex })
  return new Map(rows.map(({ place, ...limits }) => [places.codes[place]!, limits]))
}
