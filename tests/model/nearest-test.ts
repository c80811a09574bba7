import { expect, it } from 'vitest'
import { nearest, nearestNumber } from '../../data/model/nearest.ts'

it.each([
  [1921, 2009],
  [2020, 2021],
  [2010, 2009],
  [2099, 2021],
])('the year closest to %d is %d', (given, closest) => {
  expect(nearestNumber(given, [2009, 2019, 2021])).toBe(closest)
})

it('a word is closest by its letters', () => {
  expect(nearest('sollna', ['Salem', 'Solna'])).toBe('Solna')
})

it('nothing is closest where nothing is known', () => {
  expect([nearestNumber(2020, []), nearest('solna', [])]).toEqual([undefined, undefined])
})
