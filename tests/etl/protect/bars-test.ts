import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asi } from '../../../data/instruments/asi.ts'
import { barsOf } from '../../../etl/protect/bars.ts'
import { toldAtCut } from '../../../etl/protect/told.ts'

const { steps } = asi.measures.find(({ id }) => id === 'alkohol_skattning_fordelning_grund')!
const CUTS = [2, 4, 6, 8]
const SHARES_FIRST = [4, 2, 6, 8]
const bars = (all: number, above: number[], k = 5) =>
  barsOf(steps!, SHARES_FIRST, { all, above, cuts: CUTS, told: above.map((count) => toldAtCut(count, all, k)) }, k)

test('every cut is kept where five lie on either side', () => {
  expect(bars(50, [40, 30, 20, 10])).toEqual([
    { first: 0, last: 0, percent: 20 },
    { first: 1, last: 1, percent: 20 },
    { first: 2, last: 2, percent: 20 },
    { first: 3, last: 3, percent: 20 },
    { first: 4, last: 4, percent: 20 },
  ])
})

test('the cuts of shares are kept before the others', () => {
  // Between four and six lie three only: the cut at four is that of a share, so the one at six goes.
  expect(bars(40, [30, 20, 17, 10])).toEqual([
    { first: 0, last: 0, percent: 25 },
    { first: 1, last: 1, percent: 25 },
    { first: 2, last: 3, percent: 25 },
    { first: 4, last: 4, percent: 25 },
  ])
})

test('where no cut is kept everything is one bar, and a stricter k keeps fewer', () => {
  expect(bars(20, [4, 3, 2, 1])).toEqual([{ first: 0, last: 4, percent: 100 }])
  expect(bars(50, [40, 30, 20, 10], 11)).toHaveLength(2)
})

test('they make a hundred, none is nought, and all steps are there', () => {
  const counts = fc.tuple(
    fc.integer({ min: 10, max: 2000 }),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
  )
  fc.assert(
    fc.property(counts, ([all, parts]) => {
      const above = [...parts].sort((a, b) => b - a).map((part) => part * all)
      const found = bars(all, above)
      expect(found.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
      expect(found.every(({ percent }) => percent > 0)).toBe(true)
      expect(found.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i))).toEqual(
        [0, 1, 2, 3, 4],
      )
    }),
  )
})
