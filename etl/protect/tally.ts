/** What became of the cells and figures of a kind: for the operator only, never published. */
export interface Tally {
  cells: { considered: number; empty: number; tooFew: number; pairRule: number; floor: number; shown: number }
  figures: {
    considered: number
    floor: number
    bound: number
    notFollowedUp: number
    tooNarrow: number
    shown: number
  }
}

export function emptyTally(): Tally {
  return {
    cells: { considered: 0, empty: 0, tooFew: 0, pairRule: 0, floor: 0, shown: 0 },
    figures: { considered: 0, floor: 0, bound: 0, notFollowedUp: 0, tooNarrow: 0, shown: 0 },
  }
}

/** Adds one tally to another in place. */
export function addTally(to: Tally, more: Tally): void {
  for (const part of ['cells', 'figures'] as const) {
    const sums = to[part] as Record<string, number>
    for (const [name, count] of Object.entries(more[part])) sums[name]! += count
  }
}
