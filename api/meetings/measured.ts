import type { Measured } from '../../data/model/meetings/change-interval.ts'
import { fieldOf } from '../figures/field.ts'
import type { Subject } from '../figures/subject.ts'
import type { OpenRelease } from '../release/open-release.ts'

/** A municipality's figure in a year with what is known of its uncertainty. */
export function measuredAt(release: OpenRelease, subject: Subject, period: number, municipality: string): Measured {
  const figure = fieldOf(release, subject, period).get(municipality)
  if (!figure) return { value: null, lower: null, upper: null, margin: null }
  const { value, lower, upper } = figure
  return { value, lower, upper, margin: null }
}
