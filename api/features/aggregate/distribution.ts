import type { Measure } from '../../../data/instruments/definition.ts'
import type { Part, PartBar } from '../../release/protected-slices.ts'

/** A bar of a distribution, in the measure's own values: one of its steps, or neighbouring ones merged. */
export interface DistributionStep {
  from: number
  to: number
  /** Ids of the measure's steps that it holds. */
  steps: string[]
  /** Whole percent; all of a distribution make 100. */
  share: number
}

/**
 * Shown distributions as one (disclosure rule 4): the bars that every one of them has kept apart, each percent weighted by
 * the shown counts. Rounded from the highest bar on, so that they still make 100.
 */
export function barsTogether(parts: readonly Part[]): PartBar[] {
  const [first, ...others] = parts.map(({ bars }) => new Set(bars.map((bar) => bar.first)))
  const starts = [...(first ?? [])].filter((start) => others.every((one) => one.has(start))).sort((a, b) => a - b)
  const last = Math.max(...(parts[0]?.bars.map((bar) => bar.last) ?? [0]))
  const percents = [...starts.map((start) => percentFrom(parts, start)), 0]
  return starts.map((start, bar) => ({
    first: start,
    last: (starts[bar + 1] ?? last + 1) - 1,
    percent: percents[bar]! - percents[bar + 1]!,
  }))
}

/** How many percent lie in a bar or above it, in whole percent. */
function percentFrom(parts: readonly Part[], start: number): number {
  const all = parts.reduce((sum, { count }) => sum + count, 0)
  const above = parts.reduce((sum, { count, bars }) => sum + count * percentIn(bars, start), 0)
  return Math.round(above / all)
}

const percentIn = (bars: readonly PartBar[], start: number): number =>
  bars.filter(({ first }) => first >= start).reduce((sum, { percent }) => sum + percent, 0)

/** A distribution as it is told. */
export function distributionOf({ steps }: Measure, bars: readonly PartBar[]): DistributionStep[] {
  return bars.map(({ first, last, percent }) => ({
    from: steps![first]!.from,
    to: steps![last]!.to,
    steps: steps!.slice(first, last + 1).map(({ id }) => id),
    share: percent,
  }))
}

/** The median of whole values from the percents of their bars, as if each were evenly filled; one decimal. */
export function medianOf(distribution: readonly DistributionStep[]): number | null {
  let below = 0
  for (const { from, to, share } of distribution) {
    if (below + share >= 50) return Math.round((from - 0.5 + ((50 - below) / share) * (to - from + 1)) * 10) / 10 + 0
    below += share
  }
  return null
}
