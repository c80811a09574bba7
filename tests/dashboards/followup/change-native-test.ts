import { expect, test } from 'vitest'
import type { ChangeRow } from '../../../dashboards/charts/change-arrows.ts'
import { changeNative } from '../../../dashboards/views/asi/change-native.ts'

const row = (more: Partial<ChangeRow>): ChangeRow => ({
  ...{ id: 'alkohol', title: 'Alkohol', before: 3.4, after: 2.1, lower: null, upper: null, turn: 'better', label: '' },
  ...{ written: '−1,3', instead: 'visas inte' },
  ...more,
})

test('beside each change stands how large it is, or that nothing is shown; a series is named by how sure it is', () => {
  const given = [row({}), row({ turn: 'similar' }), row({ before: null, after: null })]
  const { rows, marks } = changeNative(given, { unit: 'skattning', scale: { min: 0, max: 9 } }, 'sv')
  expect(rows.map(({ beside }) => beside)).toEqual(['−1,3', '−1,3', 'visas inte'])
  expect(rows.map(({ dots }) => dots.length)).toEqual([2, 2, 0])
  expect(marks.map(({ name }) => name)).toContain('Uppföljning: ingen säker förändring')
})
