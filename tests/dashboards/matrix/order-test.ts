import { expect, test } from 'vitest'
import { orderedRows } from '../../../dashboards/views/matrix/order.ts'
import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'

const row = (indicator: string, ...bands: ('best' | 'middle' | 'worst' | null)[]) =>
  ({
    ...{ indicator, about: { kind: 'share' }, best: null },
    cells: bands.map((band) => ({ band })),
  }) as unknown as MatrixAnswer['rows'][number]

const answer = {
  columns: ['0184', '0183'],
  rows: [row('A', 'worst', 'best'), row('B', null, 'worst'), row('C', 'best', null), row('D', 'best', 'best')],
} as MatrixAnswer

test.each([
  ['', 'ABCD'],
  ['0184', 'CDAB'],
  ['-0184', 'ACDB'],
  ['0183', 'ADBC'],
  ['9999', 'ABCD'],
])('sorted by "%s" the rows come %s', (sort, order) => {
  expect(
    orderedRows(answer, sort)
      .map((one) => one.indicator)
      .join(''),
  ).toBe(order)
})
