import type { Stretch } from '../../../data/instruments/items.ts'

/** A share of an item: of which stretch of the scale, and between which percents it is told to lie. */
export interface Told extends Stretch {
  low: number
  high: number
}

const [LOWEST, HIGHEST] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
/** Rounding to whole percent may put shares that fit so far from 100. */
const ROUNDING = 1

/**
 * Whether shares of one item can be true of the same persons: what lies at or above a cut never exceeds what lies at or
 * above another by less than one share tells at least, and by more than others leave. Shortest ways from cut to cut.
 */
export function fitTogether(shares: readonly Told[]): boolean {
  const told = shares.map((share) => ({ ...share, from: share.from ?? LOWEST, below: share.below ?? HIGHEST }))
  const cuts = [...new Set([LOWEST, HIGHEST, ...told.flatMap(({ from, below }) => [from, below])])].sort(
    (a, b) => a - b,
  )
  const at = (cut: number): number => cuts.indexOf(cut)
  // most[a][b]: by how much what lies at or above cut a exceeds what does so at cut b, at most
  const most: number[][] = cuts.map((_, a) => cuts.map((__, b) => (a < b ? 100 + ROUNDING : 0)))
  narrow(most, 0, cuts.length - 1, { low: 100 - ROUNDING, high: 100 + ROUNDING })
  for (const share of told) narrow(most, at(share.from), at(share.below), share)
  for (const [by] of cuts.entries()) {
    for (const row of most) for (const [to] of cuts.entries()) row[to] = Math.min(row[to]!, row[by]! + most[by]![to]!)
  }
  return most.every((row, a) => row[a]! >= 0)
}

function narrow(most: number[][], from: number, below: number, { low, high }: Pick<Told, 'low' | 'high'>): void {
  most[from]![below] = Math.min(most[from]![below]!, high)
  most[below]![from] = Math.min(most[below]![from]!, -low)
}
