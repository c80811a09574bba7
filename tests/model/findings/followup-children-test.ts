import { describe, expect, test } from 'vitest'
import { HIDDEN, type ProtectedFigure } from '../../../data/model/findings/followup.ts'
import {
  clearGaps,
  gapSentence,
  interviewedSentence,
  lowestSentence,
  type RatedBy,
  ratingsBesideGroup,
  respondentsSentence,
  ubuFinding,
} from '../../../data/model/findings/followup-children.ts'

const around = (value: number, reach: number): ProtectedFigure => ({
  value,
  bound: null,
  lower: value - reach,
  upper: value + reach,
  count: 90,
})
const share = (value: number): ProtectedFigure => ({ ...around(value, 8), lower: value - 8 })
const GAPS = [
  { id: 'skola', title: 'skola', gap: around(-0.6, 0.3) },
  { id: 'halsa', title: 'hälsa', gap: around(0.2, 0.3) },
  { id: 'trygghet', title: 'trygghet', gap: around(-0.4, 0.2) },
]
const PAGE = {
  place: 'Solna',
  period: '2023',
  gaps: GAPS,
  interviewed: { barn: share(82), vardnadshavare: share(79) },
  persons: { ...HIDDEN, value: 100, count: 100 },
  unplanned: null,
  whom: 'alla moduler, årlig uppföljning',
  coverage: '',
  lang: 'sv',
} as const

describe('what the UBU page says', () => {
  test('the widest clear gap, how many, and how many were interviewed', () => {
    expect(ubuFinding(PAGE)).toEqual({
      title: 'Barnen skattar skola 0,6 steg lägre än socialsekreterarna',
      explanation:
        'Omkring 100 barn och unga (alla moduler, årlig uppföljning) i Solna 2023. Intervjuade: barn från 7 år 82\u00a0%, vårdnadshavare 79\u00a0%.',
    })
  })

  test('how things ended comes first at closing, and a bound stays a bound', () => {
    expect(ubuFinding({ ...PAGE, unplanned: share(20) }).title).toBe(
      '20\u00a0% av avsluten var oplanerade, och barnen skattar skola 0,6 steg lägre än socialsekreterarna',
    )
    expect(ubuFinding({ ...PAGE, unplanned: share(20) }).explanation).toContain(
      'Oplanerade avslut: 95-procentigt intervall 12–28\u00a0%.',
    )
    const bounded = { ...HIDDEN, value: 15, bound: 'under' as const }
    expect(ubuFinding({ ...PAGE, unplanned: bounded, gaps: [] }).title).toBe(
      'Under 15\u00a0% av avsluten var oplanerade',
    )
  })

  test('that nothing is shown, where nothing is', () => {
    expect(ubuFinding({ ...PAGE, persons: HIDDEN, gaps: [] }).title).toBe('Solna 2023: uppföljningarna visas inte')
  })
})

test('gaps are clear where an interval as wide as so many ask for is on one side of zero, the widest first', () => {
  const seven = Array.from({ length: 7 }, (_, at) => ({ ...GAPS[1]!, id: `${at}` }))
  expect(clearGaps([...seven, { ...GAPS[0]!, gap: around(-0.4, 0.3) }])).toEqual([])
  expect(clearGaps(GAPS).map(({ id }) => id)).toEqual(['skola', 'trygghet'])
  expect(gapSentence([GAPS[1]!], 'sv')).toBe('Barns och socialsekreterares skattningar skiljer sig inte säkert åt')
  expect(gapSentence([{ ...GAPS[0]!, gap: HIDDEN }], 'en')).toBe('The gap between child and social worker is not shown')
  expect(gapSentence([{ ...GAPS[0]!, gap: around(0.6, 0.3) }], 'en')).toBe(
    'Children rate skola 0.6 steps higher than social workers do',
  )
})

test('how many were interviewed stands even where it is not shown', () => {
  expect(interviewedSentence({ barn: HIDDEN, vardnadshavare: share(79) }, 'sv')).toBe(
    'Intervjuade: barn från 7 år visas inte, vårdnadshavare 79\u00a0%.',
  )
})

describe('the ratings of the three', () => {
  const rated = (title: string, barn: ProtectedFigure, socialsekreterare: ProtectedFigure): RatedBy => ({
    id: title,
    title,
    by: { barn, vardnadshavare: HIDDEN, socialsekreterare },
  })

  test('speak of the children, as long as theirs are shown', () => {
    const ratings = [
      rated('skola', around(3.1, 0.2), around(4, 0.2)),
      rated('trygghet', around(4.2, 0.2), around(3, 0.2)),
    ]
    expect(respondentsSentence(ratings, 'sv')).toBe('Barnen skattar skola lägst och trygghet högst')
  })

  test('else of those whose are', () => {
    const ratings = [rated('skola', HIDDEN, around(4, 0.2)), rated('trygghet', HIDDEN, around(3, 0.2))]
    expect(respondentsSentence(ratings, 'en')).toBe('Social workers rate trygghet lowest and skola highest')
    expect(respondentsSentence([rated('skola', HIDDEN, HIDDEN)], 'sv')).toBe('Skattningarna visas inte')
  })
})

