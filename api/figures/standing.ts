import { type Figure, figureAt } from '../../data/figures/figure.ts'
import { type Certainty, certaintyOf } from '../../data/figures/noise.ts'
import { COUNTRY } from '../../data/figures/places.ts'
import { comparedWith, comparisonOf, type Statistics, statisticsOf } from '../../data/figures/reference.ts'
import type { Subject } from '../../data/figures/subject.ts'
import type { Band, Comparison } from '../../data/model/answers/figure.ts'
import { bands, ranks } from '../../data/stats/index.ts'
import type { OpenRelease } from '../release/open-release.ts'
import type { Members } from './members.ts'

/** A subject in one year, seen from a reference: its statistics, and the rank of each member with a value. */
export type Standing = {
  subject: Subject
  period: number
  reference: Statistics
  comparedWith: 'country' | 'median'
  figures: ReadonlyMap<string, Figure>
  bands: ReadonlyMap<string, Band>
  ranks: ReadonlyMap<string, number | null>
}

export function standingOf(release: OpenRelease, subject: Subject, period: number, members: Members): Standing {
  const figures = figuresIn(release, subject, period)
  const reference = referenceOf(subject, period, members)
  const ranked = ranks(valuesOf(subject, period, members), subject.indicator.direction)
  const isBased = [...figures.values()].some(({ n }) => n !== null)
  return {
    subject,
    period,
    reference,
    comparedWith: comparedWith(subject.indicator, isBased, reference),
    figures,
    bands: bandsIn(figures, subject),
    ranks: new Map(members.codes.map((code, index) => [code, ranked[index]!])),
  }
}

/** The figure of every municipality in a year. */
export const figuresIn = ({ municipalities }: OpenRelease, subject: Subject, period: number): Map<string, Figure> =>
  new Map([...municipalities.keys()].map((code) => [code, figureAt(subject, period, code)]))

function bandsIn(figures: ReadonlyMap<string, Figure>, { indicator }: Subject): Map<string, Band> {
  const found = bands(
    [...figures.values()].map(({ value }) => value),
    indicator.direction,
  )
  return new Map([...figures.keys()].map((code, index) => [code, found[index]!]))
}

/** The statistics of a reference alone, for questions that need them for many years but no single municipality's figure. */
export const referenceOf = (subject: Subject, period: number, members: Members): Statistics =>
  statisticsOf(valuesOf(subject, period, members), subject.values.value(period, COUNTRY), subject.precision)

const valuesOf = ({ values }: Subject, period: number, { codes }: Members) =>
  codes.map((code) => values.value(period, code))

/** What a municipality's figure rests on, and how it compares. */
export function judged(
  release: OpenRelease,
  { subject, reference, comparedWith: against }: Standing,
  code: string,
  figure: Figure,
): Certainty & { comparison: Comparison } {
  const certainty = certaintyOf(subject, figure, release.municipalities.get(code)!.population)
  return { ...certainty, comparison: comparisonOf(subject.indicator, figure, certainty, reference[against]) }
}
