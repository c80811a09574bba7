import { expect, test } from 'vitest'
import { placeOf } from '../../../data/model/findings/quarters.ts'

const share = { kind: 'share' }

test('a place is its quarter while no more than a quarter share the best value', () => {
  expect(placeOf('best', { about: share, best: { count: 1, of: 290 } })).toBe('best')
  expect(placeOf('worst', { about: share, best: { count: 72, of: 290 } })).toBe('worst')
  expect(placeOf('middle', { about: share, best: { count: 2, of: 8 } })).toBe('middle')
})

test('where more share it, no value has a quarter, whichever it is', () => {
  for (const band of ['best', 'middle', 'worst'] as const)
    expect(placeOf(band, { about: share, best: { count: 170, of: 290 } })).toBe('level')
  expect(placeOf('worst', { about: share, best: { count: 3, of: 8 } })).toBe('level')
})

test('an answer has no quarter, however few share it; what has no direction has no place', () => {
  expect(placeOf('best', { about: { kind: 'yesno' }, best: { count: 12, of: 290 } })).toBe('level')
  expect(placeOf('worst', { about: { kind: 'ordinal' }, best: { count: 12, of: 290 } })).toBe('level')
  expect(placeOf(null, { about: share, best: null })).toBe(null)
})
