import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankLimitsOf } from '../../data/figures/rank-limits.ts'
import { chanceAbout, chanceBeside } from '../../data/stats/gathered-differences.ts'
import { rankIntervals } from '../../data/stats/index.ts'
import { chanceWithin, differencesTo } from '../../data/stats/joint-differences.ts'
import { normalTail } from '../../data/stats/normal-tail.ts'
import { significantDifferences } from '../../data/stats/significant-differences.ts'

describe('rankIntervals', () => {
  it('is certain when nothing is uncertain, ties aside', () => {
    expect(rankIntervals([1, 2, 3, 3], [0, 0, 0, 0])).toEqual([
      { rank: 4, lower: 4, upper: 4 },
      { rank: 3, lower: 3, upper: 3 },
      { rank: 1, lower: 1, upper: 2 },
      { rank: 1, lower: 1, upper: 2 },
    ])
  })

  it('of two units is the test of their difference, two-sided at first', () => {
    expect(rankIntervals([0, 1.95], [0.6, 0.8])![0]).toEqual({ rank: 2, lower: 1, upper: 2 })
    expect(rankIntervals([0, 1.97], [0.6, 0.8])![0]).toEqual({ rank: 2, lower: 2, upper: 2 })
  })

  it('steps down: with five far below, the sixth is held against a smaller critical value', () => {
    const [unit] = rankIntervals([0, 3.4, -20, -20, -20, -20, -20], Array(7).fill(1))!
    const [single] = rankIntervals([0, 3.4, 0, 0, 0, 0, 0], Array(7).fill(1))!
    expect(unit).toEqual({ rank: 2, lower: 2, upper: 2 })
    expect(single!.lower).toBe(1)
  })

  it('can be run again with the same result', () => {
    const estimates = Array.from({ length: 30 }, (_, index) => Math.sin(index * 7))
    const errors = estimates.map((_, index) => 0.05 + (index % 5) / 10)
    expect(rankIntervals(estimates, errors)).toEqual(rankIntervals(estimates, errors))
  })

  it('says nothing of lists that do not match or a negative error', () => {
    expect(rankIntervals([1, 2], [1])).toBeNull()
    expect(rankIntervals([1, 2], [1, -1])).toBeNull()
    expect(rankIntervals([1, Number.NaN], [1, 1])).toBeNull()
    expect(rankIntervals([], [])).toEqual([])
    expect(rankIntervals([7], [1])).toEqual([{ rank: 1, lower: 1, upper: 1 }])
  })
})

/** The step-down as it is defined: one hypothesis after the other, each against those that remain. */
function oneByOne(unit: number, estimates: readonly number[], errors: readonly number[], confidence: number) {
  const tried = estimates.flatMap((estimate, other) => {
    const difference = estimate - estimates[unit]!
    const t = difference === 0 ? 0 : difference / Math.hypot(errors[unit]!, errors[other]!)
    return other === unit ? [] : ([[other, 'above', t] as const, [other, 'below', -t] as const] as const)
  })
  const differences = differencesTo(unit, errors)
  const found = { above: 0, below: 0 }
  for (const [other, side, t] of tried.sort(([, , a], [, , b]) => b - a)) {
    if (normalTail(t) >= 1 - confidence || chanceWithin(t, differences) <= confidence) break
    differences[side][other] = 0
    found[side]++
  }
  return found
}

describe('the step-down', () => {
  it('taken in strides finds what it finds step by step', () => {
    const unit = fc.record({
      estimate: fc.oneof(fc.double({ min: -9, max: 9, noNaN: true }), fc.integer({ min: -3, max: 3 })),
      error: fc.oneof(fc.double({ min: 0.05, max: 4, noNaN: true }), fc.constantFrom(0, 0.1, 1, 1, 1)),
    })
    const confidence = fc.constantFrom(0.8, 0.95, 0.99)
    let strides = 0
    const holds = fc.property(fc.array(unit, { minLength: 2, maxLength: 30 }), confidence, (units, sure) => {
      units.sort((a, b) => a.error - b.error)
      const [estimates, errors] = [units.map(({ estimate }) => estimate), units.map(({ error }) => error)]
      for (const place of units.keys()) {
        const found = oneByOne(place, estimates, errors, sure)
        if (found.above + found.below > 2) strides++
        expect(significantDifferences(place, estimates, errors, sure)).toEqual(found)
      }
    })
    fc.assert(holds, { numRuns: 60 })
    expect(strides).toBeGreaterThan(50)
  })
})

