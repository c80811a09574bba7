import { describe, expect, test } from 'vitest'
import { HIDDEN, type ProtectedFigure } from '../../../data/model/findings/followup.ts'
import {
  type AreaFigure,
  asiFinding,
  besideGroup,
  heaviest,
  moderateSentence,
  profileSentence,
} from '../../../data/model/findings/followup-areas.ts'
import type { AreaChange } from '../../../data/model/findings/followup-change.ts'

const around = (value: number, reach: number): ProtectedFigure => ({
  value,
  bound: null,
  lower: value - reach,
  upper: value + reach,
  count: 145,
})
const area = (title: string, own: ProtectedFigure, group: ProtectedFigure = HIDDEN): AreaFigure => ({
  id: title,
  title,
  own,
  group,
})
const change = (title: string, before: number, after: number, reach = 0.5): AreaChange => ({
  id: title,
  title,
  before: around(before, reach),
  after: around(after, reach),
  change: around(Math.round((after - before) * 10) / 10, reach),
})

/** The figures of the sketch. */
const AREAS = [
  area('Fysisk hälsa', around(2.6, 0.5), around(2.8, 0.2)),
  area('Arbete och försörjning', around(4.1, 0.6), around(4.3, 0.2)),
  area('Alkohol', around(4.9, 0.6), around(4.5, 0.2)),
  area('Narkotika', around(2.8, 0.6), around(3.4, 0.2)),
  area('Psykisk hälsa', around(4.6, 0.5), around(4.4, 0.2)),
]
const CHANGES = [change('Alkohol', 4.9, 2.9), change('Narkotika', 2.8, 1.9), change('Fysisk hälsa', 2.6, 2.4)]
const PAGE = {
  place: 'Solna',
  period: '2023',
  reading: 'skattning',
  areas: AREAS,
  changes: CHANGES,
  persons: { ...HIDDEN, value: 145, count: 145 },
  followedUp: { ...HIDDEN, value: 62 },
  several: false,
  coverage: '',
  lang: 'sv',
} as const

describe('what the ASI page says', () => {
  test('which areas weigh heaviest, which improves most, about how many and how many were followed up', () => {
    expect(asiFinding(PAGE)).toEqual({
      title: 'Alkohol, psykisk hälsa samt arbete och försörjning väger tyngst, och alkohol är det som förbättras mest',
      explanation: 'Omkring 145 personer intervjuades med ASI Grund i Solna 2023. 62\u00a0% av dem har följts upp.',
    })
  })

  test('nothing of an improvement that is not more than chance', () => {
    const { title } = asiFinding({ ...PAGE, changes: [change('Alkohol', 4.9, 4.6, 0.5)] })
    expect(title).toBe('Alkohol, psykisk hälsa samt arbete och försörjning väger tyngst')
  })

  test('which areas improve, where none does so more than the others beyond doubt', () => {
    const titled = (changes: AreaChange[]) => asiFinding({ ...PAGE, areas: AREAS.slice(0, 2), changes }).title
    expect(titled([change('Alkohol', 4.9, 3.4), change('Narkotika', 4, 2.6)])).toBe(
      'Arbete och försörjning väger tyngst, och alkohol och narkotika förbättras',
    )
    const many = ['A', 'B', 'C', 'D'].map((title) => change(title, 4, 2))
    expect(titled(many)).toBe('Arbete och försörjning väger tyngst, och 4 områden förbättras')
  })

  test('person-years and coverage of a group', () => {
    const { explanation } = asiFinding({ ...PAGE, several: true, coverage: '5 av 8 kommuner', place: 'FoU Nordväst' })
    expect(explanation).toContain('145 intervjuer (personår) med ASI Grund i FoU Nordväst 2023, siffror från 5 av 8')
  })

  test('that nothing is shown, where nothing is', () => {
    const hidden = AREAS.map((one) => ({ ...one, own: HIDDEN }))
    expect(asiFinding({ ...PAGE, areas: hidden, persons: HIDDEN }).title).toBe(
      'Solna 2023: grundintervjuerna visas inte',
    )
    expect(asiFinding({ ...PAGE, areas: hidden, changes: [] }).title).toBe('Områdena visas inte')
    expect(asiFinding({ ...PAGE, followedUp: HIDDEN }).explanation).toContain('följts upp visas inte')
  })

  test('the same in English', () => {
    expect(asiFinding({ ...PAGE, lang: 'en' }).title).toBe(
      'The heaviest: alkohol, psykisk hälsa, and arbete och försörjning; most improved: alkohol',
    )
  })
})

