import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../data/catalogue/index.ts'
import { sampleFigures } from '../../data/sample/indicators.ts'
import type { Figure } from '../../data/store/figure.ts'

const { indicators, bases, municipalities, groups } = catalogue()
const all = [...bases, ...indicators]
const byId = new Map(all.map((indicator) => [indicator.id, indicator]))

function sampled(seed = 1, from = 2015, to = 2025): Figure[] {
  const figures: Figure[] = []
  sampleFigures({ indicators: all, municipalities, groups, seed, from, to }, (figure) => figures.push(figure))
  return figures
}

let figures: Figure[]
const byIndicator = new Map<string, Figure[]>()
beforeAll(() => {
  figures = sampled()
  for (const figure of figures) {
    const key = `${figure.indicator} ${figure.sex}`
    const some = byIndicator.get(key)
    if (some) some.push(figure)
    else byIndicator.set(key, [figure])
  }
})
const of = (indicator: string, sex = 'T') => byIndicator.get(`${indicator} ${sex}`) ?? []
const share = (some: unknown[], all: unknown[]) => some.length / all.length

describe('the invented values', () => {
  test('are the same for the same seed, others for another', () => {
    const [a, b, c] = [sampled(7, 2020, 2021), sampled(7, 2020, 2021), sampled(8, 2020, 2021)]
    expect(a).toEqual(b)
    expect(a).not.toEqual(c)
  })

  test('cover all municipalities and the whole catalogue, women and men where the catalogue has them', () => {
    expect(new Set(figures.map(({ municipality }) => municipality)).size).toBe(291)
    expect(new Set(figures.map(({ indicator }) => indicator))).toEqual(new Set(byId.keys()))
    const bySex = new Set(figures.filter(({ sex }) => sex === 'K').map(({ indicator }) => indicator))
    expect(bySex).toEqual(new Set(all.filter((one) => one.bySex).map(({ id }) => id)))
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
    const everywhere = figures.filter(({ indicator }) => !/^(Bruk|Vänt|Ej åter)/.test(byId.get(indicator)!.title.sv))
    expect(
      share(
        everywhere.filter(({ value }) => value === null),
        everywhere,
      ),
    ).toBeLessThan(0.12)
  })

  test('lie within their scales', () => {
    const outside = figures.filter(({ indicator, value }) => {
      const scale = byId.get(indicator)!.scale
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
      expect((value / 100) * n - Math.round((value / 100) * n)).toBeCloseTo(0, 4)
    }
  })

  test('of women and men make up the total where they are counted', () => {
    const [all, women, men] = ['T', 'K', 'M'].map((sex) => of('N01951', sex).map(({ value }) => value!))
    expect(all!.map((_, i) => women![i]! + men![i]!)).toEqual(all)
  })

  test('of small municipalities vary more from year to year', () => {
    const bySize = [...municipalities].sort((a, b) => a.population - b.population)
    const jump = (codes: string[]) => {
      const own = of('N31001')
      const steps = codes.flatMap((code) => {
        const values = own.filter((one) => one.municipality === code).flatMap(({ value }) => value ?? [])
        return values.slice(1).map((value, i) => Math.abs(value / values[i]! - 1))
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

describe('the invented values are as awkward as real ones:', () => {
  const own = (indicator: string, sex = 'T') => of(indicator, sex).filter(({ municipality }) => municipality !== '0000')
  const valued = (indicator: string) => own(indicator).filter(({ value }) => value !== null)
  const inYear = (indicator: string, year: number) => valued(indicator).filter(({ period }) => period === year)
  const yearsOf = (indicator: string) => [...new Set(valued(indicator).map(({ period }) => period))].sort()
  const surveys = indicators.filter(({ title }) => /^Brukarbedömning (?!hemtjänst|särskilt)/.test(title.sv))

  test('surveys that some municipalities take part in, years apart', () => {
    for (const { id } of surveys) {
      const counts = yearsOf(id).map((year) => inYear(id, year).length)
      expect(Math.max(...counts)).toBeLessThan(200)
      expect(Math.max(...counts)).toBeGreaterThan(20)
    }
    const years = surveys.flatMap(({ id }) => {
      const byPlace = new Map<string, number[]>()
      for (const { municipality, period } of valued(id)) {
        byPlace.set(municipality, [...(byPlace.get(municipality) ?? []), period])
      }
      return [...byPlace.values()]
    })
    expect(years.some((some) => some.length > 1 && some.every((year, i) => i === 0 || year - some[i - 1]! > 1))).toBe(
      true,
    )
    expect(years.some((some) => some.at(-1)! < 2023)).toBe(true)
  })

  test('a latest survey that few have answered yet, so that the newest year is not the latest one to show', () => {
    const unfinished = surveys.filter(({ id }) => {
      const counts = yearsOf(id).map((year) => inYear(id, year).length)
      return counts.at(-1)! < Math.max(...counts) / 2
    })
    expect(unfinished.length).toBeGreaterThan(0)
    expect(unfinished.length).toBeLessThan(surveys.length / 2)
  })

  test('whole groups that stay out, series of one year, series that end', () => {
    const inSurvey = new Set(own(surveys[0]!.id).map(({ municipality }) => municipality))
    const whole = groups.filter(({ kind }) => kind === 'county' || kind === 'fou')
    expect(whole.some(({ members }) => members.every((code) => !inSurvey.has(code)))).toBe(true)
    expect(yearsOf('U30750')).toEqual([2025])
    expect(yearsOf('U31463').at(-1)).toBe(2024)
  })

  test('more than half of the country at nought, and many at a hundred', () => {
    const evictions = inYear('U00915', 2025)
    const nought = evictions.filter(({ value }) => value === 0).length
    expect(nought / evictions.length).toBeGreaterThan(0.5)
    expect(nought / evictions.length).toBeLessThan(0.75)
    const shares = surveys.flatMap(({ id }) => valued(id).map(({ value }) => value))
    expect(shares.filter((value) => value === 100).length / shares.length).toBeGreaterThan(0.03)
  })

  test('yes and no in every proportion, and grades that most share', () => {
    const yesOf = (id: string) =>
      share(
        valued(id).filter(({ value }) => value === 1),
        valued(id),
      )
    const shares = indicators.filter(({ kind }) => kind === 'yesno').map(({ id }) => yesOf(id))
    expect(Math.min(...shares)).toBeLessThan(0.12)
    expect(Math.max(...shares)).toBeGreaterThan(0.8)
    const grades = inYear('U30446', yearsOf('U30446').at(-1)!).map(({ value }) => value)
    expect(new Set(grades)).toEqual(new Set([0, 1, 2]))
    expect(
      share(
        grades.filter((grade) => grade === 0),
        grades,
      ),
    ).toBeGreaterThan(0.5)
  })

  test('populations from 2 400 to a million, as they are', () => {
    const people = inYear('N01951', 2022).map(({ value }) => value!)
    expect(Math.min(...people)).toBeGreaterThan(2200)
    expect(Math.min(...people)).toBeLessThan(2600)
    expect(Math.max(...people)).toBeGreaterThan(950_000)
  })

  test('a base that is known for some values and not for others', () => {
    const answers = new Map(
      own('U31903').map(({ municipality, period, value }) => [`${municipality} ${period}`, value]),
    )
    const known = valued('U31504').map(({ municipality, period }) => answers.get(`${municipality} ${period}`) ?? null)
    expect(known.filter((n) => n === null).length).toBeGreaterThan(5)
    expect(known.filter((n) => n !== null).length).toBeGreaterThan(50)
    expect(Math.min(...known.filter((n) => n !== null))).toBeGreaterThanOrEqual(10)
  })

  test('costs above and below nought, with the decimals of a calculation', () => {
    const deviations = valued('N30001').map(({ value }) => value!)
    expect(Math.min(...deviations)).toBeLessThan(0)
    expect(Math.max(...deviations)).toBeGreaterThan(0)
    expect(
      share(
        deviations.filter((value) => Number((value * 10).toFixed(6)) % 1 !== 0),
        deviations,
      ),
    ).toBeGreaterThan(0.9)
  })

  test('women and men whose cases make up everyone', () => {
    const at = (sex: string) =>
      new Map(own('N31825', sex).map((one) => [`${one.municipality} ${one.period}`, one.value]))
    const [everyone, women, men] = [at('T'), at('K'), at('M')]
    const outside = [...everyone].filter(([key, value]) => {
      const ends = [women.get(key), men.get(key)].filter((end) => end != null)
      return value !== null && ends.length === 2 && (value < Math.min(...ends) || value > Math.max(...ends))
    })
    expect(outside).toEqual([])
  })
})
