import { type Missing, presentPairs } from './finite.ts'
import { mean, total } from './mean.ts'

/** Sums of squares and products about the means, of equally long series. */
export type Moments = { n: number; meanX: number; meanY: number; xx: number; yy: number; xy: number }

/** The moments of the pairs present; null under 3 pairs, for unequal lengths, or beyond the range of numbers. */
export function momentsOf(x: readonly (number | Missing)[], y: readonly (number | Missing)[]): Moments | null {
  const pairs = presentPairs(x, y)
  if (!pairs || pairs.x.length < 3) return null
  const meanX = mean(pairs.x)
  const meanY = mean(pairs.y)
  if (meanX === null || meanY === null) return null
  const dx = pairs.x.map((value) => value - meanX)
  const dy = pairs.y.map((value) => value - meanY)
  const productSum = (a: number[], b: number[]) => total(a.map((value, index) => value * b[index]!))
  return { n: dx.length, meanX, meanY, xx: productSum(dx, dx), yy: productSum(dy, dy), xy: productSum(dx, dy) }
}
