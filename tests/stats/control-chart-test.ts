import { describe, expect, it } from 'vitest'
import { specialRules } from '../../data/stats/control-rules.ts'
import { controlChart } from '../../data/stats/index.ts'

const alternating = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 10 : 12))
const specials = (values: number[]) => controlChart(values)!.points.map(({ special }) => special)

/** First letters of the rules for a series around 0 with limits ±3; "." where none holds. */
const marks = (series: number[]) =>
  specialRules(series, 0, 3, 0)
    .map((rule) => rule?.[0] ?? '.')
    .join('')

describe('the limits of controlChart', () => {
  it('are 11 ± 2.66 · 2 for a series that goes 10, 12, 10, 12 …', () => {
    expect(controlChart(alternating)).toMatchObject({
      mean: 11,
      lower: expect.closeTo(5.68, 10),
      upper: expect.closeTo(16.32, 10),
    })
    expect(specials(alternating)).toEqual(Array(12).fill(null))
  })

  it('leave out a single large range once', () => {
    const leap = [...alternating, 10, 12, 40, 42, 40, 42]
    expect(controlChart(leap)!.upper! - controlChart(leap)!.mean).toBeCloseTo(2.66 * 2, 10)
  })

  it('do not exist for a flat series, nor for one that steps once', () => {
    const flat = { lower: null, upper: null, points: Array(12).fill({ special: null }) }
    expect(controlChart(Array(12).fill(0.1))).toEqual({ mean: 0.1, ...flat })
    expect(controlChart(alternating.map((value) => (value > 11 ? 0.3 : 0.1 + 0.2)))).toMatchObject({ lower: null })
    expect(controlChart([...Array(11).fill(5), 9])).toEqual({ mean: expect.closeTo(64 / 12, 12), ...flat })
  })

  it('need twelve points, all present', () => {
    expect(controlChart(alternating.slice(1))).toBeNull()
    expect(controlChart([...alternating, null])).toBeNull()
    expect(controlChart([...alternating, Number.NaN])).toBeNull()
    expect(controlChart([])).toBeNull()
  })
})

describe('the rules of controlChart', () => {
  it('outside: beyond a limit, not on it', () => {
    expect(marks([0.1, -0.1, 3.01, -0.1, -3.01, 3, 0.1])).toBe('..o.o..')
  })

  it('trend: seven strictly rising or falling, the first point too', () => {
    expect(marks([-1, -0.5, -0.2, 0.1, 0.3, 0.6, 1])).toBe('ttttttt')
    expect(marks([1, 0.6, 0.3, 0.1, -0.2, -0.5, -1, 0.2])).toBe('ttttttt.')
    expect(marks([-0.5, -0.2, 0.1, 0.3, 0.6, 1])).toBe('......')
  })

  it('trend: a tie breaks it', () => {
    expect(marks([-1, -0.5, -0.2, -0.2, 0.1, 0.3, 0.6, 1])).toBe('........')
  })

  it('near-limit: two of three beyond two thirds on one side, only the near ones marked', () => {
    expect(marks([0.1, 2.1, -0.1, 2.2, -0.1])).toBe('.n.n.')
    expect(marks([0.1, -2.1, -2.2, 0.1])).toBe('.nn.')
    expect(marks([2.1, -0.1, -0.1, 2.2])).toBe('....')
    expect(marks([2.1, -2.1, 0.1])).toBe('...')
    expect(marks([2, -0.1, 2])).toBe('...')
  })

  it('near-limit: a point outside counts as near', () => {
    expect(marks([0.1, 3.5, 2.1, -0.1])).toBe('.on.')
  })

  it('shift: seven on one side of the mean, a value on it breaks it', () => {
    expect(marks([1, 0.5, 1, 0.5, 1, 0.5, 1, -0.1])).toBe('sssssss.')
    expect(marks([1, 0.5, 1, 0, 0.5, 1, 0.5, 1])).toBe('........')
    expect(marks([1, 0.5, 1, 0.5, 1, 0.5])).toBe('......')
  })

  it('gives each point the first rule in the order outside, trend, near-limit, shift', () => {
    expect(marks([0.1, 0.5, 1, 1.5, 2.1, 2.5, 3.5])).toBe('tttttto')
    expect(marks([1, 0.5, 2.1, 0.5, 2.1, 0.5, 1])).toBe('ssnsnss')
  })

  it('takes differences that are rounding for ties', () => {
    const swings = [2, 4, 2, 4, 2, 4]
    expect(1.1 * 3).toBeGreaterThan(3.3)
    expect(specials([...swings, 2.9, 3.1, 3.3, 1.1 * 3, 3.5, 3.7, 3.9])).not.toContain('trend')
    expect(specials([...swings, 2.9, 3.1, 3.2, 3.3, 3.5, 3.7, 3.9])).toContain('trend')
  })
})
