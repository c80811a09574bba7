import { finiteOrNull, isPositive } from './finite.ts'
import type { Interval } from './interval.ts'
import { poissonInterval } from './poisson-interval.ts'

/**
 * Crude rate with confidence limits: (count, lower, upper)/denominator · multiplier, limits of `poissonInterval`.
 * Unit: events per `multiplier` of the denominator (persons, person-years); ≥ 0, not bounded by the multiplier.
 * Denominator or multiplier not above 0, or a negative count → null.
 * Source: Public Health England, Technical Guide: Confidence Intervals (2018), Byar's method.
 */
export function rateInterval(
  count: number,
  denominator: number,
  multiplier: number,
  confidence = 0.95,
): Interval | null {
  const limits = poissonInterval(count, confidence)
  if (!limits || !isPositive(denominator) || !isPositive(multiplier)) return null
  const perMultiplier = (events: number) => (events / denominator) * multiplier
  return finiteOrNull({
    value: perMultiplier(count),
    lower: perMultiplier(limits.lower),
    upper: perMultiplier(limits.upper),
  })
}
