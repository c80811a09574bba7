import type { Indicator } from '../model/indicator.ts'
import { type Interval, proportionInterval, rateInterval } from '../stats/index.ts'
import { asReckoned } from './precision.ts'
import type { Published } from './slice.ts'
import type { Subject } from './subject.ts'

/** A published value with the base that is known for it, how many of it, and the 95 % interval that its source states or that follows from them, in the value's unit. */
export type Figure = Published & {
  n: number | null
  events: number | null
  lower: number | null
  upper: number | null
}

/** What an answer shows of a figure. */
export const shown = ({ value, status, n, lower, upper }: Figure) => ({ value, status, n, lower, upper })

const NO_BASE = { n: null, events: null, lower: null, upper: null }

/** The figure of a municipality in a year; without a value, a base says nothing and is left out. */
export function figureAt(subject: Subject, period: number, municipality: string): Figure {
  const base = subject.bases?.value(period, municipality) ?? null
  return figureOf(subject, subject.values.at(period, municipality), base)
}

/** A published value as it is shown. @param base the value of the indicator that counts its base, null where there is none */
export function figureOf(
  { indicator, precision }: Pick<Subject, 'indicator' | 'precision'>,
  { value, status, source, loadedAt, numerator, denominator, previous, ...stated }: Published,
  base: number | null,
): Figure {
  const { n, events, lower, upper } =
    value === null ? NO_BASE : basedOn(indicator, value, numerator, denominator ?? base)
  // Each property by name: spreading the two made this the slowest line of every answer.
  return {
    value,
    status,
    source,
    loadedAt,
    numerator,
    denominator,
    previous,
    n,
    events,
    lower: asReckoned(stated.lower ?? lower, precision),
    upper: asReckoned(stated.upper ?? upper, precision),
  }
}

function basedOn(indicator: Indicator, value: number, numerator: number | null, n: number | null) {
  if (n === null) return NO_BASE
  const per = multiplierOf(indicator)
  const events = numerator ?? (per === null ? null : Math.round((value * n) / per))
  const interval = events === null ? null : intervalOf(indicator, events, n)
  return { n, events, lower: interval?.lower ?? null, upper: interval?.upper ?? null }
}

/** A value is cases per this many of the base: 100 for shares, as declared for rates; null for what is not cases. */
export function multiplierOf({ kind, multiplier }: Indicator): number | null {
  if (kind === 'share') return multiplier ?? 100
  return kind === 'rate' ? multiplier : null
}

function intervalOf(indicator: Indicator, events: number, n: number): Interval | null {
  const per = multiplierOf(indicator)
  if (per === null) return null
  if (indicator.kind === 'rate') return rateInterval(events, n, per)
  const share = proportionInterval(events, n)
  return share && { value: share.value * per, lower: share.lower * per, upper: share.upper * per }
}
