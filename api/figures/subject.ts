import type { Sex } from '../../data/model/answers/figure.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import type { OpenRelease } from '../release/open-release.ts'
import type { Slice } from '../release/slice.ts'

/** What is compared: an indicator for one sex, its values, and those of the indicator that counts its base. */
export type Subject = { indicator: Indicator; sex: Sex; values: Slice; bases: Slice | null }

/** Subjects in the order of the indicators, read together. */
export async function subjectsOf(release: OpenRelease, indicators: readonly Indicator[], sex: Sex): Promise<Subject[]> {
  const bases = indicators.map(({ denominator }) => denominator).filter((id) => id !== null)
  const ids = [...new Set([...indicators.map(({ id }) => id), ...bases])]
  const slices = await release.slices.all(ids, sex)
  const byId = new Map(ids.map((id, index) => [id, slices[index]!]))
  return indicators.map((indicator) => ({
    indicator,
    sex,
    values: byId.get(indicator.id)!,
    bases: indicator.denominator === null ? null : byId.get(indicator.denominator)!,
  }))
}

export async function subjectOf(release: OpenRelease, indicator: Indicator, sex: Sex): Promise<Subject> {
  const [subject] = await subjectsOf(release, [indicator], sex)
  return subject!
}

/** Names a subject among what is computed once. */
export const keyOf = ({ indicator, sex }: Subject): string => `${indicator.id} ${sex}`
