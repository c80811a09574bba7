/** What is known of a figure: it lies from `low` to `high`. Where both are the same, that is its value. */
export interface Known {
  low: number
  high: number
}

const WIDEST = 20
const HALF = 50
const UNDER_AT_LEAST = 5

/**
 * How many percent lie at or above a cut, as it is told (disclosure rule 7): in whole percent, 1 to 99, where at least
 * k − 0.5 lie on either side, else only that they are few or nearly all.
 */
export function toldAtCut(above: number, all: number, k: number): Known {
  const most = Math.ceil((100 * k) / all)
  if (above < k - 0.5) return { low: 0, high: most }
  if (all - above < k - 0.5) return { low: 100 - most, high: 100 }
  const percent = Math.min(99, Math.max(1, Math.round((100 * above) / all)))
  return { low: percent, high: percent }
}

/** Everyone lies above what is below the scale, nobody above what is above it. */
export const EVERYONE: Known = { low: 100, high: 100 }
export const NOBODY: Known = { low: 0, high: 0 }

/**
 * The share from one cut up to another, out of what is told at both; null where that is too little to be worth telling.
 * A share is never 0 or 100.
 */
export function toldShare(from: Known, below: Known): Known | null {
  const low = Math.max(0, from.low - below.high)
  const high = Math.min(100, from.high - below.low)
  if (low === high) return low === 0 ? { low: 0, high: UNDER_AT_LEAST } : { low, high }
  if (low <= 0) return high <= HALF ? { low: 0, high } : null
  if (high >= 100) return low >= HALF ? { low, high: 100 } : null
  return high - low <= WIDEST ? { low, high } : null
}
