import { describe, expect, test } from 'vitest'
import { catalogue } from '../../data/catalogue/index.ts'
import { CompareAnswer, type CompareRow } from '../../data/model/answers/compare.ts'
import { proportionInterval, rankIntervals, rateInterval, yearlyNoise } from '../../data/stats/index.ts'
import { asking } from './asking.ts'
import { UNCOUNTED } from './content.ts'

const { answer, sql, problem, release } = asking()

type Ranked = { municipality: string; value: number; rank: number; band_rank: number; of: number }

/** Rank among the reference and among all, as SQL has it: lower is better where asked. */
const ranked = (indicator: string, period: number, order: 'ASC' | 'DESC', members = 'true') =>
  sql<Ranked>(`
    WITH everyone AS (
      SELECT municipality, value, rank() OVER (ORDER BY value ${order})::INTEGER AS band_rank
      FROM value WHERE indicator = '${indicator}' AND period = ${period} AND sex = 'T' AND value IS NOT NULL
        AND municipality NOT LIKE '00%')
    SELECT municipality, value, band_rank, rank() OVER (ORDER BY value ${order})::INTEGER AS rank,
      count(*) OVER ()::INTEGER AS of
    FROM everyone WHERE ${members} ORDER BY municipality`)

/** Changes from year to year as SQL has them, less the middle one of each pair of years, with the inhabitants. */
async function yearlyChanges(indicator: string): Promise<{ size: number; change: number }[]> {
  const rows = await sql<{ municipality: string; change: number }>(`
    WITH moved AS (SELECT municipality, period, value - lag(value) OVER (PARTITION BY municipality ORDER BY period) AS change
      FROM value WHERE indicator = '${indicator}' AND sex = 'T' AND municipality NOT LIKE '00%')
    SELECT municipality, change - median(change) OVER (PARTITION BY period) AS change FROM moved WHERE change IS NOT NULL`)
  const size = (code: string) => catalogue().municipalityByCode.get(code)!.population
  return rows.map(({ municipality, change }) => ({ size: size(municipality), change }))
}

describe('an answer', () => {
  test('has the shape that is documented, and nothing else', async () => {
    const body = await answer('/compare?indicator=U30452&group=fou-nordvast')
    expect(CompareAnswer.strict().parse(body)).toEqual(body)
    expect(body).toMatchObject({ indicator: 'U30452', period: 2021, sex: 'T', release: release(), sample: false })
    expect(body.source).toBe('Kolada')
    expect(body.processing).toMatch(/^Egen bearbetning/)
  })

  test('states the reference to the last digit as SQL computes it', async () => {
    for (const [indicator, period] of [
      ['U30452', 2020],
      ['N30101', 2021],
      ['U00958', 2021],
    ] as const) {
      const { reference } = await answer(`/compare?indicator=${indicator}&period=${period}&municipalities=0184`)
      const [stated] = await sql(`
        SELECT count(value)::INTEGER AS count, (290 - count(value))::INTEGER AS missing, fsum(value) / count(value) AS mean,
          quantile_cont(value, 0.5) AS median, quantile_cont(value, 0.25) AS q1, quantile_cont(value, 0.75) AS q3,
          min(value) AS min, max(value) AS max
        FROM value WHERE indicator = '${indicator}' AND period = ${period} AND sex = 'T' AND municipality NOT LIKE '00%'`)
      const { mean, ...rest } = stated as Record<string, number>
      expect(reference).toMatchObject(rest)
      expect(reference.mean).toBeCloseTo(mean!, 5)
    }
  })

  test('holds group and further municipalities, each once; all of the reference without either', async () => {
    const codes = async (asked: string) =>
      (await answer(`/compare?indicator=N30101${asked}`)).rows.map((row: CompareRow) => row.municipality)
    const northwest = ['0125', '0123', '0191', '0163', '0184', '0183', '0114', '0139']
    expect(await codes('&group=fou-nordvast')).toEqual(northwest)
    expect(await codes('&group=fou-nordvast&municipalities=0184,0180,0184')).toEqual([
      ...northwest.slice(0, 5),
      '0180',
      ...northwest.slice(5),
    ])
    expect(await codes('&reference=county-09')).toEqual(['0980'])
    expect(await codes('')).toHaveLength(290)
  })

  test('takes municipality codes for a group and for a reference', async () => {
    const body = await answer('/compare?indicator=N30101&reference=0184,0114,0180')
    expect(body.reference).toMatchObject({ count: 3, missing: 0, name: 'Eget urval (3)' })
    expect(body.rows.map((row: CompareRow) => row.of)).toEqual([3, 3, 3])
  })
})

