import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equalParts } from '../../../dashboards/charts/equal-parts.ts'

test('parts hold all in order, at most so many each, and differ by one at most', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (list, most) => {
      const parts = equalParts(list, most)
      const sizes = parts.map(({ length }) => length)
      expect(parts.flat()).toEqual(list)
      expect(Math.max(...sizes)).toBeLessThanOrEqual(most)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      expect(parts).toHaveLength(Math.max(1, Math.ceil(list.length / most)))
    }),
  )
})
