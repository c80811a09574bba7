/** Why a point of a control chart is not chance alone. */
export type SpecialRule = 'outside' | 'trend' | 'near-limit' | 'shift'

const RUN = 7
const NEAR = 2 / 3

/** 1 above zero, −1 below, 0 within rounding of it. */
const sideOf = (difference: number, noise: number) => (Math.abs(difference) <= noise ? 0 : Math.sign(difference))

/** Marks both ends and all between of every stretch of `length` equal, non-zero signs. */
function inRun(signs: readonly number[], length: number): boolean[] {
  const marked = signs.map(() => false)
  let start = 0
  signs.forEach((sign, index) => {
    if (sign !== signs[start]) start = index
    if (sign !== 0 && index - start + 1 >= length) marked.fill(true, start, index + 1)
  })
  return marked
}

/** Points of 7 strictly rising or falling: 6 steps the same way, and the point before the first step. */
function inTrend(series: readonly number[], noise: number): boolean[] {
  const steps = series.slice(1).map((value, index) => sideOf(value - series[index]!, noise))
  const stepInRun = inRun(steps, RUN - 1)
  return series.map((_, index) => Boolean(stepInRun[index - 1] || stepInRun[index]))
}

/** Points beyond two thirds on a side, where two of some three in a row are. */
function inNearPair(zones: readonly number[]): boolean[] {
  const isPartnered = (index: number) => [-2, -1, 1, 2].some((distance) => zones[index + distance] === zones[index])
  return zones.map((zone, index) => zone !== 0 && isPartnered(index))
}

/** The first rule that holds for each point of a series with limits `centre` ± `margin`. */
export function specialRules(
  series: readonly number[],
  centre: number,
  margin: number,
  noise: number,
): (SpecialRule | null)[] {
  const beyond = (distance: number) =>
    series.map((value) => {
      const side = Math.sign(value - centre)
      return sideOf(Math.max(0, Math.abs(value - centre) - distance), noise) && side
    })
  const found: [SpecialRule, boolean[]][] = [
    ['outside', beyond(margin).map((side) => side !== 0)],
    ['trend', inTrend(series, noise)],
    ['near-limit', inNearPair(beyond(NEAR * margin))],
    ['shift', inRun(beyond(0), RUN)],
  ]
  return series.map((_, index) => found.find(([, holds]) => holds[index])?.[0] ?? null)
}
