import { describe, expect, test } from 'vitest'
import {
  about,
  differ,
  HIDDEN,
  isApart,
  leading,
  limitsOf,
  listed,
  type ProtectedFigure,
  placeOf,
  writeProtected,
  writeWithBase,
} from '../../../data/model/findings/followup.ts'

const mean = (value: number, lower: number, upper: number, count = 100): ProtectedFigure => ({
  value,
  bound: null,
  lower,
  upper,
  count,
})
const under: ProtectedFigure = { value: 10, bound: 'under', lower: null, upper: null, count: 60 }
const over: ProtectedFigure = { value: 90, bound: 'over', lower: null, upper: null, count: 60 }

describe('a protected figure in words', () => {
  test.each([
    [mean(4.9, 4.3, 5.5), 'mean', '4,9', '4.9'],
    [{ ...mean(62, 55, 69) }, 'share', '62\u00a0%', '62%'],
    [under, 'share', 'under 10\u00a0%', 'under 10%'],
    [over, 'share', 'över 90\u00a0%', 'over 90%'],
    [{ ...HIDDEN, value: 1145, count: 1145 }, 'count', 'omkring 1\u202f145', 'about 1,145'],
    [HIDDEN, 'mean', 'visas inte', 'not shown'],
  ] as const)('%o', (figure, kind, sv, en) => {
    expect(writeProtected(figure, kind, 'sv')).toBe(sv)
    expect(writeProtected(figure, kind, 'en')).toBe(en)
  })

  test('stands with its base, but not where it is hidden', () => {
    expect(writeWithBase(mean(5.1, 4, 6, 105), 'mean', 'sv')).toBe('5,1 (n\u00a0≈\u00a0105)')
    expect(writeWithBase({ ...HIDDEN, count: 105 }, 'mean', 'sv')).toBe('visas inte')
  })

  test('every count is about', () => {
    expect(about(145, 'sv')).toBe('omkring 145')
    expect(about(145, 'en')).toBe('about 145')
  })
})

describe('a bounded share', () => {
  test('is placed in the middle of its bound, and may lie anywhere in it', () => {
    expect(placeOf(under)).toBe(5)
    expect(placeOf(over)).toBe(95)
    expect(limitsOf(under)).toEqual([0, 10])
    expect(limitsOf(over)).toEqual([90, 100])
  })

  test('differs from what lies far outside it, not from what may be the same', () => {
    expect(differ(under, mean(40, 31, 50))).toBe(true)
    expect(differ(under, mean(12, 6, 21))).toBe(false)
  })
})

describe('two figures differ', () => {
  test('only beyond the margin of both together', () => {
    const margin = Math.hypot(0.5, 0.5)
    expect(differ(mean(4, 3.5, 4.5), mean(4 + margin + 0.01, 3.5 + margin, 4.51 + margin))).toBe(true)
    expect(differ(mean(4, 3.5, 4.5), mean(4.6, 4.1, 5.1))).toBe(false)
  })

  test('the same way round or the other', () => {
    const [low, high] = [mean(2, 1.5, 2.5), mean(5, 4.5, 5.5)]
    expect(differ(low, high)).toBe(true)
    expect(differ(high, low)).toBe(true)
  })

  test('less easily when they were picked out of many', () => {
    const [one, other] = [mean(4, 3.5, 4.5), mean(4.8, 4.3, 5.3)]
    expect(differ(one, other)).toBe(true)
    expect(differ(one, other, 45)).toBe(false)
  })

  test('never when one of them is hidden or has no interval', () => {
    expect(differ(HIDDEN, mean(9, 9, 9))).toBe(false)
    expect(differ({ ...mean(1, 1, 1), lower: null }, mean(9, 9, 9))).toBe(false)
  })
})

test('lists begin small and end with and', () => {
  expect(listed(['Alkohol', 'Psykisk hälsa'], 'sv')).toBe('alkohol och psykisk hälsa')
  expect(listed(['Alcohol', 'Work', 'Drugs'], 'en')).toBe('alcohol, work and drugs')
  expect(listed([], 'sv')).toBe('')
})

test('a list of titles that hold an and of their own stays readable', () => {
  expect(listed(['Narkotika', 'Arbete och försörjning'], 'sv')).toBe('narkotika samt arbete och försörjning')
  expect(listed(['Drugs', 'Work and support'], 'en')).toBe('drugs, and work and support')
})

test('a change is apart from nothing beyond its interval, the wider the more were looked at', () => {
  expect(isApart(mean(0.6, 0.1, 1.1))).toBe(true)
  expect(isApart(mean(0.6, 0.1, 1.1), 7)).toBe(false)
  expect(isApart(mean(-0.6, -1.1, -0.1))).toBe(true)
  expect(isApart(mean(0.4, -0.1, 0.9))).toBe(false)
  expect(isApart({ ...mean(3, 3, 3), lower: null })).toBe(false)
})

test('those lead an order of whom each differs from each that comes after, at most three', () => {
  const led = (...values: number[]) =>
    leading(
      values.map((value) => mean(value, value - 0.5, value + 0.5)),
      (one) => one,
    ).length
  expect(led(9, 5, 4)).toBe(1)
  expect(led(9, 8.9, 4)).toBe(2)
  expect(led(9, 8.9, 8.8, 8.7, 2)).toBe(0)
  expect([led(9), led()]).toEqual([0, 0])
})
