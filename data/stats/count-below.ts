/** How many of the ascending values come before the first for which `isPast` holds. */
function countUntil(sorted: Float64Array, isPast: (value: number) => boolean): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (isPast(sorted[middle]!)) to = middle
    else from = middle + 1
  }
  return from
}

/** How many of the ascending values are less than `value`. */
export const countBelow = (sorted: Float64Array, value: number): number => countUntil(sorted, (other) => other >= value)

/** How many of the ascending values are at most `value`. */
export const countAtMost = (sorted: Float64Array, value: number): number => countUntil(sorted, (other) => other > value)
