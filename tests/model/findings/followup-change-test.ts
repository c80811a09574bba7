import { describe, expect, test } from 'vitest'
import { HIDDEN, type ProtectedFigure } from '../../../data/model/findings/followup.ts'
import { type AreaChange, changeSentence, mostImproved, turnOf } from '../../../data/model/findings/followup-change.ts'

const around = (value: number, reach: number): ProtectedFigure => ({
  value,
  bound: null,
  lower: value - reach,
  upper: value + reach,
  count: 90,
})
const change = (title: string, before: number, after: number, reach = 0.5): AreaChange => ({
  id: title,
  title,
  before: around(before, reach),
  after: around(after, reach),
  change: around(Math.round((after - before) * 10) / 10, reach),
})
const CHANGES = [change('Alkohol', 4.9, 2.9), change('Narkotika', 2.8, 1.9), change('Fysisk hälsa', 2.6, 2.4)]

test('the area that improves most falls most, with a whole interval under zero', () => {
  expect(mostImproved([change('A', 5, 3), change('B', 5, 1, 5)]).map(({ id }) => id)).toEqual(['A'])
  expect(mostImproved([{ ...change('A', 5, 3), change: HIDDEN }])).toEqual([])
})

describe('the change in a sentence', () => {
  test('with both ends', () => {
    expect(changeSentence(CHANGES, 'sv')).toBe('Alkohol minskar från 4,9 till 2,9 hos dem som följts upp')
  })

  test('alone, where before and after would tell of those who were not followed up', () => {
    const alone = { ...change('Alkohol', 4.9, 2.9), before: HIDDEN, after: HIDDEN }
    expect(changeSentence([alone], 'sv')).toBe('Alkohol minskar med 2,0 hos dem som följts upp')
  })

  test('not at all, where it is not shown', () => {
    expect(changeSentence([{ ...change('A', 5, 3), change: HIDDEN }], 'sv')).toBe('Förändringen visas inte')
  })
})

test('a change turns for better or worse only with its whole interval', () => {
  expect(turnOf(around(-1, 0.5))).toBe('better')
  expect(turnOf(around(1, 0.5))).toBe('worse')
  expect(turnOf(around(-0.4, 0.5))).toBe('similar')
  expect(turnOf({ ...HIDDEN, value: -3 })).toBe('similar')
})
