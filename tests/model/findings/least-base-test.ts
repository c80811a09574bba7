import { expect, test } from 'vitest'
import { leastBase, leastBaseClause } from '../../../data/model/findings/least-base.ts'

const share = { kind: 'share', unit: '%', decimals: 1 }

test.each([
  [92.857143, { events: 13, of: 14 }],
  [33.333333, { events: 2, of: 6 }],
  [5.479452, null],
  [88.235294, { events: 15, of: 17 }],
  [92.9, null],
  [40, null],
  [100, null],
  [null, null],
])('%d per cent shows %j', (value, base) => expect(leastBase(value, share)).toEqual(base))

test('of what is no share of a hundred nothing shows', () => {
  expect(leastBase(92.857143, { kind: 'index', unit: 'index 0–100' })).toBeNull()
  expect(leastBase(92.857143, { kind: 'rate', unit: '%' })).toBeNull()
})

test('is told in words', () => {
  expect(leastBaseClause(92.857143, share, 'sv')).toBe('92,9\u00a0% kan vara 13 av 14')
  expect(leastBaseClause(92.857143, share, 'en')).toBe('92.9% may be 13 of 14')
  expect(leastBaseClause(40, share, 'sv')).toBe('')
})
