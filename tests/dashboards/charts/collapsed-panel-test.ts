import { expect, test } from 'vitest'
import { collapsed, wrapped } from '../../../dashboards/charts/collapsed-panel.ts'
import type { Panel } from '../../../dashboards/charts/panel.ts'

const dot = (value: number | null) => ({
  ...{ kind: 0, value, lower: null, upper: null, bounded: false },
  written: value === null ? 'visas inte' : '4,4 (n ≈ 40)',
  label: '',
})
const panel = (...values: (number | null)[]): Panel => ({
  ...{ id: 'preparat', title: 'Alkohol efter preparat', scale: { min: 0, max: 9 }, ticks: [0, 9] },
  rows: values.map((value, at) => ({ id: `${at}`, title: `Preparat ${at}`, dots: [dot(value)] })),
})

test('rows that show nothing are told together: which they are, and the same word', () => {
  const { rows, hidden } = collapsed(panel(4, null, 3, null, null), 60)
  expect(rows.map(({ title }) => title)).toEqual(['Preparat 0', 'Preparat 2'])
  expect(hidden!.lines).toEqual(['Visas inte: Preparat 1, Preparat 3, Preparat 4'])
  expect(hidden!.label).toBe('Alkohol efter preparat. Visas inte: Preparat 1, Preparat 3, Preparat 4')
})

test('a row stays where a line would take no less room', () => {
  const one = panel(4, null)
  expect(collapsed(one, 60)).toEqual({ ...one, hidden: null })
  expect(collapsed(panel(4, null, null), 12).hidden).toBeNull()
  expect(collapsed(panel(4, 3), 60).rows).toHaveLength(2)
})

test('what a row of several kinds shows keeps the row', () => {
  const mixed = { ...panel(null, null), rows: [{ id: 'a', title: 'A', dots: [dot(null), dot(2)] }] }
  expect(collapsed(mixed, 60).rows).toHaveLength(1)
})

test('a line holds what it can, and a word of its own where that is longer', () => {
  expect(wrapped('aa bb cc dddddddd e', 5)).toEqual(['aa bb', 'cc', 'dddddddd', 'e'])
})
