import { normalTail } from './normal-tail.ts'

/**
 * Another unit's difference to the one at hand: `slope` how steeply it follows that unit's error (its own standard
 * error over the difference's, 0…1), `rest` = √(1 − slope²) the part of its own, and which sides are still tested.
 */
export type Difference = { slope: number; rest: number; above: boolean; below: boolean }

/** Standard errors within which all but 6e-7 of a normal lies. */
const REACH = 5
const STEP = 0.25

/** P(no tested side of the difference exceeds t | the unit's own error is u standard errors). */
function chanceOfOne({ slope, rest, above, below }: Difference, t: number, u: number): number {
  const over = above ? normalTail((t + slope * u) / rest) : 0
  const under = below ? normalTail((t - slope * u) / rest) : 0
  return Math.max(0, 1 - over - under)
}

/** Standard normal density at u times the chance that every difference keeps within t. */
function integrand(differences: readonly Difference[], t: number, u: number): number {
  let product = Math.exp(-(u ** 2) / 2) / Math.sqrt(2 * Math.PI)
  for (const difference of differences) {
    if (product < 1e-10) return 0
    product *= chanceOfOne(difference, t, u)
  }
  return product
}

/** Simpson's rule with points at most `step` apart. */
function integrate(f: (u: number) => number, from: number, to: number, step: number): number {
  const halves = Math.max(1, Math.ceil((to - from) / (2 * step)))
  const width = (to - from) / (2 * halves)
  let sum = f(from) + f(to)
  for (let index = 1; index < 2 * halves; index++) sum += (index % 2 === 1 ? 4 : 2) * f(from + index * width)
  return (sum * width) / 3
}

/**
 * P(no tested studentised difference exceeds `t`) when all true differences are 0, 0…1.
 * Given the unit's own error the differences are independent, so one integral over that error is enough; a unit that
 * is known exactly (`rest` 0) only cuts its range.
 */
export function chanceWithin(t: number, differences: readonly Difference[]): number {
  const tested = differences.filter(({ above, below }) => above || below)
  const uncertain = tested.filter(({ rest }) => rest > 0)
  const cut = Math.min(t, REACH)
  const from = tested.some(({ rest, above }) => above && rest === 0) ? -cut : -REACH
  const to = tested.some(({ rest, below }) => below && rest === 0) ? cut : REACH
  const sharpest = uncertain.reduce((least, { rest, slope }) => Math.min(least, slope > 0 ? rest / slope : 1), 1)
  return from < to ? integrate((u) => integrand(uncertain, t, u), from, to, STEP * Math.max(sharpest, 1 / 40)) : 0
}
