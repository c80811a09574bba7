import { normalProbability } from './distributions.ts'

/** From here on the tail counts as nothing (under 1e-9). */
const REACH = 6
/** Few enough that both tables stay in the processor's nearest memory. */
const PER_UNIT = 128
const points = Array.from({ length: 2 * REACH * PER_UNIT + 1 }, (_, index) => index / PER_UNIT - REACH)
const TAIL = Float64Array.from(points, (z) => normalProbability(-z))
const DENSITY = Float64Array.from(points, (z) => Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI))

/**
 * P(Z > z) by Taylor's second order from the nearest point of a table: within 4e-9, for loops that need it a million times.
 * 0 from z = 6, 1 to z = −6.
 */
export function normalTail(z: number): number {
  if (z >= REACH) return 0
  if (z <= -REACH) return 1
  const index = Math.floor((z + REACH) * PER_UNIT + 0.5)
  const nearest = index / PER_UNIT - REACH
  const beyond = z - nearest
  return TAIL[index]! - beyond * DENSITY[index]! * (1 - (beyond * nearest) / 2)
}
