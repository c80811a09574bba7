import { describe, expect, test } from 'vitest'
import type { CompareRow } from '../../data/model/answers/compare.ts'
import { FunnelAnswer } from '../../data/model/answers/funnel.ts'
import { GroupsAnswer } from '../../data/model/answers/groups.ts'
import { type IndicatorEntry, IndicatorsAnswer } from '../../data/model/answers/indicators.ts'
import { MatrixAnswer } from '../../data/model/answers/matrix.ts'
import { MunicipalitiesAnswer } from '../../data/model/answers/municipalities.ts'
import { ProfileAnswer, type ProfileRow } from '../../data/model/answers/profile.ts'
import { RelationAnswer } from '../../data/model/answers/relation.ts'
import { ReleasesAnswer } from '../../data/model/answers/releases.ts'
import { RevisionsAnswer } from '../../data/model/answers/revisions.ts'
import { SimilarAnswer } from '../../data/model/answers/similar.ts'
import { StandoutAnswer } from '../../data/model/answers/standout.ts'
import { TrendAnswer } from '../../data/model/answers/trend.ts'
import { proportionInterval } from '../../data/stats/index.ts'
import { asking } from './asking.ts'
import { YEARS } from './content.ts'

const { answer, ask, sql, release } = asking()

const NORTHWEST = ['0125', '0123', '0191', '0163', '0184', '0183', '0114', '0139']

describe('municipalities, groups, indicators', () => {
  test('all 290, in Swedish order', async () => {
    const { municipalities } = MunicipalitiesAnswer.strict().parse(await answer('/municipalities'))
    expect(municipalities).toHaveLength(290)
    expect(municipalities.at(-1)!.name).toBe('Övertorneå')
    expect(municipalities.find(({ code }) => code === '0123')).toMatchObject({
      name: 'Järfälla',
      fullName: 'Järfälla kommun',
      county: { code: '01', name: 'Stockholms län' },
    })
  })

  test('groups of a kind', async () => {
    const { groups } = GroupsAnswer.strict().parse(await answer('/groups?kind=fou'))
    expect(groups.map(({ id }) => id)).toEqual(['fou-nordvast', 'fou-sodertorn', 'fou-nordost', 'fou-jonkoping'])
    expect([...groups[0]!.members].sort()).toEqual([...NORTHWEST].sort())
  })

  test('indicators with their years and how many have the latest', async () => {
    const { indicators } = IndicatorsAnswer.strict().parse(await answer('/indicators'))
    const entry = (id: string) => indicators.find((one) => one.id === id)
    const [{ count } = { count: 0 }] = await sql<{ count: number }>(`SELECT count(value)::INTEGER AS count FROM value
      WHERE indicator = 'U30452' AND period = 2021 AND sex = 'T' AND municipality NOT LIKE '00%'`)
    expect(entry('U30452')).toMatchObject({ periods: YEARS, coverage: { period: 2021, municipalities: count } })
    expect(entry('N31814')).toMatchObject({ periods: [2019, 2021], coverage: { period: 2021, municipalities: 3 } })
    expect(entry('N33816')).toMatchObject({ periods: [], coverage: { period: null, municipalities: 0 } })
    expect(entry('N30101')!.published).toEqual({
      title: 'Källans titel',
      description: 'Källans beskrivning',
      nextPublication: '2027-08-28',
    })
    expect(entry('U30452')!.published).toBeNull()
    expect(entry('LOKAL_1')!.source).toBe('Egna uppgifter')
  })

  test('the latest year of each indicator is the one that a comparison shows where none is asked for', async () => {
    const { indicators } = await answer('/indicators')
    const covered = indicators.filter(({ latest }: IndicatorEntry) => latest !== null)
    expect(covered.length).toBeGreaterThan(3)
    for (const { id, latest } of covered) {
      expect((await answer(`/compare?indicator=${id}&group=all&reference=all`)).period, id).toBe(latest)
    }
    expect(indicators.find(({ id }: IndicatorEntry) => id === 'N33816').latest).toBeNull()
  })

  test('filters, and a search that forgives', async () => {
    const ids = async (asked: string) =>
      (await answer(`/indicators?${asked}`)).indicators.map(({ id }: IndicatorEntry) => id)
    expect(await ids('source=indicators')).toEqual(['LOKAL_1'])
    const core = await ids('area=missbruk&core=true')
    const rest = await ids('area=missbruk&core=false')
    expect(await ids('area=missbruk&core=1')).toEqual(core)
    expect([...core, ...rest].sort()).toEqual((await ids('area=missbruk')).sort())
    expect(core.length * rest.length).toBeGreaterThan(0)
    expect(await ids('q=vrakningar')).toContain('U00958')
    expect(await ids('q=ekonomisktbistånd')).toContain('N31814')
    expect((await ids('q=vräkningr'))[0]).toBe('U00958')
    expect(await ids('q=zzzzzzzz')).toEqual([])
  })

  test('pages follow one another to the last, of the list and of a search', async () => {
    for (const asked of ['', 'q=ekonomiskt%20bistånd&', 'area=missbruk&valued=no&']) {
      const whole = (await answer(`/indicators?${asked}`)).indicators.map(({ id }: IndicatorEntry) => id)
      const paged: string[] = []
      for (let after: string | null = ''; after !== null; ) {
        const page: IndicatorsAnswer = await answer(`/indicators?${asked}limit=7${after && `&after=${after}`}`)
        expect(page.indicators.length).toBeLessThanOrEqual(7)
        expect(page.total).toBe(whole.length)
        paged.push(...page.indicators.map(({ id }) => id))
        after = page.next
      }
      expect(paged).toEqual(whole)
      expect(whole.length).toBeGreaterThan(7)
    }
  })

  test('those that are named, in that order, without what is not known', async () => {
    const { indicators, next } = await answer('/indicators?ids=U30452,NOTHING,N30101')
    expect([indicators.map(({ id }: IndicatorEntry) => id), next]).toEqual([['U30452', 'N30101'], null])
  })
})

