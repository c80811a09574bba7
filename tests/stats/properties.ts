import fc from 'fast-check'

export const confidence = fc.constantFrom(0.8, 0.95, 0.998)
export const count = fc.integer({ min: 0, max: 5000 })
export const rating = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
export const ratings = fc.array(rating, { minLength: 1, maxLength: 40 })
export const shares = fc
  .integer({ min: 1, max: 2000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
export const units = fc.array(
  fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true })),
  {
    minLength: 1,
    maxLength: 8,
  },
)

/** The property holds for `numRuns` inputs. */
export const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (input: T) => void, numRuns = 200) =>
  fc.assert(fc.property(arbitrary, property), { numRuns })
