/** The spread of an indicator among the municipalities; null where too few have a value. */
export type Spread = {
  min: number | null
  q1: number | null
  median: number | null
  q3: number | null
  max: number | null
}

type Knot = { value: number; at: number }

/**
 * Where along the spine a value stands: 0 at the lowest of all, 0.5 at the median, 1 at the highest, straight between the
 * quartiles. Turned round where low is better, so that better is always to the right. Outside the spread it is the end.
 * @returns null where the spread is not known
 */
export function spinePosition(value: number, spread: Spread, direction: string): number | null {
  const ends = [spread.min, spread.q1, spread.median, spread.q3, spread.max]
  if (ends.some((end) => end === null)) return null
  const at = along(
    value,
    ends.map((end, index) => ({ value: end!, at: index / 4 })),
  )
  return direction === 'lower' ? 1 - at : at
}

function along(value: number, knots: readonly Knot[]): number {
  const level = knots.filter((knot) => knot.value === value)
  if (level.length > 0) return level.reduce((sum, knot) => sum + knot.at, 0) / level.length
  const above = knots.findIndex((knot) => knot.value > value)
  if (above === -1) return 1
  if (above === 0) return 0
  const [from, to] = [knots[above - 1]!, knots[above]!]
  return from.at + ((to.at - from.at) * (value - from.value)) / (to.value - from.value)
}
