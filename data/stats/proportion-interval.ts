import { normalCritical } from './distributions.ts'
import { finiteOrNull, isConfidence, isPositive } from './finite.ts'
import type { Interval } from './interval.ts'

/**
 * Wilson score interval of a share p = events/n:
 * (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
 * Value and limits per one of n, 0…1; `events` in 0…n (need not be whole), `confidence` in 0…1.
 * 0 events → lower exactly 0; n events → upper exactly 1. n = 0 or input outside its range → null.
 * Source: Wilson, JASA 22 (1927); Newcombe, Stat Med 17 (1998), method 3.
 */
export function proportionInterval(events: number, n: number, confidence = 0.95): Interval | null {
  if (!(isPositive(n) && events >= 0 && events <= n && isConfidence(confidence))) return null
  const z = normalCritical(confidence)
  const value = events / n
  const centre = value + (z * z) / (2 * n)
  const spread = z * Math.sqrt((value * (1 - value)) / n + (z / (2 * n)) ** 2)
  const scale = 1 + (z * z) / n
  return finiteOrNull({
    value,
    lower: events === 0 ? 0 : Math.max(0, Math.min(value, (centre - spread) / scale)),
    upper: events === n ? 1 : Math.min(1, Math.max(value, (centre + spread) / scale)),
  })
}
