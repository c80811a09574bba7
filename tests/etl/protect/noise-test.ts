import { expect, test } from 'vitest'
import { noiseOf, protectedCount } from '../../../etl/protect/noise.ts'

const GRID = Array.from({ length: 20_000 }, (_, i) => (i + 0.5) / 20_000)

test('nobody stays nobody, whatever the key', () => {
  expect(protectedCount(0, 0)).toBe(0)
  expect(protectedCount(0, 4_000_000_000)).toBe(0)
})

test('the first value whose cumulated probability reaches u', () => {
  expect(noiseOf(4, 0)).toBe(-4)
  expect(noiseOf(4, 0.0054)).toBe(-4)
  expect(noiseOf(4, 0.0055)).toBe(-3)
  expect(noiseOf(4, 0.5)).toBe(0)
  expect(noiseOf(9, 0.0361)).toBe(-2)
  expect(noiseOf(1, 0.3859)).toBe(-1)
  expect(noiseOf(1, 0.386)).toBe(0)
  expect(noiseOf(2, 0.1592)).toBe(-1)
  expect(noiseOf(3, 0.99)).toBe(3)
})

test('the last value where rounding leaves u above the sum', () => {
  expect(noiseOf(4, 0.9999999)).toBe(4)
  expect(noiseOf(2, 0.9999999)).toBe(4)
})

test('a count never falls below nought, and is right on average', () => {
  for (const n of [1, 2, 3, 4, 50]) {
    const counts = GRID.map((u) => protectedCount(n, u * 2 ** 32))
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(0)
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeCloseTo(n, 1)
  }
})

test('from four persons on the variance is two', () => {
  const squares = GRID.map((u) => noiseOf(7, u) ** 2)
  expect(squares.reduce((sum, square) => sum + square, 0) / squares.length).toBeCloseTo(2, 1)
})