describe('trend', () => {
  test('has every year of every municipality, with interval, and the spread of the reference', async () => {
    const body = await answer('/trend?indicator=U30452&municipalities=0184,0180&group=county-09&reference=county-01')
    TrendAnswer.strict().parse(body)
    expect(body.series.map(({ name }: { name: string }) => name)).toEqual(['Gotland', 'Solna', 'Stockholm'])
    for (const { points } of body.series) expect(points.map(({ period }: { period: number }) => period)).toEqual(YEARS)
    const solna = body.series[1]
    const { lower, upper } = proportionInterval(120, 400)!
    expect(solna.points[0]).toEqual({
      period: 2017,
      value: 30,
      status: null,
      n: 400,
      lower: expect.closeTo(100 * lower, 6),
      upper: expect.closeTo(100 * upper, 6),
    })
    expect(solna.recentTrend).toMatchObject({ change: 'increasing', assessment: 'better' })
    const spread = await sql(`SELECT period, count(value)::INTEGER AS count, quantile_cont(value, 0.5) AS median,
        quantile_cont(value, 0.25) AS q1, quantile_cont(value, 0.75) AS q3 FROM value
      WHERE indicator = 'U30452' AND sex = 'T' AND municipality LIKE '01%' GROUP BY period ORDER BY period`)
    expect(body.reference).toMatchObject(spread)
  })

  test('keeps within the years asked for', async () => {
    const { series, reference } = await answer('/trend?indicator=U30452&municipalities=0184&from=2018&to=2020')
    const years = (points: { period: number }[]) => points.map(({ period }) => period)
    expect([years(series[0].points), years(reference)]).toEqual([
      [2018, 2019, 2020],
      [2018, 2019, 2020],
    ])
    expect(series[0].recentTrend).toBeNull()
  })
})

