import { expect, it } from 'vitest'
import { stripKind } from '../../../dashboards/charts/strip-kind.ts'

const share = { kind: 'share', unit: '%', decimals: 1 }
const spread = Array.from({ length: 290 }, (_, at) => 10 + at / 7)

it('yes and no, grades and small whole numbers are counted', () => {
  expect(stripKind([0, 1, 1], { kind: 'yesno', unit: '', decimals: 0 })).toBe('values')
  expect(stripKind([0, 0, 2], { kind: 'ordinal', unit: 'skala 0–2', decimals: 0 })).toBe('values')
  expect(stripKind([0, 40], { kind: 'count', unit: 'antal', decimals: 0 })).toBe('dots')
})

it('what spreads is dots, what ties is spans', () => {
  expect(stripKind(spread, share)).toBe('dots')
  expect(stripKind([...Array(170).fill(0), ...spread.slice(0, 120)], share)).toBe('spans')
})
