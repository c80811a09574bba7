import { describe, expect, it } from 'vitest'
import { bands, quantileGroup, ranks } from '../../data/stats/index.ts'

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)

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
