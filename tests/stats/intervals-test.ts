import { describe, expect, it } from 'vitest'
import {
  directlyStandardisedRate,
  expectedCount,
  indirectlyStandardisedRatio,
  meanInterval,
  poissonInterval,
  proportionInterval,
  rateInterval,
} from '../../data/stats/index.ts'

describe('proportionInterval', () => {
  it('gives the limits of the specification', () => {
    expect(proportionInterval(7, 10)!.lower).toBeCloseTo(0.396778, 6)
    expect(proportionInterval(7, 10)!.upper).toBeCloseTo(0.892209, 6)
    expect(proportionInterval(0, 12)).toEqual({ value: 0, lower: 0, upper: expect.closeTo(0.242494, 6) })
  })

  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives what Newcombe (1998, table I, method 3) prints for %d of %d', (events, n, lower, upper) => {
    expect(proportionInterval(events, n)).toMatchObject({
      lower: expect.closeTo(lower, 4),
      upper: expect.closeTo(upper, 4),
    })
  })

  it('ends exactly at 1 when everyone has it', () => {
    expect(proportionInterval(12, 12)).toMatchObject({ value: 1, upper: 1 })
  })

  it.each([
    [0, 0],
    [1, 0],
    [5, 4],
    [-1, 4],
    [Number.NaN, 4],
    [1, Number.POSITIVE_INFINITY],
  ])('says nothing of %d of %d', (events, n) => expect(proportionInterval(events, n)).toBeNull())

  it.each([0, 1, -0.5, 95, Number.NaN])('says nothing at confidence %d', (confidence) => {
    expect(proportionInterval(1, 2, confidence)).toBeNull()
  })
})

describe('poissonInterval', () => {
  it('is exact under 10: no event leaves 3 (3.688879 = −ln 0.025) within reach', () => {
    expect(poissonInterval(0)).toEqual({ lower: 0, upper: expect.closeTo(3.688879, 6) })
    expect(poissonInterval(9)).toEqual({ lower: expect.closeTo(4.115373, 6), upper: expect.closeTo(17.084803, 6) })
  })

  it('is Byar from 10: 10(1 − 1/90 − 1.96/(3√10))³ and 11(1 − 1/99 + 1.96/(3√11))³', () => {
    const z = 1.959963984540054
    expect(poissonInterval(10)!.lower).toBeCloseTo(10 * (1 - 1 / 90 - z / (3 * Math.sqrt(10))) ** 3, 9)
    expect(poissonInterval(10)!.upper).toBeCloseTo(11 * (1 - 1 / 99 + z / (3 * Math.sqrt(11))) ** 3, 9)
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('says nothing of %d events', (count) => {
    expect(poissonInterval(count)).toBeNull()
  })
})

describe('rateInterval', () => {
  it('divides the limits of the count by the denominator', () => {
    const { lower, upper } = poissonInterval(65)!
    expect(rateInterval(65, 20000, 1000)).toEqual({
      value: 3.25,
      lower: expect.closeTo(lower / 20, 10),
      upper: expect.closeTo(upper / 20, 10),
    })
  })

  it('says nothing without a denominator or a multiplier', () => {
    expect(rateInterval(1, 0, 1000)).toBeNull()
    expect(rateInterval(1, 10, 0)).toBeNull()
    expect(rateInterval(1, Number.NaN, 1000)).toBeNull()
  })
})

describe('meanInterval', () => {
  it('gives the interval of the ten clients in the specification', () => {
    expect(meanInterval(10, -1.3, 1.2516655570345725)).toMatchObject({
      lower: expect.closeTo(-2.195388, 6),
      upper: expect.closeTo(-0.404612, 6),
    })
  })

  it('closes around the mean when nobody differs', () => {
    expect(meanInterval(5, 3, 0)).toEqual({ value: 3, lower: 3, upper: 3 })
  })

  it('says nothing of one person, a negative sd or an infinite mean', () => {
    expect(meanInterval(1, 3, 1)).toBeNull()
    expect(meanInterval(5, 3, -1)).toBeNull()
    expect(meanInterval(5, Number.POSITIVE_INFINITY, 1)).toBeNull()
  })
})

describe('directlyStandardisedRate', () => {
  const strata = [
    { count: 10, population: 1000, weight: 5 },
    { count: 20, population: 500, weight: 3 },
  ]

  it('weighs the strata: (5 · 10/1000 + 3 · 20/500)/8 = 21.25 per 1 000', () => {
    expect(directlyStandardisedRate(strata, 1000)!.value).toBeCloseTo(21.25, 10)
  })

  it('is the crude rate with its Byar limits when there is one stratum', () => {
    const one = directlyStandardisedRate([{ count: 30, population: 1000, weight: 7 }], 1000)!
    const crude = rateInterval(30, 1000, 1000)!
    for (const key of ['value', 'lower', 'upper'] as const) expect(one[key]).toBeCloseTo(crude[key], 10)
  })

  it('does not depend on the scale of the weights', () => {
    const scaled = strata.map((stratum) => ({ ...stratum, weight: stratum.weight * 1000 }))
    expect(directlyStandardisedRate(scaled, 1000)!.upper).toBeCloseTo(directlyStandardisedRate(strata, 1000)!.upper, 9)
  })

  it.each([
    ['9 events', [{ count: 9, population: 100, weight: 1 }]],
    ['no stratum', []],
    ['a stratum without population', [...strata, { count: 0, population: 0, weight: 1 }]],
    ['no weight at all', strata.map((stratum) => ({ ...stratum, weight: 0 }))],
    ['a missing count', [...strata, { count: Number.NaN, population: 10, weight: 1 }]],
  ])('says nothing of %s', (_, bad) => expect(directlyStandardisedRate(bad, 1000)).toBeNull())
})

describe('indirectlyStandardisedRatio', () => {
  it('is exact under 10: 4 observed, 8 expected', () => {
    expect(indirectlyStandardisedRatio(4, 8)).toEqual({
      value: 0.5,
      lower: expect.closeTo(1.089865 / 8, 6),
      upper: expect.closeTo(10.24159 / 8, 6),
    })
  })

  it('says nothing when nothing is expected', () => {
    expect(indirectlyStandardisedRatio(3, 0)).toBeNull()
  })
})

describe('expectedCount', () => {
  const young = { population: 20, referencePopulation: 200, referenceCount: 50 }
  const old = { population: 30, referencePopulation: 100, referenceCount: 10 }

  it('meets the reference’s rates with the unit’s own persons: 20 · 50/200 + 30 · 10/100 = 8', () => {
    expect(expectedCount([young, old])).toBe(8)
    expect(indirectlyStandardisedRatio(12, expectedCount([young, old])!)!.value).toBe(1.5)
  })

  it('is the reference’s own count for the reference itself', () => {
    const itself = [young, old].map((stratum) => ({ ...stratum, population: stratum.referencePopulation }))
    expect(expectedCount(itself)).toBe(60)
  })

  it('needs a reference where there are persons, and only there', () => {
    const unknown = { population: 0, referencePopulation: 0, referenceCount: 0 }
    expect(expectedCount([young, old, unknown])).toBe(8)
    expect(expectedCount([young, { ...unknown, population: 1 }])).toBeNull()
    expect(expectedCount([unknown])).toBeNull()
    expect(expectedCount([{ ...young, population: Number.NaN }])).toBeNull()
  })
})
