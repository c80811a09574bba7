import { normalTail } from './normal-tail.ts'

/**
 * Another unit's difference to the one at hand: `slope` how steeply it follows that unit's error (its own standard
 * error over the difference's, 0…1), `rest` = √(1 − slope²) the part of its own, and which sides are still tested.
 */
export type Difference = { slope: number; rest: number; above: boolean; below: boolean }

/** Standard errors within which all but 6e-7 of a normal lies. */
const REACH = 5
/** The trapezoidal rule is exact to 1e-6 at this step for an integrand that dies out at both ends, … */
const STEP = 0.4
/** … at this part of the width over which the steepest difference passes its bound, where that is narrower, … */
const STEP_IN_WIDTHS = 1.2
/** … and needs this one where a unit that is known exactly cuts it off. */
const STEP_WHEN_CUT = 0.01
/** A product under this adds nothing to the integral. */
const NOTHING = 1e-10

/**
 * What keeps each difference within t, side by side in arrays, because the loop over them runs millions of times: its own
 * error must stay under `at` + `per`·u where `above` is 1, and over the same mirrored where `below` is 1.
 */
type Bounds = { at: Float64Array; per: Float64Array; above: Uint8Array; below: Uint8Array }

function boundsAt(t: number, differences: readonly Difference[]): Bounds {
  return {
    at: Float64Array.from(differences, ({ rest }) => t / rest),
    per: Float64Array.from(differences, ({ slope, rest }) => slope / rest),
    above: Uint8Array.from(differences, ({ above }) => Number(above)),
    below: Uint8Array.from(differences, ({ below }) => Number(below)),
  }
}

/** Standard normal density at u times the chance that every difference keeps within t, given the unit's own error u. */
function integrand({ at, per, above, below }: Bounds, u: number): number {
  let product = Math.exp(-(u ** 2) / 2) / Math.sqrt(2 * Math.PI)
  for (let index = 0; index < at.length && product >= NOTHING; index++) {
    const moved = per[index]! * u
    const over = above[index] === 0 ? 0 : normalTail(at[index]! + moved)
    const under = below[index] === 0 ? 0 : normalTail(at[index]! - moved)
    product *= Math.max(0, 1 - over - under)
  }
  return product < NOTHING ? 0 : product
}

/** Trapezoidal rule with points at most `step` apart. */
function integrate(bounds: Bounds, from: number, to: number, step: number): number {
  const pieces = Math.ceil((to - from) / step)
  const width = (to - from) / pieces
  let sum = (integrand(bounds, from) + integrand(bounds, to)) / 2
  for (let index = 1; index < pieces; index++) sum += integrand(bounds, from + index * width)
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
  const bounds = boundsAt(
    t,
    tested.filter(({ rest }) => rest > 0),
  )
  const from = exact.some(({ above }) => above) ? -Math.min(t, REACH) : -REACH
  const to = exact.some(({ below }) => below) ? Math.min(t, REACH) : REACH
  const steepest = bounds.per.reduce((most, per) => Math.max(most, per), 1)
  const step = exact.length > 0 ? STEP_WHEN_CUT : Math.max(STEP_WHEN_CUT, Math.min(STEP, STEP_IN_WIDTHS / steepest))
  return from < to ? integrate(bounds, from, to, step) : 0
}
