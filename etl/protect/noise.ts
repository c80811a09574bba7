type NoiseRow = readonly (readonly [value: number, probability: number])[]

/**
 * The chance that is added to a count, by the true count (disclosure rule 5): value and its probability. Mean 0, never
 * below zero persons, variance 2 from four persons on; made with Statistics Sweden's choice of method, the cell key.
 */
const NOISE: readonly NoiseRow[] = [
  [[0, 1]],
  row('-1 .3859 | 0 .3859 | +1 .1263 | +2 .0600 | +3 .0285 | +4 .0135'),
  row('-2 .1591 | -1 .2397 | 0 .2556 | +1 .1930 | +2 .1031 | +3 .0390 | +4 .0104'),
  row('-3 .0348 | -2 .1107 | -1 .2207 | 0 .2753 | +1 .2150 | +2 .1051 | +3 .0322 | +4 .0062'),
  row('-4 .0054 | -3 .0306 | -2 .1047 | -1 .2191 | 0 .2803 | +1 .2191 | +2 .1047 | +3 .0306 | +4 .0054'),
]

/** What is added at a cut of a distribution, whatever the true count, nought too (disclosure rule 7). Variance 1. */
const CUT_NOISE = row('-4 .0001 | -3 .0044 | -2 .0540 | -1 .2420 | 0 .3990 | +1 .2420 | +2 .0540 | +3 .0044 | +4 .0001')

const FULL_ROW = NOISE.length - 1

function row(text: string): [number, number][] {
  return text.split(' | ').map((pair) => pair.split(' ').map(Number) as [number, number])
}

/**
 * The noise of a count of `n` persons at `u`: the first value whose cumulated probability reaches u, the last one where
 * rounding leaves u above them all.
 * @param u 0 ≤ u < 1, from the cell's key
 */
export function noiseOf(n: number, u: number): number {
  return drawn(NOISE[Math.min(n, FULL_ROW)]!, u)
}

function drawn(values: NoiseRow, u: number): number {
  let cumulated = 0
  for (const [value, probability] of values) {
    cumulated += probability
    if (cumulated >= u) return value
  }
  return values[values.length - 1]![0]
}

/** n̂, the protected count of n persons whose keys sum to `key` (mod 2³²). Nobody stays nobody. */
export function protectedCount(n: number, key: number): number {
  return n === 0 ? 0 : n + noiseOf(n, key / 2 ** 32)
}

/** The noise that a mean draws: always from the row of four persons or more. */
export function meanNoise(u: number): number {
  return noiseOf(FULL_ROW, u)
}

/** The noise at a cut. */
export function cutNoise(u: number): number {
  return drawn(CUT_NOISE, u)
}
