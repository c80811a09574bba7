import type { RevisionsAnswer } from '../../../data/model/answers/revisions.ts'
import type { Home } from '../../../data/store/home.ts'
import { listReleases } from '../../../data/store/release.ts'
import { COUNT_REVISED, INDICATORS_REVISED, LATEST_REVISED } from '../../../data/store/release-questions.ts'
import type { OpenRelease } from '../../release/open-release.ts'

/** Which revisions are asked for; null stands for all. */
type Wanted = { indicator: string | null; municipality: string | null; since: string | null }

type Revision = Omit<RevisionsAnswer['revisions'][number], 'title' | 'name'> & { source: string }

export async function countRevised({ questions }: OpenRelease, wanted: Wanted): Promise<number> {
  const [counted] = await questions.rows<{ count: number }>(COUNT_REVISED, wanted)
  return counted!.count
}

/** The latest revised first. */
export const latestRevised = ({ questions }: OpenRelease, wanted: Wanted, count: number): Promise<Revision[]> =>
  questions.rows<Revision>(LATEST_REVISED, { ...wanted, count })

const found = new WeakMap<OpenRelease, Map<string | null, Promise<string[]>>>()

/** Every indicator that any revision is of: looked for once, because it is the same whatever else is asked of the release. */
export function indicatorsRevised(release: OpenRelease, since: string | null): Promise<string[]> {
  const bySince = found.get(release) ?? new Map<string | null, Promise<string[]>>()
  found.set(release, bySince)
  const indicators = bySince.get(since) ?? readIndicators(release, since)
  bySince.set(since, indicators)
  indicators.catch(() => bySince.delete(since))
  return indicators
}

async function readIndicators({ questions }: OpenRelease, since: string | null): Promise<string[]> {
  const rows = await questions.rows<{ indicator: string }>(INDICATORS_REVISED, {
    indicator: null,
    municipality: null,
    since,
  })
  return rows.map(({ indicator }) => indicator)
}

/** The release that was built before the one answered from; null where there is none, or it was of a sample and this is not. */
export function releaseBefore(home: Home, { about }: OpenRelease): RevisionsAnswer['since'] {
  const all = listReleases(home)
  const earlier = all[all.findIndex(({ id }) => id === about.id) + 1]
  return earlier && earlier.sample === about.sample ? { release: earlier.id, builtAt: earlier.builtAt } : null
}
