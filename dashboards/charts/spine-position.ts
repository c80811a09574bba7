import { mean, scaleLinear } from 'd3'

/** The spread of an indicator among the municipalities; null where too few have a value. */
export type Spread = {
  min: number | null
  q1: number | null
  median: number | null
  q3: number | null
  max: number | null
}

/**
 * Where along the spine a value stands: 0 at the lowest of all, 0.5 at the median, 1 at the highest, straight between the
 * quartiles. Turned round where low is better, so that better is always to the right. Outside the spread it is the end.
 * @returns null where the spread is not known
 */
export function spinePosition(value: number, spread: Spread, direction: string): number | null {
  const ends = [spread.min, spread.q1, spread.median, spread.q3, spread.max]
  if (ends.some((end) => end === null)) return null
  const at = along(value, ends as number[])
  return direction === 'lower' ? 1 - at : at
}

const PLACES = [0, 0.25, 0.5, 0.75, 1]

function along(value: number, ends: readonly number[]): number {
  if (value < ends[0]!) return 0
  if (value > ends.at(-1)!) return 1
  const shared = PLACES.filter((_, index) => ends[index] === value)
  return mean(shared) ?? scaleLinear(ends, PLACES)(value)
}
