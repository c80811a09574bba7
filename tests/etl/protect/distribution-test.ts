import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distributionOf, nonIncreasing } from '../../../etl/protect/distribution.ts'
import { cutNoise, protectedCount } from '../../../etl/protect/noise.ts'

const GRID = Array.from({ length: 20_000 }, (_, i) => (i + 0.5) / 20_000)

describe('the noise at a cut', () => {
  test('is nought on average, with a variance of one', () => {
    const drawn = GRID.map(cutNoise)
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(drawn)).toBeCloseTo(0, 2)
    expect(mean(drawn.map((v) => v ** 2))).toBeCloseTo(1, 1)
  })

  test('is the first value whose cumulated probability reaches u', () => {
    expect([0, 0.00011, 0.0584, 0.0586, 0.5, 0.9999].map(cutNoise)).toEqual([-4, -3, -2, -1, 0, 3])
  })
})

describe('a row of counts', () => {
  test('that never rises stays as it is; neighbours that do share their mean', () => {
    expect(nonIncreasing([9, 5, 5, 0])).toEqual([9, 5, 5, 0])
    expect(nonIncreasing([9, 3, 5, 0])).toEqual([9, 4, 4, 0])
    expect(nonIncreasing([1, 2, 3])).toEqual([2, 2, 2])
  })

  test('never rises afterwards and keeps its sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 60 }), { minLength: 1, maxLength: 6 }), (counts) => {
        const pooled = nonIncreasing(counts)
        expect(pooled.every((count, i) => i === 0 || count <= pooled[i - 1]!)).toBe(true)
        const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0)
        expect(sum(pooled)).toBeCloseTo(sum(counts), 9)
      }),
    )
  })
})

describe('a distribution', () => {
  const numbers = (values: number[]) => ({
    values: Float64Array.from(values),
    keys: Uint32Array.from(values, (_, i) => (i * 2_654_435_761) >>> 0),
    cuts: [2, 4],
    secret: 's',
  })
  const everyone = (n: number): Int32Array => Int32Array.from({ length: n }, (_, i) => i)

  test('is of those who have a value, and not told of fewer than the floor', () => {
    const values = [...Array<number>(30).fill(3), Number.NaN, Number.NaN]
    const drawn = distributionOf(everyone(32), numbers(values), 10)!
    const keys = numbers(values).keys.slice(0, 30)
    expect(drawn.all).toBe(
      protectedCount(
        30,
        keys.reduce((sum, key) => (sum + key) >>> 0, 0),
      ),
    )
    expect(distributionOf(everyone(32), numbers(values), 40)).toBeNull()
  })

  test('falls and stays within nobody and all, whoever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 60 }), (values) => {
        const { all, above } = distributionOf(everyone(values.length), numbers(values), 1)!
        expect([all, ...above, 0].every((count, i, row) => i === 0 || count <= row[i - 1]!)).toBe(true)
        const truly = values.filter((value) => value >= 4).length
        expect(Math.abs(above[1]! - (truly * all) / values.length)).toBeLessThanOrEqual(4.5 + 4)
      }),
    )
  })
})
