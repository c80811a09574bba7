import { normalTail } from './normal-tail.ts'

/**
 * The differences of the others to one unit, side by side in arrays, because the loop over them runs millions of times. Each
 * follows the unit's own error by `per` = own standard error / other's, and stays within t where the other's error stays under
 * t·`stretch` + `per`·u, and over the same mirrored. `above` and `below` are 1 while that side is tested, else 0.
 */
export type Differences = {
  /** Standard error of the difference. */
  together: Float64Array
  stretch: Float64Array
  per: Float64Array
  above: Float64Array
  below: Float64Array
  /** Places of the others that are known exactly: they never leave their bound, but cut the range of u. */
  exact: readonly number[]
}

/** Standard errors within which all but 6e-7 of a normal lies. */
export const REACH = 5
/** The trapezoidal rule is exact to 1e-6 at this step for an integrand that dies out at both ends, … */
const STEP = 0.4
/** … at this part of the width over which the steepest difference passes its bound, where that is narrower, … */
const STEP_IN_WIDTHS = 1.2
/** … and needs this one where a unit that is known exactly cuts it off. */
const STEP_WHEN_CUT = 0.01
/** A product under this adds nothing to the integral. */
const NOTHING = 1e-10

/** All differences to the unit at a place among standard errors that ascend; both sides are tested. */
export function differencesTo(unit: number, standardErrors: readonly number[]): Differences {
  const own = standardErrors[unit]!
  const count = standardErrors.length
  const [together, stretch, per] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  const exact: number[] = []
  for (let other = 0; other < count; other++) {
    const error = standardErrors[other]!
    const isExact = error === 0 && other !== unit
    const counts = error > 0 && other !== unit
    together[other] = Math.sqrt(own * own + error * error)
    stretch[other] = counts ? together[other]! / error : Number.POSITIVE_INFINITY
    per[other] = counts ? own / error : 0
    if (isExact) exact.push(other)
  }
  const above = new Float64Array(count).fill(1)
  above[unit] = 0
  return { together, stretch, per, above, below: above.slice(), exact }
}

/** Of a standard normal at u. */
export const density = (u: number) => Math.exp(-(u ** 2) / 2) / Math.sqrt(2 * Math.PI)

/**
 * Standard normal density at u and at −u, each times the chance that every difference keeps within t there. What is over on
 * one side is under on the other, so both take one look at the tails.
 */
function bothSides({ stretch, per, above, below }: Differences, t: number, u: number): number {
  let right = density(u)
  let left = right
  for (let other = 0; other < per.length && (right >= NOTHING || left >= NOTHING); other++) {
    const at = t * stretch[other]!
    const moved = per[other]! * u
    const far = normalTail(at + moved)
    const near = normalTail(at - moved)
    right *= Math.max(0, 1 - above[other]! * far - below[other]! * near)
    left *= Math.max(0, 1 - above[other]! * near - below[other]! * far)
  }
  return right + left
}

/** The same at u alone. */
function oneSide({ stretch, per, above, below }: Differences, t: number, u: number): number {
  let product = density(u)
  for (let other = 0; other < per.length && product >= NOTHING; other++) {
    const at = t * stretch[other]!
    const moved = per[other]! * u
    product *= Math.max(0, 1 - above[other]! * normalTail(at + moved) - below[other]! * normalTail(at - moved))
  }
  return product
}

/** How long a step may be, given the differences. */
export function stepOf(per: ArrayLike<number>): number {
  let steepest = 1
  for (let other = 0; other < per.length; other++) steepest = Math.max(steepest, per[other]!)
  return Math.min(STEP, Math.max(STEP_WHEN_CUT, STEP_IN_WIDTHS / steepest))
}

/** Trapezoidal rule with points at most `step` apart; 0 where there is no way to go. */
export function integrate(f: (u: number) => number, from: number, to: number, step: number): number {
  if (from >= to) return 0
  const pieces = Math.ceil((to - from) / step)
  const width = (to - from) / pieces
  let sum = (f(from) + f(to)) / 2
  for (let index = 1; index < pieces; index++) sum += f(from + index * width)
  return sum * width
}

/**
 * P(no tested studentised difference exceeds `t`) when all true differences are 0, 0…1; `t` > 0.
 * Given the unit's own error the differences are independent, so one integral over that error is enough; a unit that
 * is known exactly only cuts its range.
 */
export function chanceWithin(t: number, differences: Differences): number {
  const { above, below, exact, per } = differences
  const left = exact.some((other) => above[other]) ? Math.min(t, REACH) : REACH
  const right = exact.some((other) => below[other]) ? Math.min(t, REACH) : REACH
  const cut = Math.min(left, right) < REACH
  const step = cut ? STEP_WHEN_CUT : stepOf(per)
  const shorter = Math.min(left, right)
  const toLonger = right > left ? 1 : -1
  return (
    integrate((u) => bothSides(differences, t, u), 0, shorter, step) +
    integrate((u) => oneSide(differences, t, toLonger * u), shorter, Math.max(left, right), step)
  )
}
