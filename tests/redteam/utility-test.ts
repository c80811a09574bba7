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

// Most cells are small: with a median of 22 persons the noise of one of them is four points (4.4 by rule 7 alone over all
// of them, 4.2 as they are shown). What is held is that nothing beside the rule costs anything.
/** Of some 250 cells, each off by two to three points more or less than on average: twice what chance makes of it. */
const CHANCE = 0.4

test('shown shares are off by no more than rule 7 makes them, means by three tenths of a step', () => {
  expect(utility.shareByRule).toBeLessThan(4.5)
  expect(utility.share).toBeLessThanOrEqual(utility.shareByRule + CHANCE)
  expect(utility.mean).toBeLessThanOrEqual(0.3)
})

test('intervals reach over the true share nine times in ten', () => {
  expect(utility.covered).toBeGreaterThan(90)
})
