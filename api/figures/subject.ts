import type { Subject } from '../../data/figures/subject.ts'
import type { Sex } from '../../data/model/answers/figure.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import type { OpenRelease } from '../release/open-release.ts'

/** An indicator for one sex with all that is known of its values. */
export async function subjectOf(release: OpenRelease, indicator: Indicator, sex: Sex): Promise<Subject> {
  const { slices, reckoned } = release
  const { number, precision, noise } = reckoned.get(indicator.id)!
  const counted = indicator.base === null ? undefined : reckoned.get(indicator.base)
  const [values, bases] = await Promise.all([slices.of(number, sex), counted ? slices.of(counted.number, sex) : null])
  return { indicator, sex, values, bases, precision, noise: noise.get(sex) ?? null }
}
