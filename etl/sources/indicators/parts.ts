import type { Indicator } from '../../../data/model/indicator.ts'
import type { Told } from '../figure-check.ts'
import { type Numbers, statusOf } from './numbers.ts'

/** What a value may be of its parts where the title does not say: themselves, percent, or cases per so many. */
const MULTIPLES = [1, 100, 1000, 10_000, 100_000]

/** The value as given, else made of its parts, else missing for the reason that its mark gives. */
export function told(
  { multiplier }: Indicator,
  { value, numerator, denominator }: Numbers,
  mark: string,
): Pick<Told, 'value' | 'status' | 'token' | 'numerator' | 'denominator'> {
  const quotient = mark === '' ? quotientOf(numerator, denominator) : null
  const made = value ?? (quotient === null ? null : precise(quotient * (multiplier ?? 1)))
  if (made === null) return { value: null, status: statusOf(mark)!, token: mark, numerator, denominator }
  return { value: made, status: null, token: null, numerator, denominator }
}

const precise = (value: number): number => Number(value.toPrecision(14))

const quotientOf = (numerator: number | null, denominator: number | null): number | null =>
  numerator === null || denominator === null ? null : numerator / denominator

/** Whether value, numerator and denominator say different things, as 0,54 does of 54 in 100 in percent. */
export function contradict(
  { kind, multiplier }: Indicator,
  { value, numerator, denominator, decimals }: Numbers,
): boolean {
  const quotient = quotientOf(numerator, denominator)
  if (quotient === null) return false
  if (kind === 'share' && quotient > 1) return true
  if (value === null) return false
  const multiples = multiplier === null ? MULTIPLES : [multiplier]
  return !multiples.some((multiple) => agree(value, quotient * multiple, decimals))
}

/** Equal but for the rounding of the value to the decimals that it is written with. */
const agree = (value: number, made: number, decimals: number): boolean =>
  Math.abs(value - made) <= Math.max(0.6 * 10 ** -decimals, Math.abs(made) * 1e-9)

/** A value that is its parts in percent is a share; without a value the parts are taken to make one. */
export function isShare({ value, numerator, denominator, inPercent }: Numbers): boolean {
  if (inPercent) return true
  const quotient = quotientOf(numerator, denominator)
  return quotient !== null && quotient <= 1 && Math.abs((value ?? 100 * quotient) - 100 * quotient) < 0.6
}
