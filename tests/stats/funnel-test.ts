import { describe, expect, it } from 'vitest'
import {
  funnelLimits,
  funnelStandardError,
  overdispersedLimits,
  overdispersion,
  poissonInterval,
  proportionInterval,
} from '../../data/stats/index.ts'

describe('funnelLimits', () => {
  it('of a proportion are π ± z√(π(1 − π)/n): 0.1 at 100 is 0.1 ± 1.959964 · 0.03', () => {
    expect(funnelLimits(0.1, 100, 'proportion')).toEqual({
      lower95: expect.closeTo(0.1 - 0.0587989, 7),
      upper95: expect.closeTo(0.1 + 0.0587989, 7),
      lower998: expect.closeTo(0.1 - 0.092707, 6),
      upper998: expect.closeTo(0.1 + 0.092707, 6),
    })
  })

  it('leave a share outside exactly when its Wilson interval excludes the pooled value', () => {
    const { lower95, upper95 } = funnelLimits(0.3, 40, 'proportion')!
    for (let events = 0; events <= 40; events++) {
      const { value, lower, upper } = proportionInterval(events, 40)!
      expect(value < lower95 || value > upper95, `${events} of 40`).toBe(lower > 0.3 || upper < 0.3)
    }
  })

  it('leave a count outside exactly when its exact Poisson interval excludes the pooled value', () => {
    for (const pooled of [0.4, 2.5, 3.8, 5.5]) {
      const { lower95, upper95, lower998, upper998 } = funnelLimits(pooled, 1, 'rate')!
      for (let count = 0; count < 10; count++) {
        const at95 = poissonInterval(count)!
        const at998 = poissonInterval(count, 0.998)!
        expect(count < lower95 || count > upper95).toBe(at95.lower > pooled || at95.upper < pooled)
        expect(count < lower998 || count > upper998).toBe(at998.lower > pooled || at998.upper < pooled)
      }
    }
  })

  it('have no lower limit where even no event is within chance: e⁻³ > 0.025', () => {
    expect(funnelLimits(3, 1, 'rate')!.lower95).toBe(0)
    expect(funnelLimits(3.7, 1, 'rate')!.lower95).toBeGreaterThan(0)
  })

  it('close on a pooled value of 0 or 1, and stay within 0…1', () => {
    const zero = { lower95: 0, upper95: 0, lower998: 0, upper998: 0 }
    expect(funnelLimits(0, 50, 'proportion')).toEqual(zero)
    expect(funnelLimits(0, 50, 'rate')).toEqual(zero)
    expect(funnelLimits(0.5, 1, 'proportion')).toEqual({ lower95: 0, upper95: 1, lower998: 0, upper998: 1 })
  })

  it.each([
    [0.1, 0, 'rate'],
    [-0.1, 10, 'rate'],
    [1.1, 10, 'proportion'],
    [Number.NaN, 10, 'proportion'],
    [0.1, Number.POSITIVE_INFINITY, 'rate'],
  ] as const)('say nothing of %d at %d, %s', (pooled, n, kind) => expect(funnelLimits(pooled, n, kind)).toBeNull())
})

describe('overdispersion', () => {
  it('by hand: z 2, −2, 2, −2 with s = 0.5 has φ = 4, τ² = (16 − 3)/(16 − 64/16)', () => {
    expect(overdispersion([2, -2, 2, -2], [0.5, 0.5, 0.5, 0.5])).toEqual({ phi: 4, tauSquared: 13 / 12 })
  })

  it('draws in the extremes: of 0…10 the ends become 1 and 9', () => {
    const z = Array.from({ length: 11 }, (_, index) => index)
    expect(overdispersion(z, Array(11).fill(1))!.phi).toBeCloseTo(
      (1 + 1 + 4 + 9 + 16 + 25 + 36 + 49 + 64 + 81 + 81) / 11,
      12,
    )
  })

  it('says nothing of one unit, an error of 0, or lists that do not match', () => {
    expect(overdispersion([1], [1])).toBeNull()
    expect(overdispersion([1, 2], [1, 0])).toBeNull()
    expect(overdispersion([1, 2], [1])).toBeNull()
    expect(overdispersion([1, Number.NaN], [1, 1])).toBeNull()
    expect(overdispersion([1, 2], [1, 1], 0.6)).toBeNull()
  })
})

describe('overdispersedLimits', () => {
  it('widen s = 0.03 by τ = 0.04 to 0.05', () => {
    expect(funnelStandardError(0.1, 100, 'proportion')).toBeCloseTo(0.03, 12)
    expect(overdispersedLimits(0.1, 100, 'proportion', 0.0016)).toMatchObject({
      lower95: expect.closeTo(0.1 - 1.959964 * 0.05, 7),
      upper95: expect.closeTo(0.1 + 1.959964 * 0.05, 7),
      lower998: 0,
    })
  })

  it('use √(λ/n) for a rate and are not bounded by 1', () => {
    expect(overdispersedLimits(4, 4, 'rate', 0)!.upper95).toBeCloseTo(4 + 1.959964, 6)
  })

  it('say nothing of a negative τ² or of no base', () => {
    expect(overdispersedLimits(0.1, 100, 'rate', -1)).toBeNull()
    expect(overdispersedLimits(0.1, 0, 'rate', 0)).toBeNull()
  })
})
