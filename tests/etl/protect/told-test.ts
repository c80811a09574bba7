import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVERYONE, NOBODY, toldAtCut, toldShare } from '../../../etl/protect/told.ts'

const exactly = (value: number) => ({ low: value, high: value })

describe('at a cut', () => {
  test('whole percent are told', () => {
    expect(toldAtCut(13, 40, 5)).toEqual(exactly(33))
    expect(toldAtCut(4.5, 40, 5)).toEqual(exactly(11))
  })

  test('few, and nearly all, are told as such', () => {
    expect(toldAtCut(4.4, 40, 5)).toEqual({ low: 0, high: 13 })
    expect(toldAtCut(0, 12, 5)).toEqual({ low: 0, high: 42 })
    expect(toldAtCut(35.6, 40, 5)).toEqual({ low: 87, high: 100 })
  })

  test('a stricter k tells less', () => {
    expect(toldAtCut(6, 40, 7)).toEqual({ low: 0, high: 18 })
  })

  test('never nought or a hundred', () => {
    expect(toldAtCut(5, 5000, 5)).toEqual(exactly(1))
    expect(toldAtCut(4990, 5000, 5)).toEqual(exactly(99))
  })
})

describe('a share', () => {
  test('is the difference of what is told at its ends', () => {
    expect(toldShare(EVERYONE, exactly(64))).toEqual(exactly(36))
    expect(toldShare(exactly(64), exactly(20))).toEqual(exactly(44))
    expect(toldShare(exactly(20), NOBODY)).toEqual(exactly(20))
  })

  test('that comes out as nought is under five', () => {
    expect(toldShare(exactly(40), exactly(40))).toEqual({ low: 0, high: 5 })
  })

  test('may be under, over or between bounds', () => {
    expect(toldShare({ low: 0, high: 13 }, NOBODY)).toEqual({ low: 0, high: 13 })
    expect(toldShare(EVERYONE, { low: 0, high: 13 })).toEqual({ low: 87, high: 100 })
    expect(toldShare(exactly(60), { low: 0, high: 20 })).toEqual({ low: 40, high: 60 })
  })

  test('is not told where the bounds are too far apart', () => {
    expect(toldShare({ low: 0, high: 51 }, NOBODY)).toBeNull()
    expect(toldShare(EVERYONE, { low: 0, high: 51 })).toBeNull()
    expect(toldShare(exactly(60), { low: 0, high: 21 })).toBeNull()
  })

  test('fits a hundred with the others, whatever the distribution', () => {
    const counts = fc.tuple(
      fc.double({ min: 10, max: 400, noNaN: true }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
    )
    fc.assert(
      fc.property(counts, ([all, parts]) => {
        const told = [...parts].sort((a, b) => b - a).map((part) => toldAtCut(part * all, all, 5))
        const ends = [EVERYONE, ...told, NOBODY]
        const shares = ends.slice(1).map((below, i) => toldShare(ends[i]!, below))
        for (const share of shares) if (share) expect(share.low === share.high && share.low % 100 === 0).toBe(false)
        const low = shares.reduce((sum, share) => sum + (share?.low ?? 0), 0)
        const high = shares.reduce((sum, share) => sum + (share?.high ?? 100), 0)
        expect(low).toBeLessThanOrEqual(100)
        expect(high).toBeGreaterThanOrEqual(100)
      }),
    )
  })
})
