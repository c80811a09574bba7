import fc from 'fast-check'
import { expect, test } from 'vitest'
import { borderIntervals, outcomeParts } from '../../../dashboards/views/asi/outcome-parts.ts'
import { HIDDEN, limitsOf, type ProtectedFigure } from '../../../data/model/findings/followup.ts'

const value = (share: number): ProtectedFigure => ({
  value: share,
  bound: null,
  lower: share - 8,
  upper: share + 8,
  count: 60,
})
const under = (share: number): ProtectedFigure => ({ ...HIDDEN, value: share, bound: 'under' })
const over = (share: number): ProtectedFigure => ({ ...HIDDEN, value: share, bound: 'over' })
const between = (lower: number, upper: number): ProtectedFigure => ({
  ...{ value: (lower + upper) / 2, bound: 'between', lower, upper, count: 60 },
})

test('three known shares are three parts, with an interval at each border', () => {
  const turned = { improved: value(40), unchanged: value(35), worsened: value(25) }
  expect(outcomeParts(turned)).toEqual([
    { way: 'improved', from: 0, to: 40 },
    { way: 'unchanged', from: 40, to: 75 },
    { way: 'worsened', from: 75, to: 100 },
  ])
  expect(borderIntervals(turned)).toEqual([
    { from: 32, to: 48 },
    { from: 67, to: 83 },
  ])
})

test('what is known within bounds may be either side’s, and has no interval', () => {
  const turned = { improved: value(40), unchanged: between(50, 60), worsened: under(10) }
  expect(outcomeParts(turned)).toEqual([
    { way: 'improved', from: 0, to: 40 },
    { way: 'unchanged', from: 40, to: 90 },
    { way: null, from: 90, to: 100 },
  ])
  expect(borderIntervals(turned)).toHaveLength(1)
  expect(outcomeParts({ improved: over(90), unchanged: under(10), worsened: under(10) })).toEqual([
    { way: 'improved', from: 0, to: 90 },
    { way: null, from: 90, to: 100 },
  ])
})

test('nothing is drawn where nothing is shown, and what one share leaves open is open', () => {
  expect(outcomeParts({ improved: HIDDEN, unchanged: HIDDEN, worsened: HIDDEN })).toEqual([])
  expect(outcomeParts({ improved: value(40), unchanged: HIDDEN, worsened: HIDDEN })).toEqual([
    { way: 'improved', from: 0, to: 40 },
    { way: null, from: 40, to: 100 },
  ])
})

const anyShare = fc.oneof(
  fc.integer({ min: 1, max: 99 }).map(value),
  fc.integer({ min: 5, max: 50 }).map(under),
  fc.integer({ min: 50, max: 95 }).map(over),
  fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 20 })).map(([a, w]) => between(a, a + w)),
  fc.constant(HIDDEN),
)

const leastOf = (share: ProtectedFigure): number => (share.bound ? limitsOf(share)![0] : (share.value ?? 0))

test('whatever is shown, the parts follow on one another and never leave the bar', () => {
  fc.assert(
    fc.property(anyShare, anyShare, anyShare, (improved, unchanged, worsened) => {
      fc.pre(leastOf(improved) + leastOf(worsened) <= 100)
      const parts = outcomeParts({ improved, unchanged, worsened })
      for (const { from, to } of parts) expect(0 <= from && from < to && to <= 100).toBe(true)
      for (const [at, { from }] of parts.entries()) expect(from).toBeGreaterThanOrEqual(parts[at - 1]?.to ?? 0)
    }),
  )
})
