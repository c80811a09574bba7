import type { Language } from '../language.ts'
import type { OpenRelease } from '../release/open-release.ts'
import { municipalityOf, unknown } from './lookup.ts'

/** Municipalities that are compared with one another: a group of the release, or one made up on the spot. */
export type Members = { id: string; name: string; codes: readonly string[] }

/**
 * Reads a group parameter: one group id, or municipality codes.
 * @throws Problem for a group or a municipality that is not known
 */
export function membersOf(
  release: OpenRelease,
  asked: readonly string[],
  language: Language,
  parameter: string,
): Members {
  const [only] = asked
  const group = asked.length === 1 ? release.groups.get(only!) : undefined
  if (group) return { id: group.id, name: group.name[language], codes: group.members }
  if (!asked.every((code) => /^\d{4}$/.test(code))) throw unknownGroup(release, asked, parameter)
  const codes = asked.map((code) => municipalityOf(release, code, parameter).code)
  const name = language === 'sv' ? `Eget urval (${codes.length})` : `Own selection (${codes.length})`
  return { id: codes.join(','), name, codes }
}

function unknownGroup(release: OpenRelease, asked: readonly string[], parameter: string) {
  const strange = asked.find((id) => !/^\d{4}$/.test(id))!
  return unknown(parameter, strange, [...release.groups.keys()], '/api/v1/groups')
}

/** Codes of a group and of further municipalities, each once, in Swedish order of name; all of the fallback where neither is given. */
export function chosenCodes(
  release: OpenRelease,
  group: Members | undefined,
  municipalities: readonly string[] | undefined,
  fallback: Members,
): string[] {
  const further = (municipalities ?? []).map((code) => municipalityOf(release, code, 'municipalities').code)
  const chosen = new Set(group || municipalities ? [...(group?.codes ?? []), ...further] : fallback.codes)
  return inSwedishOrder(release, chosen)
}

export const inSwedishOrder = (release: OpenRelease, codes: ReadonlySet<string>): string[] =>
  [...release.municipalities.keys()].filter((code) => codes.has(code))

export const nameOf = (release: OpenRelease, code: string): string =>
  release.municipalities.get(code)?.shortName ?? code
