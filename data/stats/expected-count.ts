import { isPositive, isPresent } from './finite.ts'
import { total } from './mean.ts'

/** One group (age × sex): the unit's own persons there, and the reference's persons and events. */
export type CaseMixStratum = { population: number; referencePopulation: number; referenceCount: number }

const isUsable = ({ population, referencePopulation, referenceCount }: CaseMixStratum) =>
  isPositive(population) && referenceCount >= 0 && isPositive(referencePopulation)

/**
 * Events to expect if the unit's persons met the reference's rates: Σ n·R/N over the strata.
 * In events; goes into `indirectlyStandardisedRatio` beside the unit's observed events.
 * Strata where the unit has nobody need no reference. Null when a stratum with persons has none, without persons at
 * all, or for a number that is negative or not finite. Source: Breslow & Day 1987, vol. II, ch. 2.
 */
export function expectedCount(strata: readonly CaseMixStratum[]): number | null {
  const peopled = strata.filter(({ population }) => population !== 0)
  if (peopled.length === 0 || !peopled.every(isUsable)) return null
  const expected = total(
    peopled.map(
      ({ population, referencePopulation, referenceCount }) => population * (referenceCount / referencePopulation),
    ),
  )
  return isPresent(expected) ? expected : null
}
