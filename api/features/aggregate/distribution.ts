import type { Measure } from '../../../data/instruments/definition.ts'
import type { Part, PartStep } from './parts.ts'

/** A run of a distribution's steps, in the measure's own values. */
export interface DistributionStep {
  from: number
  to: number
  /** Ids of the measure's steps that it holds. */
  steps: string[]
  count: number
  /** Whole percent of the steps shown. */
  share: number
}

/** Shown distributions as one: steps that any of them has merged are merged in the sum. */
export function stepsTogether(parts: readonly Part[]): PartStep[] {
  const ends = parts.map(({ steps }) => new Set(steps.map(({ last }) => last)))
  const [first, ...others] = ends
  const common = [...(first ?? [])].filter((last) => others.every((end) => end.has(last))).sort((a, b) => a - b)
  const all = parts.flatMap(({ steps }) => steps)
  return common.map((last, i) => {
    const from = i === 0 ? 0 : common[i - 1]! + 1
    const inside = all.filter((step) => step.first >= from && step.last <= last)
    return { first: from, last, count: inside.reduce((sum, { count }) => sum + count, 0) }
  })
}

/** A distribution as it is told, from its shown counts. */
export function distributionOf({ steps }: Measure, runs: readonly PartStep[]): DistributionStep[] {
  const all = runs.reduce((sum, { count }) => sum + count, 0)
  return runs.map(({ first, last, count }) => ({
    from: steps![first]!.from,
    to: steps![last]!.to,
    steps: steps!.slice(first, last + 1).map(({ id }) => id),
    count,
    share: Math.round((100 * count) / all),
  }))
}

/** The median of whole values from the counts of their runs, as if each run were evenly filled; one decimal. */
export function medianOf(distribution: readonly DistributionStep[]): number | null {
  const half = distribution.reduce((sum, { count }) => sum + count, 0) / 2
  let below = 0
  for (const { from, to, count } of distribution) {
    if (below + count >= half && count > 0) {
      return Math.round((from - 0.5 + ((half - below) / count) * (to - from + 1)) * 10) / 10 + 0
    }
    below += count
  }
  return null
}