describe('rank and band', () => {
  test('are ranks in the direction of the indicator, ties sharing the best', async () => {
    const { rows } = await answer('/compare?indicator=U30452&period=2021')
    const expected = await ranked('U30452', 2021, 'DESC')
    expect(new Set(expected.map(({ rank }) => rank)).size).toBeLessThan(expected.length)
    const stated = rows.filter((row: CompareRow) => row.value !== null)
    for (const { municipality, rank, of } of expected) {
      expect(stated.find((row: CompareRow) => row.municipality === municipality)).toMatchObject({ rank, of })
    }
    expect(stated).toHaveLength(expected.length)
  })

  test('lowest is best where lower is better, highest first where neutral', async () => {
    const best = async (indicator: string) =>
      (await answer(`/compare?indicator=${indicator}&period=2021`)).rows.find((row: CompareRow) => row.rank === 1)
    const [lowest] = await sql<{ value: number }>(
      `SELECT min(value) AS value FROM value WHERE indicator = 'U00958' AND municipality NOT LIKE '00%'`,
    )
    const [highest] = await sql<{ value: number }>(
      `SELECT max(value) AS value FROM value WHERE indicator = 'N30101' AND period = 2021`,
    )
    expect((await best('U00958')).value).toBe(lowest!.value)
    expect((await best('N30101')).value).toBe(highest!.value)
  })

  test('rank is within the reference, band over all municipalities', async () => {
    const members = "municipality IN ('0114','0123','0125','0139','0163','0183','0184','0191')"
    const { rows } = await answer('/compare?indicator=U00958&period=2021&reference=fou-nordvast')
    for (const { municipality, rank, of, band_rank } of await ranked('U00958', 2021, 'ASC', members)) {
      const band = 4 * band_rank <= 290 ? 'best' : 4 * band_rank > 3 * 290 ? 'worst' : 'middle'
      expect(rows.find((row: CompareRow) => row.municipality === municipality)).toMatchObject({ rank, of, band })
    }
  })

  test('a municipality outside the reference has a band but no rank', async () => {
    const { rows } = await answer('/compare?indicator=U00958&municipalities=0180&reference=fou-nordvast')
    expect(rows[0]).toMatchObject({ rank: null, rankLower: null, rankUpper: null, of: 8 })
    expect(rows[0].band).not.toBeNull()
  })

  test('no band without a direction', async () => {
    const { rows } = await answer('/compare?indicator=N30101')
    expect(new Set(rows.map((row: CompareRow) => row.band))).toEqual(new Set([null]))
  })

  test('a rank has its interval where the base is known, and none where it is not', async () => {
    const { rows } = await answer('/compare?indicator=U30452&reference=fou-nordvast')
    const known = rows.filter((row: CompareRow) => row.lower !== null)
    const uncounted = rows.find((row: CompareRow) => row.municipality === UNCOUNTED)
    expect(uncounted).toMatchObject({ n: null, rankLower: null, rankUpper: null, uncertainty: 'measured' })
    expect(uncounted.rank).not.toBeNull()
    const limits = rankIntervals(
      known.map((row: CompareRow) => row.value!),
      known.map((row: CompareRow) => (row.upper! - row.lower!) / 3.919928),
    )!
    known.forEach((row: CompareRow, index: number) => {
      expect([row.rankLower, row.rankUpper]).toEqual([limits[index]!.lower, limits[index]!.upper + 1])
      expect(row.rankLower).toBeLessThanOrEqual(row.rank!)
      expect(row.rankUpper).toBeGreaterThanOrEqual(row.rank!)
    })
    const costs = await answer('/compare?indicator=N30101&reference=fou-nordvast')
    expect(costs.rows.every((row: CompareRow) => row.rank !== null && row.rankLower === null)).toBe(true)
  })
})

