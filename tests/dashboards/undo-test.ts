import { expect, test } from 'vitest'
import { Steps } from '../../dashboards/meetings/undo.ts'
import type { Body } from '../../data/model/meetings/part.ts'

const note = (text: string) => ({ text }) as unknown as Body

test('what was written is taken back in turn; one piece of writing is one step', () => {
  const steps = new Steps()
  steps.note({ kind: 'note', id: 'a', before: null, after: note('e') }, 0)
  steps.note({ kind: 'note', id: 'a', before: note('e'), after: note('et') }, 1000)
  steps.note({ kind: 'note', id: 'a', before: note('et'), after: note('ett') }, 2000)
  steps.note({ kind: 'note', id: 'a', before: note('ett'), after: note('ett och mer') }, 60_000)
  steps.note({ kind: 'note', id: 'a', before: note('ett och mer'), after: null }, 60_500)
  expect([steps.take(), steps.take(), steps.take(), steps.take()]).toEqual([
    expect.objectContaining({ before: note('ett och mer'), after: null }),
    expect.objectContaining({ before: note('ett'), after: note('ett och mer') }),
    expect.objectContaining({ before: null, after: note('ett') }),
    undefined,
  ])
})

test('where the one who leads is, and what was answered, is nothing to take back', () => {
  const steps = new Steps()
  for (const kind of ['meeting', 'answer', 'participant'] as const)
    steps.note({ kind, id: 'x', before: null, after: note('x') })
  expect(steps.any).toBe(false)
})
