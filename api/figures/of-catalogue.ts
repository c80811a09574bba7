import type { Sex } from '../../data/model/answers/figure.ts'
import { type Indicator, isOutsideCatalogue } from '../../data/model/indicator.ts'
import { keptBy } from '../release/kept-by.ts'
import type { OpenRelease } from '../release/open-release.ts'
import { MANY } from './numbers.ts'

/** Reads something about the indicators that pages are about: once for each sex, kept as long as the release. */
export function oncePerSex<T>(
  read: (release: OpenRelease, sex: Sex) => Promise<T>,
): (release: OpenRelease, sex: Sex) => Promise<T> {
  const releases = new WeakMap<OpenRelease, (sex: Sex) => Promise<T>>()
  return (release, sex) => {
    const known = releases.get(release) ?? keptBy((one: Sex) => read(release, one))
    releases.set(release, known)
    return known(sex)
  }
}

const held = new WeakMap<OpenRelease, number>()

/** Bytes of what is kept so of a release. */
export const bytesHeld = (release: OpenRelease): number => held.get(release) ?? 0

export const noteHeld = (release: OpenRelease, bytes: number) => held.set(release, bytesHeld(release) + bytes)

/** Whether a question is about these indicators alone, and they are few enough to be kept: a Kolada's whole is not. */
export const isOfCatalogue = ({ inside }: OpenRelease, indicators: readonly Indicator[]): boolean =>
  inside.length < MANY && !indicators.some(isOutsideCatalogue)
