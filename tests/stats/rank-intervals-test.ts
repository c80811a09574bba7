import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
