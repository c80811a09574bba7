import { expect, test } from 'vitest'
import { markOf, markOfMove } from '../../../dashboards/views/start/marks.ts'

const trend = (change: 'increasing' | 'none') => ({ change, assessment: null, chiSquare: 1 })

test('a change is marked as better or worse only where it is more than chance, or cannot be tested', () => {
  expect(markOfMove({ side: 'worse', recentTrend: trend('none') }).sign).toBe('●')
  expect(markOfMove({ side: 'worse', recentTrend: trend('increasing') }).sign).toBe('▼')
  expect(markOfMove({ side: 'better', recentTrend: null }).sign).toBe('▲')
  expect(markOf(null).sign).toBe('◆')
})
