import { beforeAll, expect, test } from 'vitest'
import { type Utility, utilityAt } from './utility.ts'

// What protection costs at 150 clients a year; `npm run redteam` prints it for more sizes.
let utility: Utility

beforeAll(async () => {
  utility = await utilityAt(150)
})

test('more than nine in ten of the cells with ten persons or more are shown', () => {
  expect(utility.cells).toBeGreaterThan(200)
  expect(utility.shown).toBeGreaterThanOrEqual(92)
})

test('shown counts are off by two persons at most on average, and never by chance alone nought', () => {
  expect(utility.count).toBeLessThanOrEqual(2)
  expect(utility.count).toBeGreaterThan(0.5)
})

// Shares that are known within bounds only count with their middle; 4.2 with the chance that is drawn here.
test('shown shares are off by some four percentage points on average, means by three tenths of a step', () => {
  expect(utility.share).toBeLessThanOrEqual(4.5)
  expect(utility.mean).toBeLessThanOrEqual(0.3)
})

test('intervals reach over the true share nine times in ten', () => {
  expect(utility.covered).toBeGreaterThan(90)
})
