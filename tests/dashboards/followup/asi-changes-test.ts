import { expect, test } from 'vitest'
import { type Asi, areaChanges } from '../../../dashboards/views/asi/asked.ts'
import { HIDDEN, type ProtectedFigure } from '../../../data/model/findings/followup.ts'

/** A page's answer in which everything is shown, save for the share followed up where it is said to be hidden. */
function answered(rate: ProtectedFigure): Asi {
  const shown = { ...HIDDEN, value: -1.2, lower: -1.6, upper: -0.8, count: 60 }
  return {
    areas: [{ id: 'alkohol', title: 'Alkohol' }],
    reading: 'skattning',
    scope: { place: { id: '0184' } },
    undivided: { figure: (measure: string) => (measure === 'uppfoljda' ? rate : shown) },
  } as unknown as Asi
}

test('a change is told where it is shown how many were followed up', () => {
  expect(areaChanges(answered({ ...HIDDEN, value: 62 }))[0]!.change.value).toBe(-1.2)
  expect(areaChanges(answered({ ...HIDDEN, value: 80, bound: 'over' }))[0]!.after.value).toBe(-1.2)
})

test('no change is told, nor its ends, where that is not shown', () => {
  const [alcohol] = areaChanges(answered(HIDDEN))
  expect([alcohol!.before, alcohol!.after, alcohol!.change]).toEqual([HIDDEN, HIDDEN, HIDDEN])
})
