import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bitsetOf, differing } from '../../../etl/protect/bitset.ts'
import { mergeIdentical, type PersonSet, pairRule } from '../../../etl/protect/pairs.ts'

const SIZE = 70

function setsOf(...cells: number[][]): PersonSet[] {
  return mergeIdentical(cells.map((members, order) => ({ order, n: members.length, bits: bitsetOf(members, SIZE) })))
}

const upTo = (n: number, from = 0): number[] => Array.from({ length: n }, (_, i) => from + i)
const hiddenOf = (...cells: number[][]): number[] =>
  [...pairRule(setsOf(...cells), 5)].flatMap(({ cells: of }) => of).sort((a, b) => a - b)

test('bits are counted over word borders', () => {
  const a = bitsetOf([0, 31, 32, 69], SIZE)
  expect(differing(a, bitsetOf([0, 31, 32, 69], SIZE), 9)).toBe(0)
  expect(differing(a, bitsetOf([1, 31, 33, 68], SIZE), 9)).toBe(6)
})

test('cells of the same persons are one, and take the place of the first', () => {
  const [one, ...rest] = setsOf([1, 2, 3], [3, 2, 1], [1, 2, 3])
  expect(rest).toEqual([])
  expect(one).toMatchObject({ order: 0, cells: [0, 1, 2] })
})

test('nested cells that differ in one to four persons: the smaller is hidden', () => {
  expect(hiddenOf(upTo(20), upTo(19))).toEqual([1])
  expect(hiddenOf(upTo(16), upTo(20))).toEqual([0])
})

test('a difference of nobody or of five is no threat', () => {
  expect(hiddenOf(upTo(20), upTo(20), upTo(15))).toEqual([])
})

test('overlapping cells count both sides', () => {
  expect(hiddenOf(upTo(10), upTo(10, 2))).toEqual([1])
  expect(hiddenOf(upTo(10), upTo(10, 3))).toEqual([])
})

test('of equally large ones the later in the catalogue is hidden', () => {
  expect(hiddenOf([...upTo(9), 30], [...upTo(9), 31])).toEqual([1])
})

test('the cell that is the smaller one in most pairs goes first', () => {
  // Cell 2 is the smallest in two pairs; once it is gone the other two still differ by two.
  expect(hiddenOf(upTo(14), upTo(12), upTo(11))).toEqual([1, 2])
  // Cell 0 is smaller than both others, which differ by six from one another: it alone has to go.
  expect(hiddenOf(upTo(20), [...upTo(20), 30, 31, 32], [...upTo(20), 40, 41, 42])).toEqual([0])
})

test('identical cells are hidden together', () => {
  expect(hiddenOf(upTo(20), upTo(18), upTo(18))).toEqual([1, 2])
})

test('whatever the cells: those left differ by nobody or by five, and nothing is hidden without need', () => {
  const cell = fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: 5, maxLength: 25 })
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 25 }), (cells) => {
      const sets = setsOf(...cells)
      const hidden = pairRule(sets, 5)
      const left = sets.filter((set) => !hidden.has(set))
      const near = (a: PersonSet, b: PersonSet): boolean => a !== b && differing(a.bits, b.bits, 9) < 5
      expect(left.some((a) => left.some((b) => near(a, b)))).toBe(false)
      expect([...hidden].every((a) => sets.some((b) => near(a, b)))).toBe(true)
    }),
    { numRuns: 300 },
  )
})