test('the lowest share is named where it is clearly lower than the highest, a bound in its middle', () => {
  const bounded = { ...HIDDEN, value: 70, bound: 'over' as const }
  const beside = (figure: ProtectedFigure) => [
    { title: 'Tandvård', figure: bounded },
    { title: 'Läkare', figure },
  ]
  expect(lowestSentence(beside(share(40)), 'sv')).toBe('Lägst: läkare 40\u00a0%')
  expect(lowestSentence(beside(share(80)), 'sv')).toBe('Ingen andel är säkert lägre än de andra')
  const close = ['Skola', 'Läkare', 'Samtal'].map((title, at) => ({ title, figure: share([40, 41, 95][at]!) }))
  expect(lowestSentence(close, 'sv')).toBe('Lägst: skola 40\u00a0% och läkare 41\u00a0%')
  expect(lowestSentence([...close, { title: 'Plan', figure: around(55, 30) }], 'sv')).toMatch(/^Ingen andel/)
  expect(lowestSentence(close.slice(1, 2), 'sv')).toBe('Bara läkare 41\u00a0% kan visas')
  expect(lowestSentence([close[0]!, { ...close[0]!, title: 'Tandvård' }], 'en')).toMatch(/^No share/)
  expect(lowestSentence(beside(HIDDEN).slice(1), 'sv')).toBe('Andelarna visas inte')
})

test('what is written alike is said of all', () => {
  const alike = [GAPS[0]!, { id: 'familj', title: 'Familjekontakt', gap: around(-0.62, 0.3) }, GAPS[2]!]
  expect(gapSentence(alike, 'sv')).toBe('Barnen skattar familjekontakt och skola 0,6 steg lägre än socialsekreterarna')
  expect(gapSentence([GAPS[0]!, { ...alike[1]!, gap: around(0.6, 0.3) }], 'en')).toBe(
    'Children rate skola 0.6 steps lower than social workers do',
  )
  const shares = ['Tandvård', 'Läkare', 'Skola'].map((title, at) => ({ title, figure: share(at === 2 ? 90 : 67) }))
  expect(lowestSentence(shares, 'en')).toBe('Lowest: tandvård 67% and läkare 67%')
  const rating = (title: string, value: number): RatedBy => ({
    ...{ id: title, title },
    by: { barn: around(value, 0.2), vardnadshavare: HIDDEN, socialsekreterare: HIDDEN },
  })
  expect(respondentsSentence([rating('Skola', 3), rating('Hälsa', 3.01), rating('Trivsel', 4.5)], 'sv')).toBe(
    'Barnen skattar skola och hälsa lägst och trivsel högst',
  )
  const three = [rating('Skola', 3), rating('Hälsa', 3.3), rating('Trivsel', 3.6)]
  expect(respondentsSentence(three, 'sv')).toBe('Barnen skattar skola lägre än trivsel')
  expect(respondentsSentence(three.slice(0, 2), 'sv')).toBe('Barnen skattar skola lägst och hälsa högst')
  expect(respondentsSentence([rating('Skola', 3), rating('Hälsa', 3.1)], 'en')).toBe(
    'Children rate no area clearly higher than another',
  )
})

test('ratings beside the group name the widest that is certain among so many', () => {
  const beside = (title: string, own: ProtectedFigure, group: ProtectedFigure) => ({
    ...{ title, said: 'Barnet', own, group },
  })
  const who = { place: 'Solna', group: 'FoU Nordväst' }
  const far = beside('Skola', around(3, 0.3), around(3.8, 0.1))
  const near = beside('Hälsa', around(3.7, 0.3), around(3.8, 0.1))
  expect(ratingsBesideGroup([near, far], who, 'mean', 'sv')).toBe(
    'Solna ligger under FoU Nordväst (barnet: skola, 3,0 mot 3,8)',
  )
  expect(ratingsBesideGroup([near], who, 'mean', 'sv')).toBe(
    'Ingen skattning i Solna skiljer sig säkert från FoU Nordväst',
  )
  expect(ratingsBesideGroup([beside('Skola', HIDDEN, HIDDEN)], who, 'mean', 'en')).toBe(
    'The ratings cannot be set against FoU Nordväst',
  )
})
