import type { Interval } from './interval.ts'
import { rateInterval } from './rate-interval.ts'

/**
 * Indirectly standardised ratio observed/expected, 1 = as expected, with the limits of `poissonInterval` over
 * `expected`: exact under 10 observed, else Byar. `expected` > 0 comes from the reference group's rates by age × sex.
 * Ratio per one, ≥ 0. Expected not above 0, or observed below 0 → null.
 * Source: Breslow & Day 1987, vol. II; Public Health England, Technical Guide (2018).
 */
export const indirectlyStandardisedRatio = (observed: number, expected: number, confidence = 0.95): Interval | null =>
  rateInterval(observed, expected, 1, confidence)
