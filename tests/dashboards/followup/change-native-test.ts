import { expect, test } from 'vitest'
import type { ChangeRow } from '../../../dashboards/charts/change-arrows.ts'
import { changeNative } from '../../../dashboards/views/asi/change-native.ts'

const row = (more: Partial<ChangeRow>): ChangeRow => ({
  ...{ id: 'alkohol', title: 'Alkohol', before: 3.4, after: 2.1, lower: null, upper: null, turn: 'better', label: '' },
  ...{ improved: '', unchanged: '', worsened: '', untold: '', instead: 'visas inte' },
  ...more,
})

test('beside each change stands how many turned which way, once that none may be told, or that nothing is shown', () => {
  const given = [
    row({ improved: '40 %', unchanged: '35 %', worsened: '25 %' }),
    row({ untold: 'visas inte' }),
    row({ before: null, after: null }),
  ]
  const { rows } = changeNative(given, { unit: 'skattning', scale: { min: 0, max: 9 } }, 'sv')
  expect(rows.map(({ beside }) => beside)).toEqual(['▲ 40 % ● 35 % ▼ 25 %', 'visas inte', 'visas inte'])
  expect(rows.map(({ dots }) => dots.length)).toEqual([2, 2, 0])
})
