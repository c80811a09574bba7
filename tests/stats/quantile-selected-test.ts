import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantileOfSorted, quantileSelected } from '../../data/stats/quantile.ts'

const values = fc.array(
  fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -3, max: 3 })),
  {
    minLength: 1,
    maxLength: 60,
  },
)

test('a quantile of values in any order is that of the sorted ones, to the last digit', () => {
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (given, p) => {
      const sorted = quantileOfSorted(Float64Array.from(given).sort(), p)
      // Nought and minus nought are the same number.
      expect(quantileSelected(Float64Array.from(given), p) + 0).toBe(sorted + 0)
    }),
  )
})
