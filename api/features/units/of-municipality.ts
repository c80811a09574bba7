import { SEXES } from '../../../data/figures/places.ts'
import type { Status } from '../../../data/model/answers/figure.ts'
import { UNIT_FIGURES } from '../../../data/store/release-questions.ts'
import type { OpenRelease } from '../../release/open-release.ts'

/** What a unit's source published of it. */
export type Published = {
  id: string
  name: string
  period: number
  value: number | null
  status: Status
  source: string
  loadedAt: string
}

/** Everything of an indicator, by its number, that was ever published of a municipality's units, the years ascending. */
export function ofMunicipality(
  { questions, places }: OpenRelease,
  { indicator, sex, code }: { indicator: number; sex: (typeof SEXES)[number]; code: string },
): Promise<Published[]> {
  const place = places.numbers.get(code)!
  return questions.rows<Published>(UNIT_FIGURES, { indicator, sex: SEXES.indexOf(sex), place })
}
