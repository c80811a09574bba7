import { describe, expect, test } from 'vitest'
import { differing, moving, type Seen } from '../../api/features/standout/findings.ts'

/** 14 children of 143,000 inhabitants, among 13 municipalities of which seven have none. */
const seen = (stood: Partial<Seen['stood']>, reference: Partial<Seen['reference']>): Seen =>
  ({
    stood: {
      indicator: { id: 'U00915', kind: 'rate', direction: 'lower' },
      period: 2022,
      value: 9.6,
      lower: 5.2,
      upper: 16.1,
      margin: null,
      uncertainty: 'stated',
      band: 'worst',
      ...stood,
    },
    reference: { count: 13, median: 0, q1: 0, q3: 6, mean: 5.4, ...reference },
    country: { count: 290, median: 4, q1: 2, q3: 7 },
    rank: 11,
    comparison: 'worse',
    precision: { decimals: 2, sourceDecimals: 1 },
  }) as unknown as Seen

const isTold = (...of: Parameters<typeof seen>) => differing([seen(...of)], 5).length === 1

describe('where a quarter or more share the median', () => {
  test('a value stands out only where it is apart from the mean as well', () => {
    expect(isTold({}, {})).toBe(false)
    expect(isTold({ lower: 5.5 }, {})).toBe(true)
    expect(isTold({ lower: null, upper: null, uncertainty: 'unknown' }, { mean: 9.9 })).toBe(false)
    expect(isTold({ lower: null, upper: null, margin: 3, uncertainty: 'measured' }, {})).toBe(true)
    expect(isTold({ lower: null, upper: null, margin: 5, uncertainty: 'measured' }, {})).toBe(false)
  })

  test('who is no member of the reference is told as well, without a place', () => {
    const told = differing([{ ...seen({}, { median: 4, q1: 2, q3: 7 }), rank: null }], 5)
    expect(told).toMatchObject([{ rank: null, side: 'worse' }])
  })

  test('elsewhere the median is enough', () => {
    expect(isTold({}, { median: 4, q1: 2, q3: 7 })).toBe(true)
  })
})

describe('what may rest on few', () => {
  /** 13 of 14 answers, or of 28, beside others of whom nobody knows the number. */
  const survey = (id: string, value: number, before: number, change: Partial<Seen['reference']> = {}): Seen => {
    const indicator = { id, kind: 'share', unit: '%', direction: 'higher' } as Seen['stood']['indicator']
    const one = seen({ indicator, value, before: [null, null, null, before], lower: null, upper: null }, change)
    const stood = { ...one.stood, margin: 12, uncertainty: 'measured' as const, recentTrend: null }
    return { ...one, stood, country: { ...one.country, median: 80, q1: 75, q3: 85 } }
  }
  const group = { median: 60, q1: 55, q3: 65, mean: 60 }

  test('comes after what does not, however far it moved', () => {
    const moved = moving([survey('U28570', 92.857143, 40), survey('U28538', 80, 100), survey('U21468', 82, 60)], 5)
    expect(moved.map(({ indicator, isOfFew }) => [indicator, isOfFew])).toEqual([
      ['U21468', false],
      ['U28570', true],
      ['U28538', true],
    ])
  })

  test('stands out only where the median is beyond chance of so few', () => {
    expect(differing([survey('U28570', 92.857143, 40, group)], 5)).toMatchObject([{ isOfFew: true }])
    expect(differing([survey('U28570', 92.857143, 40, { ...group, median: 74, q3: 76 })], 5)).toEqual([])
    expect(differing([survey('U21468', 93, 40, { ...group, median: 74, q3: 76 })], 5)).toHaveLength(1)
  })

  test('a change is told of whoever the municipality is compared with, also where that is nobody else', () => {
    const alone = survey('U21468', 82, 60, { count: 1, median: 82, q1: 82, q3: 82 })
    expect(moving([alone], 5)).toHaveLength(1)
  })
})
