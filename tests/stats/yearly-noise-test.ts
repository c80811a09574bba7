import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noiseAt, type SizedChange, yearlyNoise } from '../../data/stats/index.ts'
import { holds } from './properties.ts'

/** So many changes for units of one size, evenly from −reach to reach: their median absolute deviation is about reach / 2. */
const even = (size: number, n: number, reach: number, shift = 0): SizedChange[] =>
  Array.from({ length: n }, (_, index) => ({ size, change: shift - reach + (2 * reach * index) / (n - 1) }))

const sdOf = (mad: number) => (1.4826 * mad) / Math.SQRT2

describe('yearlyNoise', () => {
  it('by hand: thirty changes of ±1 and one of 9 are one class whose sd is 1.4826 / √2', () => {
    const changes = Array.from({ length: 30 }, (_, index) => ({ size: index, change: index % 2 ? 1 : -1 }))
    const [only] = yearlyNoise([...changes, { size: 30, change: 9 }], 1)!
    // Median 1 (16 of 31 are at least 1), deviations: 15 of 0, 15 of 2, one of 8; the sixteenth is 2.
    expect(only).toEqual({ upTo: 30, n: 31, sd: sdOf(2) })
    expect(only!.sd).toBeCloseTo(2.096713, 6)
  })

  it('by hand: five classes of equal number, smaller ones noisier', () => {
    const changes = [10, 20, 30, 40, 50].flatMap((size, index) => even(size, 31, 8 - index))
    expect(yearlyNoise(changes)).toEqual(
      [10, 20, 30, 40, 50].map((upTo, index) => {
        const sd = yearlyNoise(even(upTo, 31, 8 - index))![0]!.sd
        expect(sd).toBeCloseTo(sdOf((8 - index) * (16 / 30)), 12)
        return { upTo, n: 31, sd }
      }),
    )
  })

  it('the level of a class does not count, only its spread', () => {
    expect(yearlyNoise(even(1, 41, 3, 100))![0]!.sd).toBeCloseTo(yearlyNoise(even(1, 41, 3))![0]!.sd, 12)
  })

  it('ties of size go down: a class is never cut in the middle of a size', () => {
    // 200 changes in five classes would end at 40, 80, 120, 160; the size that holds 60 of them takes the second whole.
    const changes = [...even(1, 40, 1), ...even(2, 60, 1), ...even(3, 50, 1), ...even(4, 50, 1)]
    expect(yearlyNoise(changes)!.map(({ upTo, n }) => [upTo, n])).toEqual([
      [1, 40],
      [2, 60],
      [3, 50],
      [4, 50],
    ])
  })

  it('a class of under thirty joins the next larger one, the last the one before', () => {
    const sized = (count: number) => Array.from({ length: count }, (_, size) => ({ size, change: size % 3 }))
    expect(yearlyNoise(sized(100))!.map(({ n }) => n)).toEqual([40, 60])
    expect(yearlyNoise(sized(149))!.map(({ n }) => n)).toEqual([30, 30, 30, 30, 29].reduce<number[]>(joinLast, []))
    expect(yearlyNoise(sized(31))!.map(({ n }) => n)).toEqual([31])
    expect(yearlyNoise(sized(150))!.map(({ n }) => n)).toEqual([30, 30, 30, 30, 30])
  })

  it('larger units that vary more are pooled with the smaller ones, weighted by n; the classes stay', () => {
    const changes = [...even(1, 31, 2), ...even(2, 62, 4), ...even(3, 31, 1)]
    const alone = (size: number, n: number, reach: number) => yearlyNoise(even(size, n, reach), 1)![0]!.sd
    const pooled = (31 * alone(1, 31, 2) + 62 * alone(2, 62, 4)) / 93
    const noise = yearlyNoise(changes, 4)!
    expect(noise.map(({ upTo, n }) => [upTo, n])).toEqual([
      [1, 31],
      [2, 62],
      [3, 31],
    ])
    for (const [index, sd] of [pooled, pooled, alone(3, 31, 1)].entries()) expect(noise[index]!.sd).toBeCloseTo(sd, 12)
  })

  it('nothing can be said of under thirty, of no whole number of classes, or of what is not there', () => {
    expect(yearlyNoise(even(1, 29, 1))).toBeNull()
    expect(
      yearlyNoise([...even(1, 29, 1), { size: Number.NaN, change: 1 }, { size: 1, change: Number.NaN }]),
    ).toBeNull()
    for (const classes of [0, -1, 2.5, Number.NaN]) expect(yearlyNoise(even(1, 60, 1), classes)).toBeNull()
    expect(yearlyNoise(even(1, 30, 0))).toEqual([{ upTo: 1, n: 30, sd: 0 }])
  })

  const changes = fc.array(
    fc.record({ size: fc.integer({ min: 1, max: 60 }), change: fc.double({ min: -1e6, max: 1e6, noNaN: true }) }),
    { maxLength: 300 },
  )

  it('is finite, covers every change once, rises in size, and never rises in noise', () => {
    holds(fc.tuple(changes, fc.integer({ min: 1, max: 9 })), ([all, classes]) => {
      const noise = yearlyNoise(all, classes)
      expect(noise === null).toBe(all.length < 30)
      if (!noise) return
      expect(noise.length).toBeLessThanOrEqual(classes)
      expect(noise.reduce((sum, { n }) => sum + n, 0)).toBe(all.length)
      expect(noise.every(({ n, sd }) => n >= 30 && sd >= 0 && Number.isFinite(sd))).toBe(true)
      noise.slice(1).forEach(({ upTo, sd }, index) => {
        expect(upTo).toBeGreaterThan(noise[index]!.upTo)
        expect(sd).toBeLessThanOrEqual(noise[index]!.sd)
      })
      expect(noise.at(-1)!.upTo).toBe(Math.max(...all.map(({ size }) => size)))
      for (const { upTo, n } of noise.slice(0, 1)) expect(all.filter(({ size }) => size <= upTo)).toHaveLength(n)
    })
  })

  it('does not depend on the order, and scales with the unit', () => {
    holds(changes, (all) => {
      expect(yearlyNoise([...all].reverse())).toEqual(yearlyNoise(all))
      const twice = yearlyNoise(all.map(({ size, change }) => ({ size, change: 2 * change })))
      expect(twice).toEqual(yearlyNoise(all)?.map((one) => ({ ...one, sd: 2 * one.sd })) ?? null)
    })
  })
})

describe('noiseAt', () => {
  const noise = [
    { upTo: 10, n: 30, sd: 3 },
    { upTo: 20, n: 30, sd: 1 },
  ]
  it.each([
    [5, 3],
    [10, 3],
    [11, 1],
    [900, 1],
  ])('of a unit of size %i is %d', (size, sd) => expect(noiseAt(noise, size)).toBe(sd))
})

/** The last class of 29 joins the one before. */
const joinLast = (whole: number[], n: number): number[] =>
  n >= 30 ? [...whole, n] : [...whole.slice(0, -1), whole.at(-1)! + n]