describe('profile', () => {
  test('has one row per indicator of the area, which agrees with compare', async () => {
    const body = ProfileAnswer.strict().parse(await answer('/profile?municipality=0184&reference=county-01&area=ifo'))
    const catalogue = (await answer('/indicators?area=ifo')).indicators
    expect(body.rows.map(({ indicator }) => indicator)).toEqual(catalogue.map(({ id }: IndicatorEntry) => id))
    for (const indicator of ['U30452', 'N30101']) {
      const { rows, reference, period } = await answer(
        `/compare?indicator=${indicator}&municipalities=0184&reference=county-01`,
      )
      const row = body.rows.find((one) => one.indicator === indicator)!
      const { value, status, n, lower, upper, rank, of, band, comparison } = rows[0]
      const { count, min, q1, median, q3, max, country } = reference
      const seen = {
        value,
        status,
        n,
        lower,
        upper,
        rank,
        of,
        band,
        comparison,
        count,
        min,
        q1,
        median,
        q3,
        max,
        country,
      }
      expect(row).toMatchObject({ ...seen, period })
    }
    const trend = await answer('/trend?indicator=U30452&municipalities=0184')
    expect(body.rows.find((one) => one.indicator === 'U30452')!.recentTrend).toEqual(trend.series[0].recentTrend)
  })

  test('an indicator without values is a row that says so', async () => {
    const { rows } = await answer('/profile?municipality=0184')
    const row = rows.find(({ indicator }: ProfileRow) => indicator === 'N33816')
    expect(row).toMatchObject({ period: null, value: null, status: 'missing', of: 0, rank: null })
  })

  test("in a year of one's own, those without that year are missing", async () => {
    const { rows } = await answer('/profile?municipality=0184&period=2019')
    const seen = (id: string) => rows.find(({ indicator }: ProfileRow) => indicator === id)
    expect(seen('N31814')).toMatchObject({ period: 2019, status: null })
    expect(seen('U00958')).toMatchObject({ period: 2019, value: null, status: 'missing', count: 0 })
  })
})

test('matrix: a cell for every municipality of the group and every indicator, with the band of compare', async () => {
  const body = MatrixAnswer.strict().parse(await answer('/matrix?group=fou-nordvast'))
  expect(body.columns).toEqual(NORTHWEST)
  expect(body.names[0]).toBe('Ekerö')
  for (const { cells } of body.rows) expect(cells.map(({ municipality }) => municipality)).toEqual(NORTHWEST)
  const row = body.rows.find(({ indicator }) => indicator === 'U00958')!
  const { rows, reference } = await answer('/compare?indicator=U00958&reference=fou-nordvast')
  expect(row.median).toBe(reference.median)
  for (const { municipality, value, status, band } of rows) {
    expect(row.cells).toContainEqual(expect.objectContaining({ municipality, value, status, band }))
  }
  for (const { municipality, trend } of row.cells) {
    const { series } = await answer(`/trend?indicator=U00958&municipalities=${municipality}&to=${row.period}`)
    const { recentTrend } = series[0]
    expect(trend).toBe(recentTrend && (recentTrend.assessment ?? recentTrend.change))
  }
})

test('matrix: the indicators that are asked for, in their order; an unknown one is refused by name', async () => {
  const { rows } = MatrixAnswer.strict().parse(await answer('/matrix?group=fou-nordvast&indicators=U30452,N30101'))
  expect(rows.map(({ indicator }) => indicator)).toEqual(['U30452', 'N30101'])
  const refused = await ask('/api/v1/matrix?group=fou-nordvast&indicators=U30452,N00000')
  expect(await refused.json()).toMatchObject({ status: 400, errors: [{ path: 'indicators' }] })
})

test('relation: the pairs, both correlations and the line as SQL computes them; who is missing and why', async () => {
  const body = RelationAnswer.strict().parse(await answer('/relation?x=N30101&y=U30452&period=2021'))
  const [stated] = await sql<Record<string, number>>(`
    WITH pair AS (SELECT a.value AS x, b.value AS y FROM value a JOIN value b USING (municipality, period, sex)
      WHERE a.indicator = 'N30101' AND b.indicator = 'U30452' AND period = 2021 AND sex = 'T'
        AND a.value IS NOT NULL AND b.value IS NOT NULL),
    ranked AS (SELECT x, y, (rank() OVER (ORDER BY x)) + (count(*) OVER (PARTITION BY x) - 1) / 2 AS rx,
      (rank() OVER (ORDER BY y)) + (count(*) OVER (PARTITION BY y) - 1) / 2 AS ry FROM pair)
    SELECT count(*)::INTEGER AS n, corr(y, x) AS pearson, corr(ry, rx) AS spearman, regr_slope(y, x) AS slope,
      regr_intercept(y, x) AS intercept FROM ranked`)
  expect([body.n, body.pairs.length, body.pairs.length + body.missing.length]).toEqual([stated!.n, stated!.n, 290])
  for (const key of ['pearson', 'spearman', 'slope', 'intercept'] as const)
    expect(body[key]).toBeCloseTo(stated![key]!, 6)
  expect(body.missing.every(({ y, yStatus }) => y === null && yStatus !== null)).toBe(true)
  const { x, y, lower, upper } = body.line[0]!
  expect(y).toBeCloseTo(body.intercept! + body.slope! * x, 4)
  expect(lower < y && y < upper).toBe(true)
})