/** Errors of many units as populations make them, in clusters, alike, or as random as may be; ascending. */
const manyErrors = fc
  .tuple(
    fc.constantFrom<(random: number) => number>(
      (random) => Math.exp(3 * random),
      (random) => (random < 0.5 ? 1 : 1.2),
      (random) => 1 / (0.02 + random) ** 1.5,
      () => 1,
      (random) => 1 + 0.2 * random,
    ),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 150, maxLength: 290 }),
  )
  .map(([errorAt, randoms]) => randoms.map(errorAt).sort((a, b) => a - b))
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 290, maxLength: 290 })

describe('differences gathered by their errors', () => {
  it('keep within their bounds with the chance of each on its own, within 1.5e-4, whatever has been rejected', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true })
    const t = fc.double({ min: 2.6, max: 4.5, noNaN: true })
    const holds = fc.property(manyErrors, shares, place, t, (errors, rejected, where, bound) => {
      const differences = differencesTo(Math.floor(where * (errors.length - 1)), errors)
      errors.forEach((_, other) => {
        if (rejected[other]! < 0.4) differences[rejected[other]! < 0.2 ? 'above' : 'below'][other] = 0
      })
      const each = chanceWithin(bound, differences)
      fc.pre(each > 0.901)
      expect(Math.abs(chanceAbout(bound, differences) - each)).toBeLessThan(1.5e-4)
      for (const confidence of [each - 1e-6, each, each + 1e-6])
        expect(chanceBeside(confidence, bound, differences) > confidence).toBe(each > confidence)
    })
    fc.assert(holds, { numRuns: 300 })
  })

  it('keep within them where few of those that are alike are a little larger', () => {
    const differences = differencesTo(280, [...Array(250).fill(1), ...Array(30).fill(1.24), 5])
    for (const bound of [2.4, 2.6, 3]) {
      const each = chanceWithin(bound, differences)
      expect(Math.abs(chanceAbout(bound, differences) - each)).toBeLessThan(1.5e-4)
    }
  })

  it('keep within them where nearly all are alike and one own error is several times theirs', () => {
    for (const own of [3.12, 4, 5, 8]) {
      const differences = differencesTo(151, [...Array(150).fill(1), own, own])
      differences.above.fill(0)
      for (const bound of [3.01, 3.05, 3.1, 3.2]) {
        const each = chanceWithin(bound, differences)
        expect(Math.abs(chanceAbout(bound, differences) - each)).toBeLessThan(1.5e-4)
      }
    }
  })

  it('give each of many the rank limits of one hypothesis after the other, with ties and missing values', () => {
    let found = 0
    const holds = fc.property(manyErrors, shares, fc.constantFrom(1, 6, 30), (errors, randoms, reach) => {
      const figures = errors.map((error, index) => {
        const value = Math.round(randoms[index]! * reach * 4) / 4
        if (index % 17 === 3) return { code: `${index}`, value: null, lower: null, upper: null }
        if (index % 19 === 4) return { code: `${index}`, value, lower: null, upper: null }
        return { code: `${index}`, value, lower: value - error / 4, upper: value + error / 4 }
      })
      const known = figures.filter(({ lower }) => lower !== null)
      const unknown = figures.filter(({ value, lower }) => value !== null && lower === null).length
      const widths = known.map(({ lower, upper }) => (upper! - lower!) / 3.919928)
      const order = [...known.keys()].sort((a, b) => widths[a]! - widths[b]!)
      const limits = rankLimitsOf(figures, 'higher')
      expect(limits.size).toBe(known.length)
      for (let place = 0; place < order.length; place += 31) {
        const [values, inOrder] = [order.map((at) => known[at]!.value!), order.map((at) => widths[at]!)]
        const { above, below } = oneByOne(place, values, inOrder, 0.95)
        found += above + below
        const lower = 1 + above
        const upper = known.length - below + unknown
        const { code } = known[order[place]!]!
        expect(limits.get(code)).toEqual({ lower, upper })
        expect(rankLimitsOf(figures, 'higher', new Set([code, 'unknown']))).toEqual(new Map([[code, { lower, upper }]]))
      }
    })
    fc.assert(holds, { numRuns: 12 })
    expect(found).toBeGreaterThan(100)
  })
})
