import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../data/catalogue/index.ts'
import { sampleFigures } from '../../data/sample/indicators.ts'
import type { Figure } from '../../data/store/figures.ts'

const { indicators, municipalities, indicatorById } = catalogue()

function sampled(seed = 1, from = 2015, to = 2025): Figure[] {
  const figures: Figure[] = []
  sampleFigures({ indicators, municipalities, seed, from, to }, (figure) => figures.push(figure))
  return figures
}

let figures: Figure[]
beforeAll(() => {
  figures = sampled()
})
const of = (indicator: string, sex = 'T') => figures.filter((one) => one.indicator === indicator && one.sex === sex)
const share = (some: unknown[], all: unknown[]) => some.length / all.length

describe('the invented values', () => {
  test('are the same for the same seed, others for another', () => {
    const [a, b, c] = [sampled(7, 2020, 2021), sampled(7, 2020, 2021), sampled(8, 2020, 2021)]
    expect(a).toEqual(b)
    expect(a).not.toEqual(c)
  })

  test('cover all municipalities and the whole catalogue, women and men where the catalogue has them', () => {
    expect(new Set(figures.map(({ municipality }) => municipality)).size).toBe(291)
    expect(new Set(figures.map(({ indicator }) => indicator))).toEqual(new Set(indicatorById.keys()))
    const bySex = new Set(figures.filter(({ sex }) => sex === 'K').map(({ indicator }) => indicator))
    expect(bySex).toEqual(new Set(indicators.filter((one) => one.bySex).map(({ id }) => id)))
  })

  test('tell each thing once', () => {
    const keys = figures.map(
      ({ indicator, sex, period, municipality }) => `${indicator} ${sex} ${period} ${municipality}`,
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('are a number or missing for one of the three reasons, and some are', () => {
    const isTorn = ({ value, status, token }: Figure) =>
      (value === null) !== (status !== null) || (value === null) !== (token !== null)
    expect(figures.filter(isTorn)).toEqual([])
    const found = new Set(figures.map(({ status }) => status))
    expect(found).toEqual(new Set([null, 'missing', 'secrecy', 'not-applicable']))
    const missing = figures.filter(({ value }) => value === null)
    expect(share(missing, figures)).toBeGreaterThan(0.02)
    expect(share(missing, figures)).toBeLessThan(0.12)
  })

  test('lie within their scales', () => {
    const outside = figures.filter(({ indicator, value }) => {
      const scale = indicatorById.get(indicator)!.scale
      return value !== null && scale && (value < scale.min || value > scale.max)
    })
    expect(outside).toEqual([])
    expect(figures.filter(({ value }) => value !== null && !Number.isFinite(value))).toEqual([])
  })

  test('are whole cases of their base, and secret where it is too small', () => {
    const answers = new Map(of('U30901').map(({ municipality, period, value }) => [`${municipality} ${period}`, value]))
    for (const { municipality, period, value } of of('U30447').filter((one) => one.municipality !== '0000')) {
      const n = answers.get(`${municipality} ${period}`)
      if (value === null || !n) continue
      expect(n).toBeGreaterThanOrEqual(5)
      expect((value / 100) * n - Math.round((value / 100) * n)).toBeCloseTo(0, 6)
    }
  })

  test('of women and men make up the total where they are counted', () => {
    const [all, women, men] = ['T', 'K', 'M'].map((sex) => of('N01951', sex).map(({ value }) => value!))
    expect(all!.map((_, i) => women![i]! + men![i]!)).toEqual(all)
  })

  test('of small municipalities vary more from year to year', () => {
    const bySize = [...municipalities].sort((a, b) => a.population - b.population)
    const jump = (codes: string[]) => {
      const own = of('N33870')
      const steps = codes.flatMap((code) => {
        const values = own.filter((one) => one.municipality === code).flatMap(({ value }) => value ?? [])
        return values.slice(1).map((value, i) => Math.abs(value - values[i]!))
      })
      return steps.reduce((sum, step) => sum + step, 0) / steps.length
    }
    const codes = bySize.map(({ code }) => code)
    expect(jump(codes.slice(0, 60))).toBeGreaterThan(1.5 * jump(codes.slice(-60)))
  })

  test('are not collected every year for all indicators', () => {
    const years = new Set(indicators.map(({ id }) => new Set(of(id).map(({ period }) => period)).size))
    expect(years.size).toBeGreaterThan(2)
  })
})
