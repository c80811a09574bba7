import { type Indicator, isOutsideCatalogue } from '../../../data/model/indicator.ts'
import { searchIn } from '../../../data/model/search-index.ts'
import { allIn, unknown } from '../../figures/lookup.ts'
import { sourceOf } from '../../figures/provenance.ts'
import type { Language } from '../../language.ts'
import type { OpenRelease } from '../../release/open-release.ts'

/** What is asked of the list of indicators; what is left out does not narrow it. */
type Wanted = {
  area?: string | undefined
  source?: string | undefined
  q?: string | undefined
  core?: boolean | undefined
  outside?: boolean | undefined
  valued?: boolean | undefined
  ids?: readonly string[] | undefined
}

/** The indicators that are asked for: the best answer to a search first, else as they are asked for, else in the catalogue's order. @throws Problem */
export async function foundIn(release: OpenRelease, wanted: Wanted, language: Language): Promise<Indicator[]> {
  const listed = wanted.ids?.flatMap((one) => release.indicators.get(one) ?? []) ?? allIn(release, undefined)
  const within = wanted.area === undefined ? null : new Set(allIn(release, wanted.area))
  const chosen = listed.filter((one) => (within === null || within.has(one)) && isWanted(release, wanted, one))
  return wanted.q === undefined ? chosen : search(release, chosen, wanted.q, language)
}

function isWanted(release: OpenRelease, { source, core, outside, valued }: Wanted, one: Indicator): boolean {
  return (
    (source === undefined || sourceOf(one) === source) &&
    (core === undefined || one.core === core) &&
    (outside === undefined || isOutsideCatalogue(one) === outside) &&
    (valued === undefined || hasValues(release, one) === valued)
  )
}

const hasValues = ({ reckoned }: OpenRelease, { id }: Indicator): boolean => reckoned.get(id)!.latest !== null

async function search(
  release: OpenRelease,
  chosen: readonly Indicator[],
  question: string,
  language: Language,
): Promise<Indicator[]> {
  const offered = new Set(chosen)
  const index = await release.search(language)
  const found = searchIn(index, question, (position) => offered.has(release.numbered[position]!))
  return found.map((position) => release.numbered[position]!)
}

/** One page of what was found, and where the next begins; null behind the last. @throws Problem where nothing of that id was found */
export function pageOf(
  found: readonly Indicator[],
  limit: number,
  after: string | undefined,
): { page: readonly Indicator[]; next: string | null } {
  const ids = found.map(({ id }) => id)
  const begin = after === undefined ? 0 : ids.indexOf(after) + 1
  if (after !== undefined && begin === 0) throw unknown('after', after, ids, '/api/v1/indicators')
  const page = found.slice(begin, begin + limit)
  return { page, next: begin + limit < found.length ? page.at(-1)!.id : null }
}
