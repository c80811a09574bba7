import { describe, expect, it } from 'vitest'
import { fittedBand, linearFit } from '../../data/stats/index.ts'

// R's data set `cars`: speed in miles an hour, stopping distance in feet.
const speed = [
  4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17, 17, 17,
  18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25,
]
const distance = [
  2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40, 32, 40,
  50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85,
]

describe('the interval of a fitted line', () => {
  it('is what R gives for predict(lm(dist ~ speed, cars), interval = "confidence")', () => {
    const expected = [
      [29.60981, 24.39514, 34.82448],
      [57.13667, 51.82913, 62.44421],
      [76.79872, 68.38765, 85.20978],
    ]
    const band = fittedBand(speed, distance, [12, 19, 24])!
    for (const [index, [value, lower, upper]] of expected.entries()) {
      expect(band[index]!.value).toBeCloseTo(value!, 5)
      expect(band[index]!.lower).toBeCloseTo(lower!, 5)
      expect(band[index]!.upper).toBeCloseTo(upper!, 5)
    }
  })

  it('is right by hand: (1,1) (2,2) (3,2) at x = 2', () => {
    // ȳ = 5/3, slope 1/2, residual variance (2/3 − 1/2)/1 = 1/6, t(0.975, 1) = 12.7062047
    const margin = 12.7062047 * Math.sqrt(1 / 6 / 3)
    const [at] = fittedBand([1, 2, 3], [1, 2, 2], [2])!
    expect(at!.value).toBeCloseTo(5 / 3, 10)
    expect(at!.upper - at!.value).toBeCloseTo(margin, 6)
    expect(at!.value - at!.lower).toBeCloseTo(margin, 6)
  })

  it('follows the line of linearFit and is narrowest at the mean of x', () => {
    const { slope, intercept } = linearFit(speed, distance)!
    const middle = speed.reduce((sum, value) => sum + value, 0) / speed.length
    const band = fittedBand(speed, distance, [4, middle, 25])!
    const width = band.map(({ lower, upper }) => upper - lower)
    expect(band[0]!.value).toBeCloseTo(intercept + slope * 4, 10)
    expect(Math.min(...width)).toBe(width[1])
  })

  it('has no width where every point lies on the line', () => {
    const band = fittedBand([1, 2, 3, 4], [3, 5, 7, 9], [0, 10])!
    expect(band.map(({ lower, value, upper }) => [lower, value, upper])).toEqual([
      [1, 1, 1],
      [21, 21, 21],
    ])
  })

  it('widens with the confidence asked for', () => {
    const width = (confidence: number) => {
      const [at] = fittedBand(speed, distance, [12], confidence)!
      return at!.upper - at!.lower
    }
    expect(width(0.99)).toBeGreaterThan(width(0.95))
  })

  it.each([
    ['two pairs', [1, 2], [1, 2]],
    ['no variation in x', [1, 1, 1], [1, 2, 3]],
    ['series of unequal length', [1, 2, 3], [1, 2]],
    ['too few pairs with both', [1, 2, null, 4], [1, null, 3, 4]],
  ])('says nothing for %s', (_, x, y) => {
    expect(fittedBand(x, y, [1])).toBeNull()
  })
})