describe('the heaviest areas', () => {
  test('are none where too many are level', () => {
    const level = ['A', 'B', 'C', 'D'].map((title, at) => area(title, around(4 + at / 10, 0.6)))
    expect(heaviest(level)).toEqual([])
    expect(profileSentence(level, 'sv')).toBe('Inget område väger säkert tyngst')
  })

  test('are not those that only their own interval lifts to the highest', () => {
    const areas = [area('A', around(4, 0.6)), area('B', around(3.5, 0.6)), area('C', around(3.2, 0.6))]
    const far = [area('D', around(1, 0.3)), area('E', around(0.9, 0.3))]
    expect(heaviest([...areas, ...far]).map(({ id }) => id)).toEqual(['A', 'B', 'C'])
    expect(heaviest(areas)).toEqual([])
  })

  test('are said of those that are shown, where some are not', () => {
    const some = [area('Alkohol', around(5, 0.2)), area('Familj', around(2, 0.2)), area('Arbete', HIDDEN)]
    expect(profileSentence(some, 'sv')).toBe('Alkohol 5,0: högst av de 2 områden som visas')
    const page = { ...PAGE, changes: [], areas: some }
    expect(asiFinding(page).title).toBe('Alkohol väger tyngst av de 2 områden som visas')
    expect(asiFinding({ ...page, areas: some.slice(0, 1).concat(some[2]!) }).title).toBe('Bara alkohol kan visas')
  })

  test('are never hidden ones', () => {
    expect(
      heaviest([area('A', HIDDEN), area('B', around(2, 0.2)), area('C', around(1, 0.2))]).map(({ id }) => id),
    ).toEqual(['B'])
  })
})

test('where the place differs from the group', () => {
  const areas = [
    area('Alkohol', around(5, 0.3), around(4, 0.2)),
    area('Narkotika', around(2, 0.3), around(3, 0.2)),
    area('Familj', around(3, 0.3), around(3.1, 0.2)),
  ]
  expect(besideGroup(areas, 'FoU Nordväst', 'sv')).toBe(
    'Högre än FoU Nordväst: alkohol. Lägre än FoU Nordväst: narkotika.',
  )
  expect(besideGroup(AREAS, 'FoU Nordväst', 'sv')).toBe('Inget skiljer sig säkert från FoU Nordväst.')
  expect(besideGroup([area('A', HIDDEN, around(3, 1))], 'X', 'sv')).toBe('')
})

describe('moderate problems or more', () => {
  const shares = (...values: number[]) =>
    ['Alkohol', 'Narkotika', 'Psykisk hälsa'].map((title, at) => ({ title, share: around(values[at]!, 9) }))

  test('names where they are most common, and all where it is shared', () => {
    expect(moderateSentence(shares(42, 58, 46), 'sv')).toBe('Narkotika: 58\u00a0% har måttliga problem eller mer')
    expect(moderateSentence(shares(58, 42, 58), 'sv')).toBe(
      'Alkohol och psykisk hälsa: 58\u00a0% vardera har måttliga problem eller mer',
    )
    expect(moderateSentence(shares(58, 58, 46), 'en')).toBe(
      'Alkohol and narkotika: 58% each have moderate problems or more',
    )
  })

  test('says when nothing is shown', () => {
    expect(moderateSentence([{ title: 'Alkohol', share: HIDDEN }], 'sv')).toBe('Fördelningen visas inte')
  })
})
