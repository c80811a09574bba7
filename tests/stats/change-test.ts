import { describe, expect, it } from 'vitest'
import { pairedChange, reliableChange, signedRank } from '../../data/stats/index.ts'

const before = [6, 7, 4, 8, 5, 6, 3, 7, 5, 6]
const after = [4, 5, 4, 6, 5, 3, 3, 7, 2, 5]

describe('pairedChange', () => {
  it('gives what the specification works out for ten clients', () => {
    expect(pairedChange(before, after)).toEqual({
      n: 10,
      mean: expect.closeTo(-1.3, 10),
      sd: expect.closeTo(1.251666, 6),
      dz: expect.closeTo(-1.038616, 6),
      t: expect.closeTo(-3.284392, 6),
      df: 9,
      p: expect.closeTo(0.009463, 6),
      lower: expect.closeTo(-2.195388, 6),
      upper: expect.closeTo(-0.404612, 6),
    })
  })

  it('has no dz, t or p when everybody changes alike, even in binary fractions', () => {
    expect(pairedChange([0.1, 0.2, 0.3], [0.2, 0.3, 0.4])).toEqual({
      n: 3,
      mean: 0.1,
      sd: 0,
      dz: null,
      t: null,
      df: 2,
      p: null,
      lower: 0.1,
      upper: 0.1,
    })
  })

  it('counts only those rated twice', () => {
    expect(pairedChange([...before, 9, null], [...after, null, 1])).toEqual(pairedChange(before, after))
  })

  it('says nothing of one pair, none, or lists that do not match', () => {
    expect(pairedChange([1], [2])).toBeNull()
    expect(pairedChange([], [])).toBeNull()
    expect(pairedChange([1, 2, 3], [1, 2])).toBeNull()
  })
})

describe('signedRank', () => {
  it('has V = 0 over 6 non-zero differences for the ten clients', () => {
    const differences = after.map((value, index) => value - before[index]!)
    expect(signedRank(differences)).toMatchObject({ v: 0, n: 6, zeros: 4 })
  })

  it('ranks |d| 1, 2.5, 2.5, 4 by hand: V = 2.5 + 4, variance 7.5 − 6/48', () => {
    const z = (6.5 - 5) / Math.sqrt(7.5 - 0.125)
    expect(z).toBeCloseTo(0.552345, 6)
    expect(signedRank([-1, 2, -2, 3])).toEqual({ v: 6.5, n: 4, zeros: 0, p: expect.closeTo(0.580711, 5) })
  })

  it('takes 0.3 − 0.2 and 0.2 − 0.1 as tied, and 0.1 + 0.2 − 0.3 as no change', () => {
    expect(signedRank([0.3 - 0.2, 0.2 - 0.1, 0.1 + 0.2 - 0.3])).toMatchObject({ v: 3, n: 2, zeros: 1 })
    expect(signedRank([0.3 - 0.2, 0.1 - 0.2])!.p).toBe(1)
  })

  it('says nothing when nobody changes', () => {
    expect(signedRank([0, 0])).toBeNull()
    expect(signedRank([])).toBeNull()
  })
})

describe('reliableChange', () => {
  it('gives 3.16 for the example of Jacobson and Truax: 32.5 to 47.5, sd 7.5, reliability 0.80', () => {
    expect(reliableChange(32.5, 47.5, 7.5, 0.8)).toEqual({ index: expect.closeTo(3.162278, 6), outcome: 'increased' })
    expect(reliableChange(47.5, 32.5, 7.5, 0.8)).toMatchObject({ outcome: 'decreased' })
  })

  it('is reliable from exactly 1.96', () => {
    expect(reliableChange(1, 2.96, 1, 0.5)!.outcome).toBe('increased')
    expect(reliableChange(1, 2.95, 1, 0.5)!.outcome).toBe('none')
    expect(reliableChange(2.96, 1, 1, 0.5)!.outcome).toBe('decreased')
  })

  it.each([
    [1, 2, 0, 0.8],
    [1, 2, 1, 1],
    [1, 2, 1, -0.1],
    [1, Number.NaN, 1, 0.8],
    [-1.7e308, 1.7e308, 1, 0.8],
  ])('says nothing of %d → %d with sd %d, reliability %d', (from, to, sd, reliability) => {
    expect(reliableChange(from, to, sd, reliability)).toBeNull()
  })
})