describe('similar', () => {
  test('distance is the root of the weighted mean square of differences in standard deviations', async () => {
    const asked = '/similar?municipality=0184&indicators=N30101,U00958&weights=3,1&count=4'
    const body = SimilarAnswer.strict().parse(await answer(asked))
    const expected = await sql<{ municipality: string; distance: number }>(`
      WITH z AS (SELECT indicator, municipality, if(indicator = 'N30101', 3, 1) AS weight,
          (value - max(value) FILTER (municipality = '0184') OVER s) / (stddev_samp(value) OVER s) AS z
        FROM value WHERE period = 2021 AND sex = 'T' AND indicator IN ('N30101', 'U00958')
          AND municipality NOT LIKE '00%' WINDOW s AS (PARTITION BY indicator))
      SELECT municipality, sqrt(sum(weight * z * z) / 4) AS distance FROM z WHERE municipality <> '0184'
      GROUP BY municipality ORDER BY distance LIMIT 4`)
    expect(body.neighbours.map(({ municipality }) => municipality)).toEqual(
      expected.map(({ municipality }) => municipality),
    )
    for (const [index, { distance, parts }] of body.neighbours.entries()) {
      expect(distance).toBeCloseTo(expected[index]!.distance, 7)
      expect(parts.reduce((sum, { part }) => sum + part!, 0)).toBeCloseTo(1, 7)
    }
  })

  test('compares the places themselves where nothing is chosen', async () => {
    const body = await answer('/similar?municipality=0184')
    expect(body.neighbours).toHaveLength(7)
    expect(body.indicators.map(({ indicator }: { indicator: string }) => indicator)).toEqual(['N01951'])
  })
})

describe('standout', () => {
  test('tells what differs most, what moved most, and what others have, each in a sentence', async () => {
    const body = StandoutAnswer.strict().parse(await answer('/standout?municipality=0184'))
    const order = body.differs.map(
      ({ side, uncertainty, distance }) =>
        (side === null ? 0 : 2000) + (uncertainty === 'unknown' ? 0 : 1000) + Math.abs(distance),
    )
    expect(order).toEqual([...order].sort((a, b) => b - a))
    expect(body.moved[0]).toMatchObject({
      indicator: 'U30452',
      from: 2017,
      to: 2021,
      before: 30,
      value: 70,
      change: 40,
    })
    expect(body.moved[0]!.sentence).toMatch(/30.*2017.*70.*2021/)
    for (const { indicator, distance, difference, value, median, side, about, comparison } of body.differs) {
      expect(side === null).toBe(about.direction === 'neutral')
      if (side !== null) expect(side === 'better').toBe(difference > 0 === (about.direction === 'higher'))
      expect(comparison).not.toBe('similar')
      const { reference } = await answer(`/compare?indicator=${indicator}&municipalities=0184`)
      expect(median).toBe(reference.median)
      expect(difference).toBeCloseTo(value - median, 6)
      expect(distance).toBeCloseTo(difference / (reference.q3 - reference.q1), 6)
      expect(value < reference.q1 || value > reference.q3).toBe(true)
    }
    expect(body.differs.length).toBeGreaterThan(0)
  })

  test('says it in English too', async () => {
    const { moved } = await answer('/standout?municipality=0184&lang=en')
    expect(moved[0].sentence).toMatch(/rose in Solna from 30/)
  })

  test('names what is missing that most others have', async () => {
    const [place] = await sql<{ municipality: string }>(
      `SELECT municipality FROM value WHERE indicator = 'U30452' AND status = 'secrecy' AND period = 2021 LIMIT 1`,
    )
    const { missing } = await answer(`/standout?municipality=${place!.municipality}`)
    expect(missing).toContainEqual(
      expect.objectContaining({ indicator: 'U30452', status: 'secrecy', sentence: expect.stringMatching(/sekretess/) }),
    )
  })
})

