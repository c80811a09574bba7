import { BACKGROUND } from '../../../data/model/indicator.ts'
import { indicatorsOf } from '../../figures/lookup.ts'
import type { Members } from '../../figures/members.ts'
import { neverPublished } from '../../figures/standings.ts'
import { viewOf } from '../../figures/view.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import type { Seen } from './findings.ts'

/** The municipality in every judged indicator that anybody has a value for, seen from the reference. */
export async function seenBy(
  release: OpenRelease,
  members: Members,
  code: string,
  also: readonly string[] = [],
): Promise<Seen[]> {
  const indicators = indicatorsOf(release, undefined, also).filter(({ area }) => area !== BACKGROUND)
  const view = await viewOf({ release, indicators, sex: 'T', period: undefined }, members, code)
  return indicators.flatMap((indicator) => {
    const reference = view.statistics.get(indicator.id)
    const country = view.country.get(indicator.id)
    const period = view.periodOf(indicator)
    if (!reference || !country || period === null) return []
    return [
      {
        stood: view.stood.get(indicator.id) ?? neverPublished(indicator, period),
        reference,
        country,
        rank: view.rankOf(indicator),
        comparison: view.comparisonOf(indicator),
        precision: release.reckoned.get(indicator.id)!.precision,
      },
    ]
  })
}
