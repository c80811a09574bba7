import type { Reference } from '../../data/model/answers/compare.ts'
import type { Comparison } from '../../data/model/answers/figure.ts'
import { compareWithReference, mean, quantile, ranks } from '../../data/stats/index.ts'
import { computedOnce, type OpenRelease } from '../release/open-release.ts'
import { type Field, fieldOf } from './field.ts'
import type { Figure } from './figure.ts'
import type { Members } from './members.ts'
import { keyOf, type Subject } from './subject.ts'

/** A subject in one year, seen from a reference: its statistics, and the rank of each member with a value. */
export type Standing = {
  subject: Subject
  period: number
  field: Field
  reference: Omit<Reference, 'id' | 'name'>
  ranks: ReadonlyMap<string, number | null>
}

export function standingOf(release: OpenRelease, subject: Subject, period: number, members: Members): Standing {
  return computedOnce(release, `standing ${keyOf(subject)} ${period} ${members.id}`, () => {
    const ranked = ranks(valuesOf(subject, period, members), subject.indicator.direction)
    return {
      subject,
      period,
      field: fieldOf(release, subject, period),
      reference: referenceOf(release, subject, period, members),
      ranks: new Map(members.codes.map((code, index) => [code, ranked[index]!])),
    }
  })
}

const COUNTRY = '0000'

/** The statistics of a reference alone, for questions that need them for many years but no single municipality's figure. */
export function referenceOf(
  release: OpenRelease,
  subject: Subject,
  period: number,
  members: Members,
): Standing['reference'] {
  return computedOnce(release, `reference ${keyOf(subject)} ${period} ${members.id}`, () => ({
    ...summaryOf(valuesOf(subject, period, members)),
    country: subject.values.value(period, COUNTRY),
  }))
}

const valuesOf = ({ values }: Subject, period: number, { codes }: Members) =>
  codes.map((code) => values.value(period, code))

/** Count, missing, unweighted mean and type-7 quantiles of the values that are there. */
export function summaryOf(all: readonly (number | null)[]) {
  const values = all.filter((value) => value !== null)
  return {
    count: values.length,
    missing: all.length - values.length,
    mean: mean(values),
    median: quantile(values, 0.5),
    q1: quantile(values, 0.25),
    q3: quantile(values, 0.75),
    min: quantile(values, 0),
    max: quantile(values, 1),
  }
}

/** What a figure is compared with: the country's figure for shares where it was published, else the reference's median. */
export function comparedWith({ subject, reference }: Standing): 'country' | 'median' {
  return subject.indicator.kind === 'share' && reference.country !== null ? 'country' : 'median'
}

/** Better, similar, worse; higher or lower where neutral; null without an interval. */
export function comparisonOf(standing: Standing, { value, lower, upper }: Figure): Comparison {
  const against = standing.reference[comparedWith(standing)]
  return compareWithReference(value, lower, upper, against, standing.subject.indicator.direction)
}