describe('funnel', () => {
  test('pools all, and a point is outside exactly when its own interval leaves the pooled value out', async () => {
    const body = FunnelAnswer.strict().parse(await answer('/funnel?indicator=U30452&period=2021&kind=proportion'))
    const [stated] = await sql<{ pooled: number }>(`
      SELECT 100 * sum(round(v.value * b.value / 100)) / sum(b.value) AS pooled FROM value v JOIN value b
      USING (municipality, period, sex) WHERE v.indicator = 'U30452' AND b.indicator = 'U30901' AND period = 2021
      AND sex = 'T' AND v.value IS NOT NULL`)
    expect(body.pooled).toBeCloseTo(stated!.pooled, 6)
    const { rows } = await answer('/compare?indicator=U30452&period=2021')
    const whole = rows.filter(isWholeCount)
    const sides = whole.map((row: CompareRow) => sideOf(row, body.pooled!))
    const points = whole.map(({ municipality }: CompareRow) =>
      body.points.find((one) => one.municipality === municipality),
    )
    expect(points.map((point: FunnelAnswer['points'][number]) => point.outside?.replace(/\d+/, '') ?? null)).toEqual(
      sides,
    )
    expect(new Set(sides)).toEqual(new Set(['above', 'below', null]))
    expect(body.overdispersion!.phi).toBeGreaterThan(1)
  })

  test('its limits narrow with the base', async () => {
    const { limits, points } = await answer('/funnel?indicator=U00958')
    const bases = points.map(({ n }: { n: number }) => n)
    expect([limits[0].n, limits.at(-1).n]).toEqual([Math.min(...bases), expect.closeTo(Math.max(...bases), 6)])
    for (const [index, { upper95, upper998 }] of limits.entries()) {
      expect(upper998).toBeGreaterThan(upper95)
      if (index > 0) expect(upper95).toBeLessThan(limits[index - 1].upper95)
    }
  })

  test('adjusted for overdispersion they are wider', async () => {
    const { limits, overdispersion } = await answer('/funnel?indicator=U30452&period=2021')
    expect(overdispersion.tauSquared).toBeGreaterThan(0)
    for (const { lower95, upper95, adjusted } of limits) {
      expect(adjusted.lower95).toBeLessThan(lower95)
      expect(adjusted.upper95 > upper95 || adjusted.upper95 === 100).toBe(true)
    }
  })
})

/** True where the published share is a whole number of people: then its own interval and the funnel agree exactly. */
const isWholeCount = ({ value, n }: CompareRow) =>
  value !== null && n !== null && Math.abs(value - (100 * Math.round((value * n) / 100)) / n) < 1e-9

function sideOf({ lower, upper }: CompareRow, pooled: number) {
  if (lower! > pooled) return 'above'
  return upper! < pooled ? 'below' : null
}

test('releases: what each was built from', async () => {
  const { releases } = ReleasesAnswer.strict().parse(await answer('/releases'))
  expect(releases).toMatchObject([{ id: release(), current: true, sample: false }])
  expect(releases[0]!.sources[0]).toMatchObject({ source: 'kolada', file: 'values.csv' })
})

test('revisions: what stood there, what stands there, and when', async () => {
  const body = RevisionsAnswer.strict().parse(await answer('/revisions'))
  expect(body.count).toBe(1)
  const { now, before, ...rest } = body.revisions[0]!
  expect(rest).toMatchObject({ indicator: 'N30101', municipality: '0180', name: 'Stockholm', period: 2021, sex: 'T' })
  expect(now! - before!).toBeCloseTo(1.5, 9)
  expect((await answer('/revisions?municipality=0184')).count).toBe(0)
  expect((await answer('/revisions?indicator=N30101&municipality=0180')).revisions).toHaveLength(1)
})