describe('base and interval', () => {
  test('of a user survey: the share of those who answered, Wilson', async () => {
    const { rows } = await answer('/compare?indicator=U30452&period=2021&municipalities=0184')
    expect(rows[0]).toMatchObject({ value: 70, n: 400 })
    const { lower, upper } = proportionInterval(280, 400)!
    expect([rows[0].lower, rows[0].upper]).toEqual([expect.closeTo(100 * lower, 6), expect.closeTo(100 * upper, 6)])
    expect(rows[0]).toMatchObject({ uncertainty: 'stated', margin: null })
  })

  test('of a rate: cases among the inhabitants, Byar or exact', async () => {
    const { rows } = await answer('/compare?indicator=U00958&municipalities=0184')
    const [{ value, n }] = rows
    const { lower, upper } = rateInterval(Math.round((value * n) / 100_000), n, 100_000)!
    expect(n).toBe(catalogue().municipalityByCode.get('0184')!.population)
    expect([rows[0].lower, rows[0].upper]).toEqual([expect.closeTo(lower, 6), expect.closeTo(upper, 6)])
  })

  test('of an own figure: its numerator and denominator, and its own source', async () => {
    const body = await answer('/compare?indicator=LOKAL_1&municipalities=0114')
    const { lower, upper } = proportionInterval(3, 40)!
    expect(body.rows[0]).toMatchObject({
      value: 8,
      n: 40,
      lower: expect.closeTo(100 * lower, 5),
      upper: expect.closeTo(100 * upper, 5),
    })
    expect(body.source).toBe('Egna uppgifter')
    const unknown = await answer('/compare?indicator=LOKAL_1&municipalities=1440')
    expect([unknown.rows[0].value, unknown.source]).toEqual([null, 'Egna uppgifter'])
  })

  test('is unknown for a cost, whose noise is measured instead: 1.96 standard deviations for its size', async () => {
    const { rows, reference } = await answer('/compare?indicator=N30101')
    const noise = yearlyNoise(await yearlyChanges('N30101'))!
    const words = new Set<string>()
    for (const row of rows) {
      expect(row).toMatchObject({ n: null, lower: null, upper: null, uncertainty: 'measured' })
      const { population } = catalogue().municipalityByCode.get(row.municipality)!
      const { sd } = noise.find(({ upTo }) => population <= upTo)!
      expect(row.margin).toBeCloseTo(1.96 * sd, 4)
      const isFar = Math.abs(row.value - reference.median) > 1.96 * sd
      expect(row.comparison).toBe(isFar ? (row.value > reference.median ? 'higher' : 'lower') : 'similar')
      words.add(row.comparison)
    }
    expect(words.size).toBeGreaterThan(1)
  })

  test('is neither known nor measurable for a yes or no, and nothing is then said of better or worse', async () => {
    const { rows } = await answer('/compare?indicator=U28490')
    for (const row of rows) expect(row).toMatchObject({ uncertainty: 'unknown', margin: null, comparison: null })
  })
})

describe('comparison', () => {
  test('of a share with a known base is with the country, by the interval', async () => {
    const body = await answer('/compare?indicator=U30452&period=2021')
    expect(body).toMatchObject({ comparedWith: 'country', reference: { country: 74.5 } })
    const words = new Set<string>()
    for (const row of body.rows.filter((one: CompareRow) => one.lower !== null)) {
      const word = row.lower > 74.5 ? 'better' : row.upper < 74.5 ? 'worse' : 'similar'
      expect(row.comparison).toBe(word)
      words.add(word)
    }
    expect(words).toEqual(new Set(['better', 'similar', 'worse']))
  })

  test('of a rate is with the median; lower is better here', async () => {
    const body = await answer('/compare?indicator=U00958')
    expect(body.comparedWith).toBe('median')
    for (const { lower, upper, comparison } of body.rows) {
      const { median } = body.reference
      expect(comparison).toBe(upper < median ? 'better' : lower > median ? 'worse' : 'similar')
    }
  })

  test('difference is the value less the median', async () => {
    const { rows, reference } = await answer('/compare?indicator=N30101&municipalities=0184')
    expect(rows[0].difference).toBeCloseTo(rows[0].value - reference.median, 6)
  })
})

