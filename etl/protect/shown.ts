import { meanNoise } from './noise.ts'

/** A figure as it may be shown. A share that is only bounded tells of which side; its value is the bound. */
export interface Shown {
  value: number
  bound: 'under' | 'over' | null
}

const SMALLEST_PART = 5
const SHARE_OF_SCALE = 0.75

/** A count as it is shown: to the nearest five. */
export function shownCount(protectedCount: number): number {
  return Math.round(protectedCount / 5) * 5
}

/**
 * A share in whole percent from protected counts (disclosure rule 7); null where nothing can be said. Where the part or
 * the rest is under five it is bounded by 1000/n̂ rounded up to a whole five. Never 0 or 100: in very large cells what
 * would round to them is held at 1 and 99.
 */
export function shownShare(all: number, having: number): Shown | null {
  const bound = Math.ceil(1000 / all / 5) * 5
  if (having < SMALLEST_PART) return bound > 50 ? null : { value: bound, bound: 'under' }
  if (all - having < SMALLEST_PART) return bound > 50 ? null : { value: 100 - bound, bound: 'over' }
  return { value: clamped(Math.round((100 * having) / all), 1, 99), bound: null }
}

/**
 * A mean with its own noise, clamped to the scale, to one decimal (disclosure rule 8).
 * @param values of those who have one, at least one
 * @param u the draw of the cell and the measure
 */
export function shownMean(values: ArrayLike<number>, scale: { min: number; max: number }, u: number): Shown {
  const n = values.length
  const { mean, farthest } = spreadOf(values)
  const deviation = Math.max(farthest, (scale.max - scale.min) / 2)
  const noisy = mean + (SHARE_OF_SCALE * deviation * meanNoise(u)) / n
  return { value: Math.round(clamped(noisy, scale.min, scale.max) * 10) / 10 + 0, bound: null }
}

/** The mean, and the largest deviation from it. A loop: it runs for every mean of every cell. */
function spreadOf(values: ArrayLike<number>): { mean: number; farthest: number } {
  let sum = 0
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    sum += value
    if (value < least) least = value
    if (value > most) most = value
  }
  const mean = sum / values.length
  return { mean, farthest: Math.max(most - mean, mean - least) }
}

/** A run of steps of a distribution, both included, with its count as shown. */
export interface ShownStep {
  first: number
  last: number
  count: number
}

/**
 * A distribution from the protected counts of its steps, in order (disclosure rule 9): neighbours are merged, from the
 * lowest on, until each run has at least `smallest`; what is left at the end joins the run before it. Null where
 * everything would end in one run.
 */
export function shownSteps(protectedCounts: readonly number[], smallest = SMALLEST_PART): ShownStep[] | null {
  const runs: ShownStep[] = []
  for (const [step, count] of protectedCounts.entries()) {
    const run = { first: step, last: step, count }
    if (runs.length > 0 && runs.at(-1)!.count < smallest) runs.push(joined(runs.pop()!, run))
    else runs.push(run)
  }
  if (runs.length > 1 && runs.at(-1)!.count < smallest) {
    const tail = runs.pop()!
    runs.push(joined(runs.pop()!, tail))
  }
  return runs.length < 2 ? null : runs.map((run) => ({ ...run, count: shownCount(run.count) }))
}

function joined(a: ShownStep, b: ShownStep): ShownStep {
  return { first: a.first, last: b.last, count: a.count + b.count }
}

function clamped(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value))
}
