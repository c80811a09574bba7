import type { Band } from '../../data/model/answers/figure.ts'
import { bands } from '../../data/stats/index.ts'
import { computedOnce, type OpenRelease } from '../release/open-release.ts'
import { type Figure, figureAt } from './figure.ts'
import { keyOf, type Subject } from './subject.ts'

/** A subject in one year: the figure of every municipality, with its band among all of them. */
export type Field = ReadonlyMap<string, Figure & { band: Band }>

export function fieldOf(release: OpenRelease, subject: Subject, period: number): Field {
  return computedOnce(release, `field ${keyOf(subject)} ${period}`, () => {
    const codes = [...release.municipalities.keys()]
    const figures = codes.map((code) => figureAt(subject, period, code))
    const banded = bands(
      figures.map(({ value }) => value),
      subject.indicator.direction,
    )
    return new Map(codes.map((code, index) => [code, { ...figures[index]!, band: banded[index]! }]))
  })
}
