import { expect, test } from 'vitest'
import { roomyScale, tickFormat, ticksOn } from '../../../dashboards/charts/ticks.ts'

const GRADES = ['Underskott', 'Balans', 'Överskott'].map((name, value) => ({ name, value }))
const graded = { kind: 'ordinal', unit: 'skala 0–2', decimals: 0, grades: GRADES }
const yesNo = { kind: 'yesno', unit: 'ja/nej', decimals: 0 }
const share = { kind: 'share', unit: '%', decimals: 1 }

test('an axis of answers has a tick at each answer, in its own word, and none between', () => {
  const grades = roomyScale([0, 2], graded, [0, 100]).domain() as [number, number]
  expect(ticksOn(grades, graded, 5).map(tickFormat(graded, 'sv'))).toEqual(['Underskott', 'Balans', 'Överskott'])
  const answers = roomyScale([0], yesNo, [0, 100]).domain() as [number, number]
  expect(ticksOn(answers, yesNo, 5).map(tickFormat(yesNo, 'sv'))).toEqual(['Nej', 'Ja'])
})

test('an axis of values has round numbers, and ends in them', () => {
  const domain = roomyScale([12, 88], share, [0, 100]).domain() as [number, number]
  expect(ticksOn(domain, share, 5)).toEqual([0, 20, 40, 60, 80, 100])
})
