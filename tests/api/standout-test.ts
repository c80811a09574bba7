import { describe, expect, test } from 'vitest'
import { differing, type Seen } from '../../api/features/standout/findings.ts'

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
