import { normalTail } from './normal-tail.ts'

/**
 * Another unit's difference to the one at hand: `slope` how steeply it follows that unit's error (its own standard
 * error over the difference's, 0…1), `rest` = √(1 − slope²) the part of its own, and which sides are still tested.
 */
export type Difference = { slope: number; rest: number; above: boolean; below: boolean }

/** Standard errors within which all but 6e-7 of a normal lies. */
const REACH = 5
/** The trapezoidal rule is exact to 1e-6 at this step for an integrand that dies out at both ends … */
const STEP = 0.4
/** … and needs this one where a unit that is known exactly cuts it off. */
const STEP_WHEN_CUT = 0.01

/** What keeps one difference within t: its own error must stay under `at` + `per`·u, and over the same mirrored. */
type Bound = { at: number; per: number; above: boolean; below: boolean }

/** P(no tested side of the difference exceeds t | the unit's own error is u standard errors). */
function chanceOfOne({ at, per, above, below }: Bound, u: number): number {
  const over = above ? normalTail(at + per * u) : 0
  const under = below ? normalTail(at - per * u) : 0
  return Math.max(0, 1 - over - under)
}

/** Standard normal density at u times the chance that every difference keeps within t. */
function integrand(bounds: readonly Bound[], u: number): number {
  let product = Math.exp(-(u ** 2) / 2) / Math.sqrt(2 * Math.PI)
  for (const bound of bounds) {
    if (product < 1e-10) return 0
    product *= chanceOfOne(bound, u)
  }
  return product
}

/** Trapezoidal rule with points at most `step` apart. */
function integrate(f: (u: number) => number, from: number, to: number, step: number): number {
  const pieces = Math.ceil((to - from) / step)
  const width = (to - from) / pieces
  let sum = (f(from) + f(to)) / 2
  for (let index = 1; index < pieces; index++) sum += f(from + index * width)
  return sum * width
}

/**
 * P(no tested studentised difference exceeds `t`) when all true differences are 0, 0…1; `t` > 0.
 * Given the unit's own error the differences are independent, so one integral over that error is enough; a unit that
 * is known exactly (`rest` 0) only cuts its range.
 */
export function chanceWithin(t: number, differences: readonly Difference[]): number {
  const tested = differences.filter(({ above, below }) => above || below)
  const exact = tested.filter(({ rest }) => rest === 0)
  const bounds = tested
    .filter(({ rest }) => rest > 0)
    .map(({ slope, rest, above, below }) => ({ at: t / rest, per: slope / rest, above, below }))
  const from = exact.some(({ above }) => above) ? -Math.min(t, REACH) : -REACH
  const to = exact.some(({ below }) => below) ? Math.min(t, REACH) : REACH
  const steepest = bounds.reduce((most, { per }) => Math.max(most, per), 1)
  const step = exact.length > 0 ? STEP_WHEN_CUT : STEP / Math.min(steepest, STEP / STEP_WHEN_CUT)
  return from < to ? integrate((u) => integrand(bounds, u), from, to, step) : 0
}