describe('what is missing', () => {
  test('stays a row, with null and its status, and is counted', async () => {
    const { rows, reference } = await answer('/compare?indicator=U30452&period=2021')
    const kept = await sql<{ municipality: string; status: string }>(
      `SELECT municipality, status FROM value WHERE indicator = 'U30452' AND period = 2021 AND sex = 'T' AND value IS NULL`,
    )
    expect(reference.missing).toBe(kept.length)
    expect(new Set(kept.map(({ status }) => status))).toEqual(new Set(['missing', 'secrecy']))
    for (const { municipality, status } of kept) {
      expect(rows.find((row: CompareRow) => row.municipality === municipality)).toMatchObject({
        value: null,
        status,
        rank: null,
        band: null,
        difference: null,
        comparison: null,
      })
    }
  })

  test('a municipality that was never published is missing, not absent', async () => {
    const { rows } = await answer('/compare?indicator=LOKAL_1&municipalities=0180,0114')
    expect(rows.map((row: CompareRow) => [row.value, row.status])).toEqual([
      [null, 'missing'],
      [8, null],
    ])
  })

  test('a revised value says what stood there before', async () => {
    const { rows } = await answer('/compare?indicator=N30101&period=2021&municipalities=0180')
    expect(rows[0].revised).toEqual({ value: rows[0].value - 1.5, status: null, loadedAt: '2025-05-05T05:05:05.000Z' })
  })
})

describe('the year', () => {
  test.each([
    ['N31814', 2019, 'three of 290 have a newer one'],
    ['LOKAL_1', 2021, 'twelve municipalities ever had it'],
    ['U33577', 2022, '80 take part, years apart; all did, but too long ago'],
    ['N33817', 2020, 'never together, and no municipality has the newest'],
  ])('of %s is %i whatever the reference, on every resource: %s', async (indicator, year) => {
    for (const reference of ['all', 'county-01', 'fou-nordvast', '0114,0184,0191,0183', '2584']) {
      expect((await answer(`/compare?indicator=${indicator}&reference=${reference}`)).period).toBe(year)
      const { rows } = await answer(`/profile?municipality=0184&reference=${reference}`)
      expect(rows.find((row: { indicator: string }) => row.indicator === indicator).period).toBe(year)
      const matrix = await answer(`/matrix?group=${reference}&indicators=${indicator}`)
      expect(matrix.rows[0].period).toBe(year)
      const { x, y } = await answer(`/relation?x=${indicator}&y=${indicator}&group=${reference}`)
      expect([x.period, y.period]).toEqual([year, year])
      const standout = await answer(`/standout?municipality=0184&reference=${reference}&count=50`)
      for (const one of [...standout.differs, ...standout.missing]) {
        if (one.indicator === indicator) expect(one.period).toBe(year)
      }
    }
    const { indicators } = await answer('/indicators')
    expect(indicators.find((one: { id: string }) => one.id === indicator).latest).toBe(year)
    const { indicators: traits } = await answer(`/similar?municipality=0184&indicators=${indicator}`)
    expect(traits[0].period).toBe(year)
    expect((await answer(`/compare?indicator=${indicator}&sex=K`)).period).toBe(year)
  })

  test('that is not there is answered with those that are', async () => {
    const { status, body } = await problem('/api/v1/compare?indicator=N31814&period=2020')
    expect(status).toBe(400)
    expect(body.errors).toEqual([
      { path: 'period', message: expect.stringMatching(/menade du 2021\? Här finns 2019, 2021/) },
    ])
  })

  test('that is not there is answered with the closest in time, not in spelling', async () => {
    const { body } = await problem('/api/v1/compare?indicator=N31814&period=1921')
    expect(body.errors[0].message).toMatch(/menade du 2019\?/)
  })

  test('an indicator of the catalogue without any value says so', async () => {
    const { status, body } = await problem('/api/v1/compare?indicator=N33816')
    expect(status).toBe(400)
    expect(body.detail).toMatch(/inga värden i den här utgåvan/)
  })

  test('women and men have their own figures', async () => {
    const all = await answer('/compare?indicator=U30452&period=2021&municipalities=0184')
    const women = await answer('/compare?indicator=U30452&period=2021&municipalities=0184&sex=K')
    expect(women.rows[0].value).toBe(all.rows[0].value - 1)
    expect((await answer('/compare?indicator=U30452&period=2021&municipalities=0184&sex=M')).rows[0].status).toBe(
      'missing',
    )
  })
})
