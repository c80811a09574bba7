import { figureAt } from '../../data/figures/figure.ts'
import { certaintyOf } from '../../data/figures/noise.ts'
import type { Subject } from '../../data/figures/subject.ts'
import type { Measured } from '../../data/model/meetings/change-interval.ts'
import type { OpenRelease } from '../release/open-release.ts'

/** A municipality's figure in a year with what is known of its uncertainty. */
export function measuredAt(release: OpenRelease, subject: Subject, period: number, municipality: string): Measured {
  const place = release.municipalities.get(municipality)
  if (!place) return { value: null, lower: null, upper: null, margin: null }
  const figure = figureAt(subject, period, municipality)
  const { value, lower, upper } = figure
  return { value, lower, upper, margin: certaintyOf(subject, figure, place.population).margin }
}
