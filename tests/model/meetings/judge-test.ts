import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verdictSentence } from '../../../data/model/findings/action.ts'
import { type Evidence, judge } from '../../../data/model/meetings/judge.ts'

const SHARE = { kind: 'share', unit: '%', decimals: 1 }
const figure = (value: number | null, half: number | null = null, margin: number | null = null) => ({
  value,
  lower: value === null || half === null ? null : value - half,
  upper: value === null || half === null ? null : value + half,
  margin,
})
const evidence = (parts: Partial<Evidence>): Evidence => ({
  before: null,
  after: null,
  others: [],
  exact: false,
  ...parts,
})
const DOWN_3 = { direction: 'down', size: 3 } as const

test('down by more than was predicted and beyond chance: met', () => {
  const verdict = judge(DOWN_3, evidence({ before: figure(30, 1), after: figure(25, 1) }))
  expect(verdict).toMatchObject({
    outcome: 'met',
    movement: 'as-predicted',
    chance: 'beyond',
    change: -5,
    reason: null,
  })
  expect(verdict.lower).toBeCloseTo(-5 - Math.SQRT2, 9)
  expect(verdict.upper).toBeCloseTo(-5 + Math.SQRT2, 9)
})

test('the right way beyond chance, but less far: moved, not met', () => {
  expect(judge(DOWN_3, evidence({ before: figure(30, 1), after: figure(28, 1) }))).toMatchObject({
    outcome: 'unmet',
    movement: 'moved',
    chance: 'beyond',
  })
})

test('as far as was predicted, but within chance, is no success: cannot be said', () => {
  expect(judge(DOWN_3, evidence({ before: figure(30, 4), after: figure(26, 4) }))).toMatchObject({
    outcome: 'cannot-be-said',
    movement: 'unchanged',
    chance: 'within',
    reason: 'too-uncertain',
  })
})

test('unchanged where what was predicted is ruled out: unmet', () => {
  expect(judge(DOWN_3, evidence({ before: figure(30, 1), after: figure(29.5, 1) }))).toMatchObject({
    outcome: 'unmet',
    movement: 'unchanged',
    chance: 'within',
  })
})

test('the other way beyond chance: worse', () => {
  const up = judge({ direction: 'up', size: null }, evidence({ before: figure(30, 1), after: figure(25, 1) }))
  expect(up).toMatchObject({ outcome: 'unmet', movement: 'worse', chance: 'beyond' })
})

test('a measured margin counts as the root of two squares', () => {
  const near = evidence({ before: figure(30, null, 2), after: figure(27.2, null, 2) })
  expect(judge({ direction: 'down', size: 2 }, near)).toMatchObject({ chance: 'within', outcome: 'cannot-be-said' })
  const far = evidence({ before: figure(30, null, 2), after: figure(27.1, null, 2) })
  expect(judge({ direction: 'down', size: 2 }, far)).toMatchObject({ chance: 'beyond', outcome: 'met' })
})

test('nothing is said without a value, or of an unknown uncertainty', () => {
  expect(judge(DOWN_3, evidence({ after: figure(25, 1) })).reason).toBe('no-before')
  expect(judge(DOWN_3, evidence({ before: figure(25, 1), after: figure(null) })).reason).toBe('no-after')
  const unknown = judge(DOWN_3, evidence({ before: figure(30), after: figure(10, 1) }))
  expect(unknown).toMatchObject({ outcome: 'cannot-be-said', reason: 'uncertainty-unknown', change: -20, lower: null })
})

test('yes and no have no chance in them', () => {
  const answer = { direction: 'up', size: null } as const
  const exact = (before: number, after: number) =>
    judge(answer, evidence({ before: figure(before), after: figure(after), exact: true })).outcome
  expect([exact(0, 1), exact(0, 0), exact(1, 0)]).toEqual(['met', 'unmet', 'unmet'])
})

test('a success is not put down to the action where others did the same', () => {
  const others = [20, 21, 22].map((before) => ({ before, after: before - 5 }))
  const verdict = judge(DOWN_3, evidence({ before: figure(30, 1), after: figure(25, 1), others }))
  expect(verdict.outcome).toBe('met')
  expect(verdict.meanwhile).toEqual({ count: 3, median: -5, sameWay: 3, ownIsMore: false })
  expect(verdictSentence(verdict, SHARE, 'sv')).toContain('något annat än åtgärden kan ligga bakom')
  const still = [20, 21, 22].map((before) => ({ before, after: before }))
  const alone = judge(DOWN_3, evidence({ before: figure(30, 1), after: figure(25, 1), others: still }))
  expect(alone.meanwhile?.ownIsMore).toBe(true)
  expect(verdictSentence(alone, SHARE, 'sv')).not.toContain('något annat')
})

test('fewer than three others say nothing', () => {
  const others = [{ before: 1, after: 2 }]
  expect(judge(DOWN_3, evidence({ before: figure(3, 1), after: figure(1, 1), others })).meanwhile).toBeNull()
})

test('chance is never a success, whatever the figures', () => {
  const value = fc.double({ min: 0, max: 100, noNaN: true })
  const half = fc.double({ min: 0, max: 30, noNaN: true })
  fc.assert(
    fc.property(value, value, half, half, fc.constantFrom('up', 'down'), half, (a, b, x, y, direction, size) => {
      const expected = { direction: direction as 'up' | 'down', size: size === 0 ? null : size }
      const verdict = judge(expected, evidence({ before: figure(a, x), after: figure(b, y) }))
      const isBeyond = Math.abs(b - a) > Math.hypot(x, y) + 1e-6
      if (verdict.outcome === 'met') {
        expect(Math.abs(b - a)).toBeGreaterThan(Math.hypot(x, y) - 1e-6)
        expect(Math.sign(b - a)).toBe(direction === 'up' ? 1 : -1)
      }
      if (!isBeyond)
        expect(verdict.movement === 'as-predicted' && Math.abs(b - a) < Math.hypot(x, y) - 1e-6).toBe(false)
    }),
  )
})

test('the sentences say the movement with its interval, and no more', () => {
  const say = (parts: Partial<Evidence>) => verdictSentence(judge(DOWN_3, evidence(parts)), SHARE, 'sv')
  expect(say({ before: figure(30, 1), after: figure(25, 1) })).toBe(
    'Som förutsagt: −5,0 procentenheter (95-procentigt intervall −6,4 till −3,6), mer än slump.',
  )
  expect(say({ before: figure(30, 4), after: figure(26, 4) })).toContain('ryms i slumpen')
  expect(say({ before: figure(30), after: figure(20) })).toContain('osäkerheten är okänd')
  expect(say({ before: figure(30, 1), after: figure(null) })).toBe('Det finns inget värde för det år som avtalades.')
})
