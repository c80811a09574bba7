import type { Answered } from './asking.ts'
import type { Observation } from './gaussian.ts'
import type { Seen } from './observations.ts'

const DRAW_VARIANCE = 2
const SHARE_OF_SCALE = 0.75

/** Means with noise of their own: before and after a change. The noise is that of half the scale, or a little more. */
export function observationsOfMean(
  measure: string,
  { feature, size, halfScale }: { feature: number; size: number; halfScale: number },
  answered: Answered,
  place: string,
  seen: readonly Seen[],
): Observation[] {
  return seen.flatMap(({ cell, weights }) => {
    const shown = answered(measure).get(`${place} ${cell.name}`)
    if (!shown) return []
    const n = weights.reduce((sum, weight) => sum + weight, 0)
    const unsure = weights.reduce((sum, weight) => sum + weight * (1 - weight), 0)
    const coefficients = new Float64Array(size)
    coefficients[feature] = 1
    const noise = (SHARE_OF_SCALE * halfScale) ** 2 * DRAW_VARIANCE + (0.1 * n) ** 2 / 12
    return [{ weights, coefficients, value: shown.value! * n, variance: noise + unsure * 8, noise: new Map() }]
  })
}
