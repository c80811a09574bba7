import { isPresent } from './finite.ts'
import { quantileSelected } from './quantile.ts'

/** A unit's change between two neighbouring years, less the median of all units' changes between them; size above all in order. */
export type SizedChange = { size: number; change: number }
/** The noise of one value, as a standard deviation, for units of at most this size; n changes were looked at. */
export type SizeClass = { upTo: number; n: number; sd: number }

const FEWEST_CHANGES = 30
/** A median absolute deviation times this is the standard deviation of a normal distribution. */
const NORMAL_MAD = 1.4826

/**
 * The noise of one value where nobody states it, measured from how much values move from one year to the next, for small and
 * large units apart. Classes of equal number by `size`, ascending; ties go down. From the smallest up, a class of under 30
 * changes joins the next larger one, the last the one before. In each, sd = 1.4826 · median(|change − class median|) / √2, in
 * the unit of the changes, ≥ 0: a change is the difference of two values, so its variance is twice that of one. Then sd is made
 * non-increasing with size: neighbours that break the order are pooled to their mean, weighted by n; every class stays, with
 * the sd of its pool. `upTo` of the last class is the largest size seen.
 *
 * Real movement counts as noise too, so it errs towards silence. A unit differs from a fixed value beyond 1.96 · sd, two values
 * from each other beyond 1.96 · √(sd₁² + sd₂²). Not for counts that grow with the population, not for yes/no and grades.
 * Pairs with a size or change that is not finite are left out. Null under 30 changes, or `classes` not a whole number ≥ 1.
 * Source: MAD as Huber, Robust Statistics (1981); pooling as Ayer et al., Ann Math Stat 26 (1955).
 */
export function yearlyNoise(changes: readonly SizedChange[], classes = 5): SizeClass[] | null {
  const ascending = changes.filter(({ size, change }) => isPresent(size) && isPresent(change))
  ascending.sort((a, b) => a.size - b.size)
  const sizes = Float64Array.from(ascending, ({ size }) => size)
  return yearlyNoiseOfAscending(
    sizes,
    Float64Array.from(ascending, ({ change }) => change),
    classes,
  )
}

/** The same of finite changes by ascending size, each at the place of its size. */
export function yearlyNoiseOfAscending(sizes: Float64Array, changes: Float64Array, classes = 5): SizeClass[] | null {
  if (sizes.length < FEWEST_CHANGES || !(Number.isInteger(classes) && classes >= 1)) return null
  const measured = joined(classEnds(sizes, classes)).map((end, index, ends) =>
    noiseOf(sizes[end - 1]!, changes.slice(ends[index - 1] ?? 0, end)),
  )
  return measured.every(({ sd }) => Number.isFinite(sd)) ? nonIncreasing(measured) : null
}

/** The noise of one value of a unit of that size; a unit larger than any that was seen has that of the largest. */
export const noiseAt = (classes: readonly SizeClass[], size: number): number | null =>
  (classes.find(({ upTo }) => size <= upTo) ?? classes.at(-1))?.sd ?? null

/** Where each class of equal number ends among the changes; sizes that are alike all belong to the lower class. */
function classEnds(ascending: Float64Array, classes: number): number[] {
  const ends = Array.from({ length: classes }, (_, index) => {
    let end = Math.ceil(((index + 1) * ascending.length) / classes)
    while (end > 0 && end < ascending.length && ascending[end] === ascending[end - 1]) end++
    return end
  })
  return [...new Set(ends)]
}

/** The ends of classes that hold enough: one of too few joins the next, the last the one before. */
function joined(ends: readonly number[]): number[] {
  const whole: number[] = []
  for (const end of ends) if (end - (whole.at(-1) ?? 0) >= FEWEST_CHANGES) whole.push(end)
  return [...whole.slice(0, -1), ends.at(-1)!]
}

/** @param upTo the largest size; @param changes at least one; they are rearranged */
function noiseOf(upTo: number, changes: Float64Array): SizeClass {
  const centre = medianOf(changes)
  const sizes = new Float64Array(changes.length)
  for (let at = 0; at < sizes.length; at++) sizes[at] = Math.abs(changes[at]! - centre)
  const spread = medianOf(sizes)
  return { upTo, n: changes.length, sd: (NORMAL_MAD * spread) / Math.SQRT2 }
}

const medianOf = (values: Float64Array) => quantileSelected(values, 0.5)

/** Pools adjacent violators. */
function nonIncreasing(classes: readonly SizeClass[]): SizeClass[] {
  const pools: { members: SizeClass[]; n: number; sd: number }[] = []
  for (const one of classes) {
    let pool = { members: [one], n: one.n, sd: one.sd }
    for (let last = pools.at(-1); last && last.sd < pool.sd; last = pools.at(-1)) {
      pools.pop()
      const n = last.n + pool.n
      pool = { members: [...last.members, ...pool.members], n, sd: (last.n * last.sd + pool.n * pool.sd) / n }
    }
    pools.push(pool)
  }
  return pools.flatMap(({ members, sd }) => members.map(({ upTo, n }) => ({ upTo, n, sd })))
}
