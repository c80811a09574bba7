import type { Subject } from '../../../data/figures/subject.ts'
import { mean, standardDeviation } from '../../../data/stats/index.ts'
import { total } from '../../../data/stats/mean.ts'
import type { Members } from '../../figures/members.ts'

/** One trait that municipalities are alike or unlike in. */
export type Trait = {
  subject: Subject
  period: number | null
  weight: number
  mean: number | null
  sd: number | null
  valueAt(municipality: string): number | null
}
export type Neighbour = { municipality: string; distance: number; parts: (number | null)[] }

/** A trait with its mean and standard deviation over all municipalities with a value in the year. */
export function traitOf(subject: Subject, period: number | null, weight: number, all: Members): Trait {
  const valueAt = (code: string) => (period === null ? null : subject.values.value(period, code))
  const values = all.codes.map(valueAt)
  return { subject, period, weight, mean: mean(values), sd: standardDeviation(values), valueAt }
}

/**
 * How unlike two municipalities are: √(Σ w·z² / Σ w) over the traits that both have a value for, z the difference in
 * standard deviations. Null where these carry less than half of the weight: too little is known.
 */
export function neighbourOf(traits: readonly Trait[], own: string, other: string): Neighbour | null {
  const squares = traits.map((trait) => weightedSquare(trait, own, other))
  const whole = total(traits.map(({ weight }) => weight))
  const known = total(traits.map(({ weight }, index) => (squares[index] === null ? 0 : weight)))
  if (known === 0 || known < whole / 2) return null
  const square = total(squares)
  const parts = squares.map((one) => (one === null ? null : square === 0 ? 0 : one / square))
  return { municipality: other, distance: Math.sqrt(square / known), parts }
}

function weightedSquare({ weight, sd, valueAt }: Trait, own: string, other: string): number | null {
  const [a, b] = [valueAt(own), valueAt(other)]
  if (a === null || b === null || sd === null || sd === 0) return null
  return weight * ((b - a) / sd) ** 2
}
