import type { Step } from '../../data/instruments/definition.ts'
import type { Distribution } from './distribution.ts'
import type { Known } from './told.ts'

/** A bar: the steps from `first` to `last` by their number, both included, and how many percent lie in them. */
export interface Bar {
  first: number
  last: number
  percent: number
}

/** An item's distribution with its cuts, and what is told at each of them. */
export interface Told extends Distribution {
  cuts: readonly number[]
  told: readonly Known[]
}

/**
 * The bars of an item (disclosure rule 9): each cut is kept, in the order in which they are given, where both bars beside
 * it then hold at least k − 0.5 persons; and differ in whole percent, so that no bar is nought. One bar holds everything
 * where no cut is kept.
 */
export function barsOf(steps: readonly Pick<Step, 'from'>[], barCuts: readonly number[], item: Told, k: number): Bar[] {
  const kept = keptAmong(barCuts, item, k)
  const borders = steps.flatMap(({ from }, step) => (step > 0 && kept.has(from) ? [step] : []))
  const percents = [100, ...borders.map((step) => kept.get(steps[step]!.from)!), 0]
  const firsts = [0, ...borders]
  return firsts.map((first, bar) => ({
    first,
    last: (firsts[bar + 1] ?? steps.length) - 1,
    percent: percents[bar]! - percents[bar + 1]!,
  }))
}

/** The kept cuts with the percent at or above each. */
function keptAmong(barCuts: readonly number[], { all, above, cuts, told }: Told, k: number): Map<number, number> {
  const ends = [
    { at: Number.NEGATIVE_INFINITY, above: all, percent: 100 },
    { at: Number.POSITIVE_INFINITY, above: 0, percent: 0 },
  ]
  for (const at of barCuts) {
    const place = cuts.indexOf(at)
    const cut = { at, above: above[place]!, percent: told[place]!.low }
    const right = ends.findIndex((end) => end.at > at)
    const isApart = (one: typeof cut, other: typeof cut): boolean =>
      one.above - other.above >= k - 0.5 && one.percent > other.percent
    if (isApart(ends[right - 1]!, cut) && isApart(cut, ends[right]!)) ends.splice(right, 0, cut)
  }
  return new Map(ends.map((end) => [end.at, end.percent]))
}
