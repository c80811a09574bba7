import { normalProbability } from './distributions.ts'

/** From here on the tail counts as nothing (under 1e-9). */
const REACH = 6
const PER_UNIT = 1024
/** From −REACH to REACH, so that a loop that needs it a million times has one way to go. */
const TABLE = Float64Array.from({ length: 2 * REACH * PER_UNIT + 2 }, (_, index) =>
  normalProbability(REACH - index / PER_UNIT),
)

/** P(Z > z) from a table, linear between its points: within 3e-8. 0 from z = 6, 1 to z = −6. */
export function normalTail(z: number): number {
  if (z >= REACH) return 0
  if (z <= -REACH) return 1
  const position = (z + REACH) * PER_UNIT
  const index = Math.floor(position)
  const before = TABLE[index]!
  return before + (position - index) * (TABLE[index + 1]! - before)
}
