import { chanceWithin, type Differences, density, integrate, REACH, stepOf } from './joint-differences.ts'
import { normalTail } from './normal-tail.ts'

/**
 * Differences to others whose errors are alike, gathered: each place stands for `weight` of them and has `per`, `stretch`,
 * `above` and `below` as one of `Differences` has.
 */
type Gathered = { weight: number[]; stretch: number[]; per: number[]; above: number[]; below: number[] }

/** Errors of which none is more than this many times another are alike. */
const ALIKE = 1.25
/** So far off a chance from `SURE` on may be; in a million random cases it was by less than a quarter of it. */
const [DOUBT, SURE] = [3e-4, 0.9]
/** The logarithm of what adds nothing to the integral. */
const NOTHING = -20

/**
 * A chance on the same side of `confidence` as `chanceWithin`: out of differences gathered, in a third of the time, and of each
 * on its own only where that leaves the side in doubt.
 */
export function chanceBeside(confidence: number, t: number, differences: Differences): number {
  if (differences.exact.length > 0 || confidence < SURE + DOUBT) return chanceWithin(t, differences)
  const about = chanceAbout(t, differences)
  return Math.abs(about - confidence) > DOUBT ? about : chanceWithin(t, differences)
}

/** `chanceWithin` from 0.9 on, within 1.5e-4, where no other is known exactly. */
export function chanceAbout(t: number, differences: Differences): number {
  const gathered = gather(differences)
  return integrate((u) => bothSides(gathered, t, u), 0, REACH, stepOf(gathered.per))
}

/** Those tested on the same sides: how many are alike so far, and sums of powers of how far their `per` is from that of the first. */
type Sides = { above: number; below: number; count: number; sum: number; squares: number; cubes: number }

function gather({ per, above, below }: Differences): Gathered {
  const gathered: Gathered = { weight: [], stretch: [], per: [], above: [], below: [] }
  const bySides = [sides(0, 0), sides(1, 0), sides(0, 1), sides(1, 1)]
  const tested = bySides.slice(1)
  let first = Number.POSITIVE_INFINITY
  for (let other = 0; other < per.length; other++) {
    const at = above[other]! + 2 * below[other]!
    if (at === 0) continue
    const one = per[other]!
    if (one * ALIKE < first) {
      for (const alike of tested) standFor(alike, first, gathered)
      first = one
    }
    const alike = bySides[at]!
    const apart = one - first
    alike.count++
    alike.sum += apart
    alike.squares += apart * apart
    alike.cubes += apart * apart * apart
  }
  for (const alike of tested) standFor(alike, first, gathered)
  return gathered
}

const sides = (above: number, below: number): Sides => ({ above, below, count: 0, sum: 0, squares: 0, cubes: 0 })

/** Spreads below this part of the mean are none. */
const NO_SPREAD = 1e-6

/**
 * Puts two in the place of those that are alike, with their mean, spread and skewness, and begins anew.
 * Source: Gauss's quadrature by two points, exact for what is cubic in `per`.
 */
function standFor(alike: Sides, first: number, gathered: Gathered): void {
  const { count } = alike
  if (count === 0) return
  const [mean, square, cube] = [alike.sum / count, alike.squares / count, alike.cubes / count]
  const spread = Math.sqrt(Math.max(0, square - mean * mean))
  if (spread < NO_SPREAD * first) put(gathered, alike, count, first + mean)
  else {
    const skewness = (cube - 3 * mean * square + 2 * mean ** 3) / spread ** 3
    const beyond = (skewness + Math.hypot(skewness, 2)) / 2
    const share = 1 / (1 + beyond * beyond)
    put(gathered, alike, count * share, first + mean + spread * beyond)
    put(gathered, alike, count * (1 - share), first + mean - spread / beyond)
  }
  Object.assign(alike, sides(alike.above, alike.below))
}

function put({ weight, stretch, per, above, below }: Gathered, alike: Sides, count: number, one: number): void {
  weight.push(count)
  per.push(one)
  stretch.push(Math.sqrt(1 + one * one))
  above.push(alike.above)
  below.push(alike.below)
}

/** Standard normal density at u and at −u, each times the chance that every difference keeps within t there. */
function bothSides({ weight, stretch, per, above, below }: Gathered, t: number, u: number): number {
  let right = 0
  let left = 0
  for (let place = 0; place < per.length && (right > NOTHING || left > NOTHING); place++) {
    const at = t * stretch[place]!
    const moved = per[place]! * u
    const far = normalTail(at + moved)
    const near = normalTail(at - moved)
    right += weight[place]! * logarithmOfRest(above[place]! * far + below[place]! * near)
    left += weight[place]! * logarithmOfRest(above[place]! * near + below[place]! * far)
  }
  return density(u) * (Math.exp(right) + Math.exp(left))
}

/** log(1 − x), by its series where x is small. */
const logarithmOfRest = (x: number) => (x < 0.01 ? -x * (1 + x * (1 / 2 + x / 3)) : Math.log(Math.max(0, 1 - x)))
