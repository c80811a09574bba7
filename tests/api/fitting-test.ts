import { expect, test } from 'vitest'
import { fitTogether } from '../../api/features/aggregate/fitting.ts'

const improved = (low: number, high = low) => ({ from: null, below: -1, low, high })
const unchanged = (low: number, high = low) => ({ from: -1, below: 2, low, high })
const worsened = (low: number, high = low) => ({ from: 2, below: null, low, high })

test('shares that fill the scale make 100, but for rounding and as far as their bounds reach', () => {
  expect(fitTogether([improved(50), unchanged(30), worsened(20)])).toBe(true)
  expect(fitTogether([improved(50), unchanged(31), worsened(20)])).toBe(true)
  expect(fitTogether([improved(50), unchanged(33), worsened(20)])).toBe(false)
  expect(fitTogether([improved(50), unchanged(25), worsened(20)])).toBe(false)
  expect(fitTogether([improved(21, 41), unchanged(45), worsened(0, 20)])).toBe(true)
  expect(fitTogether([improved(21, 31), unchanged(45), worsened(0, 20)])).toBe(false)
})

test('shares that leave a part of the scale make no more than 100', () => {
  expect(fitTogether([improved(50), worsened(20)])).toBe(true)
  expect(fitTogether([improved(70), worsened(40)])).toBe(false)
})

test('a share within another is no larger', () => {
  const much = { from: 3, below: null, low: 25, high: 25 }
  expect(fitTogether([worsened(30), much])).toBe(true)
  expect(fitTogether([worsened(20), much])).toBe(false)
})
