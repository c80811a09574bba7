import { cutDraw } from './keys.ts'
import { cutNoise, protectedCount } from './noise.ts'

/**
 * How an item lies in a cell, protected: n̂ of those who have a value, and by cut how many of them lie at or above it.
 * Not rounded, so that agreement can move them; never shown as it is.
 */
export interface Distribution {
  all: number
  above: number[]
}

/** Persons' numbers of an item with their keys, and where the item is cut. */
export interface Numbers {
  values: Float64Array
  keys: Uint32Array
  cuts: readonly number[]
  secret: string
}

/**
 * Draws the distribution of an item among some persons (disclosure rule 7): at each cut the true count, scaled to n̂, with
 * the noise of those who lie at or above it. Null where fewer than `floor` are left of those who have a value.
 */
export function distributionOf(members: Int32Array, numbers: Numbers, floor: number): Distribution | null {
  const { n, key } = atOrAbove(members, numbers)
  const all = protectedCount(n[0]!, key[0]!)
  if (all < floor) return null
  const above = numbers.cuts.map((cut, i) => {
    const scaled = Math.round((n[i + 1]! * all) / n[0]!)
    return scaled + cutNoise(cutDraw(numbers.secret, key[i + 1]!, cut))
  })
  return held({ all, above })
}

/** First of all who have a value, then by cut of those at or above it: how many, and the sum of their keys mod 2³². */
function atOrAbove(members: Int32Array, { values, keys, cuts }: Numbers): { n: number[]; key: number[] } {
  const n = Array<number>(cuts.length + 1).fill(0)
  const key = Array<number>(cuts.length + 1).fill(0)
  for (const person of members) {
    const value = values[person]!
    if (Number.isNaN(value)) continue
    let band = 0
    while (band < cuts.length && value >= cuts[band]!) band++
    n[band]!++
    key[band] = (key[band]! + keys[person]!) >>> 0
  }
  for (let band = cuts.length - 1; band >= 0; band--) {
    n[band]! += n[band + 1]!
    key[band] = (key[band]! + key[band + 1]!) >>> 0
  }
  return { n, key }
}

/** The same, falling from cut to cut and within nobody and all. */
export function held(distribution: Distribution): Distribution {
  if (isHeld(distribution)) return distribution
  const { all, above } = distribution
  return { all, above: nonIncreasing(above).map((count) => Math.min(all, Math.max(0, count))) }
}

/** Most are: a loop, since it runs for every item of every cell, twenty times. */
function isHeld({ all, above }: Distribution): boolean {
  let most = all
  for (const count of above) {
    if (count > most || count < 0) return false
    most = count
  }
  return true
}

/** The nearest numbers, by squares, that never rise: neighbours that do share their mean (pool adjacent violators). */
export function nonIncreasing(numbers: readonly number[]): number[] {
  const pools: { mean: number; size: number }[] = []
  for (const number of numbers) {
    let pool = { mean: number, size: 1 }
    while (pools.length > 0 && pools.at(-1)!.mean < pool.mean) {
      const { mean, size } = pools.pop()!
      pool = { mean: (mean * size + pool.mean * pool.size) / (size + pool.size), size: size + pool.size }
    }
    pools.push(pool)
  }
  return pools.flatMap(({ mean, size }) => Array<number>(size).fill(mean))
}
