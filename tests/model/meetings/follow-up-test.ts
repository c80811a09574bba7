import { expect, test } from 'vitest'
import {
  decidedIn,
  followedUp,
  followedUpBy,
  type Judged,
  quarterOf,
  turnOf,
} from '../../../data/model/meetings/follow-up.ts'

const TODAY = '2026-11-30'
type Given = Partial<Judged['action']> & { outcome?: 'met' | 'unmet' | 'cannot-be-said'; day?: string | null }
const action = ({ outcome, day = '2025-03-01', ...given }: Given = {}): Judged => ({
  action: { due: null, status: 'planned', decided: null, ...given },
  verdict: outcome ? { outcome } : null,
  meetingDate: day,
  decidedAt: '2024-05-01T10:00:00.000Z',
})

test.each([
  ['overdue', { due: '2026-11-29' }],
  ['soon', { due: '2026-11-30' }],
  ['soon', { due: '2026-12-30' }],
  ['later', { due: '2026-12-31' }],
  ['undated', {}],
  ['finished', { due: '2026-01-01', status: 'done' }],
  ['finished', { due: '2026-01-01', status: 'dropped' }],
  ['judged', { due: '2026-01-01', status: 'done', outcome: 'unmet' }],
  ['finished', { status: 'done', outcome: 'met', decided: 'adopt' }],
  ['finished', { status: 'dropped', outcome: 'unmet' }],
] as const)('what is left to do is %s for %o', (turn, given) => {
  expect(turnOf(action(given), TODAY)).toBe(turn)
})

test('how many were followed up and how many held, by year: one that cannot be said counts as followed up, never as held', () => {
  const actions = [
    action({ outcome: 'met' }),
    action({ outcome: 'unmet' }),
    action({ outcome: 'cannot-be-said' }),
    action({}),
    action({ day: null }),
  ]
  expect(followedUp(actions)).toEqual({ decided: 5, judged: 3, met: 1, unmet: 1, cannotBeSaid: 1 })
  expect(followedUpBy(actions, decidedIn).map(({ key, followed }) => [key, followed.decided, followed.judged])).toEqual(
    [
      [2025, 4, 3],
      [2024, 1, 0],
    ],
  )
})

test('quarters', () => {
  expect(['2026-01-31', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([1, 1, 2, 4])
})
