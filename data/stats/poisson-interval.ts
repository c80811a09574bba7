import { chiSquareAt, normalCritical } from './distributions.ts'
import { finiteOrNull, isConfidence } from './finite.ts'
import type { Limits } from './interval.ts'

/** Counts under this get the exact limits; from it on Byar's approximation is as good. */
export const FEWEST_FOR_BYAR = 10

/** Exact limits: ½χ²(α/2; 2x) and ½χ²(1 − α/2; 2x + 2). */
function exactLimits(count: number, confidence: number): Limits {
  const tail = (1 - confidence) / 2
  return {
    lower: count === 0 ? 0 : chiSquareAt(tail, 2 * count) / 2,
    upper: chiSquareAt(1 - tail, 2 * count + 2) / 2,
  }
}

/** Byar's limits: x(1 − 1/9x − z/3√x)³ and the same at x + 1 with + z. */
function byarLimits(count: number, confidence: number): Limits {
  const z = normalCritical(confidence)
  const cubed = (x: number, side: number) => x * Math.max(0, 1 - 1 / (9 * x) + (side * z) / (3 * Math.sqrt(x))) ** 3
  return { lower: cubed(count, -1), upper: cubed(count + 1, 1) }
}

/**
 * Confidence limits of a Poisson count: Byar's approximation, exact (chi-square) under 10.
 * In events; `count` ≥ 0 (need not be whole), `confidence` in 0…1. 0 → lower exactly 0.
 * Input outside its range → null. Source: Breslow & Day 1987, vol. II, p. 69; Ulm, Am J Epidemiol 131 (1990).
 */
export function poissonInterval(count: number, confidence = 0.95): Limits | null {
  if (!(count >= 0 && Number.isFinite(count) && isConfidence(confidence))) return null
  const limits = count < FEWEST_FOR_BYAR ? exactLimits : byarLimits
  return finiteOrNull(limits(count, confidence))
}
