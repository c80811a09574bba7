import { expect, test } from 'vitest'
import { unjudged } from '../../../dashboards/views/matrix/judged.ts'
import { rowsKept } from '../../../dashboards/views/matrix/only.ts'
import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'

type Cell = MatrixAnswer['rows'][number]['cells'][number]

const row = (indicator: string, ...cells: [Cell['band'], Cell['trend']][]) =>
  ({
    ...{ indicator, about: { kind: 'share' }, best: null },
    cells: cells.map(([band, trend]) => ({ band, trend })),
  }) as unknown as MatrixAnswer['rows'][number]

const answer = {
  columns: ['0184', '0183'],
  rows: [
    row('A', ['worst', 'worse'], ['best', null]),
    row('B', [null, 'increasing'], ['worst', 'none']),
    row('C', ['best', 'better'], [null, 'better']),
    row('D', ['middle', 'none'], ['best', 'decreasing']),
  ],
} as MatrixAnswer

test.each([
  ['', '0184', 'ABCD'],
  ['worst', '0184', 'A'],
  ['worst', '', 'AB'],
  ['best', '0183', 'AD'],
  ['best', '9999', 'ACD'],
  ['changed', '0184', 'ABC'],
  ['changed', '0183', 'CD'],
  ['improved', '0183', 'C'],
  ['declined', '', 'A'],
  ['nonsense', '0184', 'ABCD'],
])('only "%s" for "%s" keeps %s', (only, municipality, kept) => {
  expect(
    rowsKept(answer, only, municipality)
      .map((one) => one.indicator)
      .join(''),
  ).toBe(kept)
})

test.each([
  ['0184', 1],
  ['0183', 2],
  ['', 1],
])('the rows of which nobody can tell whether they changed for "%s" are %d', (municipality, count) => {
  const cell = (value: number | null, trend: Cell['trend']) => ({ value, trend })
  const rows = [
    { cells: [cell(1, null), cell(1, null)] },
    { cells: [cell(1, 'none'), cell(1, null)] },
    { cells: [cell(null, null), cell(1, 'worse')] },
    { cells: [cell(null, null), cell(null, null)] },
  ]
  expect(unjudged({ columns: ['0184', '0183'], rows } as MatrixAnswer, municipality)).toBe(count)
})

test('rows without a value in any column are left out, where no choice is made', () => {
  const bare = (indicator: string, ...values: (number | null)[]) => ({
    indicator,
    cells: values.map((value) => ({ value })),
  })
  const given = {
    columns: ['0184', '0183'],
    rows: [bare('A', null, null), bare('B', null, 0)],
  } as unknown as MatrixAnswer
  expect(rowsKept(given, '', '0184').map(({ indicator }) => indicator)).toEqual(['B'])
})
