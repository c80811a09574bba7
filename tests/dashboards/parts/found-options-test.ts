import { expect, test } from 'vitest'
import { searchAmong, together } from '../../../dashboards/parts/found-options.ts'

const option = (label: string) => ({ value: label, label })
const near = ['Biståndshushåll', 'Indikator för bistånd', 'Utredningstid'].map(option)
const further = ['Påhittad indikator 4711', 'Påhittad indikator 12 för bistånd'].map(option)
const found = (query: string) => together(query, searchAmong(near)(query), further).map(({ label }) => label)

test('what answers as well near stands before what came from further off', () => {
  expect(found('bistånd')).toEqual([
    expect.stringContaining('istånd'),
    expect.stringContaining('istånd'),
    ...further.map(({ label }) => label),
  ])
})

test('what answers fewer of the words stands behind what answers all, wherever it came from', () => {
  expect(found('påhittad indikator 4711')).toEqual([...further.map(({ label }) => label), 'Indikator för bistånd'])
})

test('where nothing came from further off all that was found near stands', () => {
  expect(together('bistånd', near.slice(0, 2), []).map(({ label }) => label)).toEqual([
    'Biståndshushåll',
    'Indikator för bistånd',
  ])
})
