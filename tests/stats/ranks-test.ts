import { describe, expect, it } from 'vitest'
import {
  bands,
  compareWithReference,
  mean,
  quantile,
  quantileGroup,
  ranks,
  standardDeviation,
} from '../../data/stats/index.ts'

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)

describe('mean', () => {
  it('has the same last digit in any order', () => {
    const values = [0.1, 1e15, 0.2, -1e15, 0.3]
    expect(mean(values)).toBe(mean(values.toReversed()))
    expect(mean(values)).toBeCloseTo(0.12, 15)
  })

  it('is exactly the value when all are equal', () => expect(mean([0.1, 0.1, 0.1])).toBe(0.1))
  it('leaves out what is missing', () => expect(mean([1, null, 3, Number.NaN])).toBe(2))
  it('says nothing of nothing, or of a sum too large for a number', () => {
    expect(mean([])).toBeNull()
    expect(mean([null])).toBeNull()
    expect(mean([1.7e308, 1.7e308])).toBeNull()
  })
})

describe('standardDeviation', () => {
  it('divides by n − 1', () => expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12))
  it('is exactly 0 for equal values', () => expect(standardDeviation([0.1, 0.1, 0.1])).toBe(0))
  it('says nothing of one value', () => expect(standardDeviation([3, null])).toBeNull())
})

describe('quantile', () => {
  it('interpolates between the order statistics', () => {
    expect(quantile([10, 1, 3, 2], 0.5)).toBe(2.5)
    expect(quantile([10, 1, 3, 2], 0.25)).toBe(1.75)
    expect(quantile([10, 1, 3, 2], 0)).toBe(1)
    expect(quantile([10, 1, 3, 2], 1)).toBe(10)
  })

  it('sorts as numbers and leaves out what is missing', () => expect(quantile([100, null, 9, 20], 0.5)).toBe(20))
  it('says nothing of no value or outside 0…1', () => {
    expect(quantile([], 0.5)).toBeNull()
    expect(quantile([1, 2], 1.1)).toBeNull()
    expect(quantile([1, 2], Number.NaN)).toBeNull()
  })

  it('stays within the range of numbers at its ends', () => {
    expect(quantile([-1.7e308, 1.7e308], 0.5)).toBe(0)
  })
})

describe('ranks', () => {
  it('puts the greatest first for higher and neutral, the least for lower', () => {
    expect(ranks([3, 1, 2], 'higher')).toEqual([1, 3, 2])
    expect(ranks([3, 1, 2], 'neutral')).toEqual([1, 3, 2])
    expect(ranks([3, 1, 2], 'lower')).toEqual([3, 1, 2])
  })

  it('lets ties share the best rank and passes over the missing', () => {
    expect(ranks([5, null, 7, 5, 2], 'higher')).toEqual([2, null, 1, 2, 4])
    expect(ranks([5, null, 7, 5, 2], 'lower')).toEqual([2, null, 4, 2, 1])
    expect(ranks([], 'higher')).toEqual([])
  })
})

describe('quantileGroup', () => {
  it('fills quarters evenly', () => expect(quantileGroup(upTo(8), 4)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]))
  it('gives ties the group of their lowest rank', () => {
    expect(quantileGroup([1, 2, 2, 2, 2, 6, 7, 8], 4)).toEqual([1, 1, 1, 1, 1, 3, 4, 4])
    expect(quantileGroup([4, 4, 4, 4], 4)).toEqual([1, 1, 1, 1])
  })

  it('does not count the missing', () => expect(quantileGroup([30, null, 10, 20], 3)).toEqual([3, null, 1, 2]))
  it('says nothing of fewer values than groups, or of no whole number of groups', () => {
    expect(quantileGroup([1, 2, 3], 4)).toEqual([null, null, null])
    expect(quantileGroup([1, null, 3], 3)).toEqual([null, null, null])
    expect(quantileGroup([1, 2], 0)).toEqual([null, null])
    expect(quantileGroup([1, 2], 1.5)).toEqual([null, null])
  })
})

describe('bands', () => {
  it('has a best quarter, a worst quarter and the half between', () => {
    const higher = ['worst', 'worst', 'middle', 'middle', 'middle', 'middle', 'best', 'best']
    expect(bands(upTo(8), 'higher')).toEqual(higher)
    expect(bands(upTo(8), 'lower')).toEqual(higher.toReversed())
  })

  it('rounds neither quarter up: of 10, ranks 1–2 best and 8–10 worst', () => {
    expect(
      bands(upTo(10), 'lower')
        .map((band) => band![0])
        .join(''),
    ).toBe('bbmmmmmwww')
  })

  it('lets ties share the best band they reach', () => {
    expect(bands([1, 1, 1, 1, 5, 6, 7, 8], 'lower').slice(0, 4)).toEqual(Array(4).fill('best'))
    expect(bands(Array(9).fill(2), 'higher')).toEqual(Array(9).fill('best'))
  })

  it('says nothing of 7 values, or where no way is good', () => {
    expect(bands([...upTo(7), null], 'higher')).toEqual(Array(8).fill(null))
    expect(bands(upTo(20), 'neutral')).toEqual(Array(20).fill(null))
  })
})

describe('compareWithReference', () => {
  it('judges in the direction of the indicator', () => {
    expect(compareWithReference(60, 55, 65, 50, 'higher')).toBe('better')
    expect(compareWithReference(60, 55, 65, 50, 'lower')).toBe('worse')
    expect(compareWithReference(60, 55, 65, 50, 'neutral')).toBe('higher')
    expect(compareWithReference(60, 55, 65, 70, 'higher')).toBe('worse')
    expect(compareWithReference(60, 55, 65, 70, 'lower')).toBe('better')
    expect(compareWithReference(60, 55, 65, 70, 'neutral')).toBe('lower')
  })

  it('is similar inside the interval and on its limit', () => {
    for (const reference of [55, 58, 65]) expect(compareWithReference(60, 55, 65, reference, 'higher')).toBe('similar')
  })

  it('says nothing when a number is missing or the value is outside its limits', () => {
    expect(compareWithReference(60, null, 65, 50, 'higher')).toBeNull()
    expect(compareWithReference(60, 55, 65, undefined, 'higher')).toBeNull()
    expect(compareWithReference(60, 55, Number.POSITIVE_INFINITY, 50, 'higher')).toBeNull()
    expect(compareWithReference(70, 55, 65, 50, 'higher')).toBeNull()
  })
})
