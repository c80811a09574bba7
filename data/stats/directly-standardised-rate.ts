import { finiteOrNull, isPositive } from './finite.ts'
import type { Interval } from './interval.ts'
import { total } from './mean.ts'
import { FEWEST_FOR_BYAR, poissonInterval } from './poisson-interval.ts'

/** One age-by-sex group: its events, its own population, and its weight in the standard population (any scale). */
export type Stratum = { count: number; population: number; weight: number }

const isUsable = ({ count, population, weight }: Stratum) => count >= 0 && isPositive(population) && weight >= 0

/**
 * Directly standardised rate Σw·O/n / Σw with Dobson's limits: rate + √(var rate / ΣO)·(limit of ΣO − ΣO),
 * var rate = Σw²·O/n² / (Σw)², limits of ΣO by Byar.
 * Unit: events per `multiplier` of the standard population; strata in any order, weights on any scale.
 * Null for a total count under 10, no stratum, a stratum without population, or input outside its range.
 * Source: Dobson, Kuulasmaa, Eberle & Scherer, Stat Med 10 (1991); Public Health England, Technical Guide (2018).
 */
export function directlyStandardisedRate(
  strata: readonly Stratum[],
  multiplier: number,
  confidence = 0.95,
): Interval | null {
  if (!isPositive(multiplier) || !strata.every(isUsable)) return null
  const events = total(strata.map(({ count }) => count))
  const weights = total(strata.map(({ weight }) => weight))
  const limits = events < FEWEST_FOR_BYAR ? null : poissonInterval(events, confidence)
  if (!limits) return null
  const rate = total(strata.map(({ count, population, weight }) => (weight * count) / population)) / weights
  const variance = total(strata.map(({ count, population, weight }) => count * (weight / weights / population) ** 2))
  const ratio = Math.sqrt(variance / events)
  return finiteOrNull({
    value: rate * multiplier,
    lower: Math.max(0, rate + ratio * (limits.lower - events)) * multiplier,
    upper: (rate + ratio * (limits.upper - events)) * multiplier,
  })
}
