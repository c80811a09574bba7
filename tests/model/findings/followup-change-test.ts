import { describe, expect, test } from 'vitest'
import { HIDDEN, type ProtectedFigure } from '../../../data/model/findings/followup.ts'
import {
  type AreaChange,
  changeBySexSentence,
  changeSentence,
  improved,
  mostImproved,
  outcomeSentence,
  turnOf,
} from '../../../data/model/findings/followup-change.ts'

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

const ids = (areas: readonly AreaChange[]) => areas.map(({ id }) => id)

test('the area that improves most does so beyond doubt, and more than every other', () => {
  expect(ids(mostImproved(CHANGES))).toEqual(['Alkohol'])
  expect(ids(mostImproved([change('A', 5, 3), change('B', 5, 1, 5)]))).toEqual([])
  expect(ids(mostImproved([change('A', 5, 3), change('B', 5, 3.2)]))).toEqual([])
  expect(ids(improved([change('A', 5, 3), change('B', 5, 3.2)]))).toEqual(['A', 'B'])
  expect(mostImproved([{ ...change('A', 5, 3), change: HIDDEN }])).toEqual([])
})

test('out of seven areas one improves only beyond more than its own interval', () => {
  const seven = ['A', 'B', 'C', 'D', 'E', 'F'].map((title) => change(title, 3, 3, 0.5))
  expect(ids(improved([change('G', 3.6, 3, 0.5)]))).toEqual(['G'])
  expect(improved([...seven, change('G', 3.6, 3, 0.5)])).toEqual([])
  expect(ids(improved([...seven, change('G', 3.8, 3, 0.5)]))).toEqual(['G'])
})

describe('the change in a sentence', () => {
  test('with both ends', () => {
    expect(changeSentence(CHANGES, 'sv')).toBe('Alkohol minskar från 4,9 till 2,9 hos dem som följts upp')
  })

  test('alone, where before and after would tell of those who were not followed up', () => {
    const alone = { ...change('Alkohol', 4.9, 2.9), before: HIDDEN, after: HIDDEN }
    expect(changeSentence([alone], 'sv')).toBe('Alkohol minskar med 2,0 hos dem som följts upp')
  })

  test('for worse as well as for better, and none where none is certain', () => {
    expect(changeSentence([change('Alkohol', 3, 4.4)], 'sv')).toBe(
      'Alkohol ökar från 3,0 till 4,4 hos dem som följts upp',
    )
    expect(changeSentence([change('Alkohol', 3, 3.2)], 'en')).toBe(
      'No area has clearly changed among those followed up',
    )
  })

  test('not at all, where it is not shown', () => {
    expect(changeSentence([{ ...change('A', 5, 3), change: HIDDEN }], 'sv')).toBe('Förändringen visas inte')
  })
})

test('a change turns for better or worse only with its whole interval, the wider the more stand beside it', () => {
  expect(turnOf(around(-1, 0.5), 1)).toBe('better')
  expect(turnOf(around(1, 0.5), 1)).toBe('worse')
  expect(turnOf(around(-0.4, 0.5), 1)).toBe('similar')
  expect(turnOf({ ...HIDDEN, value: -3 }, 1)).toBe('similar')
  expect(turnOf(around(-1, 0.9), 1)).toBe('better')
  expect(turnOf(around(-1, 0.9), 7)).toBe('similar')
})

describe('the change by sex', () => {
  const area = (title: string, women: ProtectedFigure, men: ProtectedFigure) => ({
    title,
    sexes: [
      { title: 'Kvinna', change: women },
      { title: 'Man', change: men },
    ],
  })

  test('names where the sexes changed differently, the widest', () => {
    const areas = [
      area('Alkohol', around(-2.4, 0.5), around(-0.9, 0.4)),
      area('Familj', around(-0.4, 0.5), around(-0.6, 0.4)),
    ]
    expect(changeBySexSentence(areas, 'sv')).toBe('Alkohol förändras olika efter kön: kvinna −2,4, man −0,9')
    expect(changeBySexSentence(areas.slice(1), 'sv')).toBe('Inget område har säkert förändrats olika efter kön')
  })

  test('compares nothing where only one sex is shown', () => {
    const one = [area('Alkohol', around(-2, 0.5), HIDDEN)]
    expect(changeBySexSentence(one, 'sv')).toBe('Förändringen visas bara för ett kön: kvinna')
    expect(changeBySexSentence(one, 'en')).toMatch(/^The change is shown for one sex only: /)
    const apart = [...one, area('Narkotika', HIDDEN, around(-1, 0.5))]
    expect(changeBySexSentence(apart, 'sv')).toBe('Könens förändring kan inte jämföras')
  })
})

describe('how many improved', () => {
  const outcome = (title: string, improved: ProtectedFigure) => ({ title, improved })

  test('is said to be most where that is beyond doubt', () => {
    expect(outcomeSentence([outcome('Alkohol', around(58, 9)), outcome('Familj', around(20, 9))], 'sv')).toBe(
      'Flest har förbättrats minst två steg i alkohol (58\u00a0%)',
    )
    expect(outcomeSentence([outcome('Alkohol', around(31, 9)), outcome('Familj', around(35, 9))], 'sv')).toBe(
      'Familj: 35\u00a0% har förbättrats minst två steg',
    )
    expect(outcomeSentence([outcome('Alkohol', HIDDEN)], 'en')).toBe('How many improved is not shown')
  })
})
