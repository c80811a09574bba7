import { describe, expect, test } from 'vitest'
import type { TrendAnswer } from '../../../data/model/answers/trend.ts'
import { groupTrendFinding } from '../../../data/model/findings/group-trend.ts'
import { recentTrendClause, trendFinding, zoneSentence } from '../../../data/model/findings/trend.ts'
import { SHOWN_HERE } from '../../../data/model/findings/whom.ts'

type Trend = TrendAnswer['series'][number]['recentTrend']

/** Own values by year from 2016, against a middle half of 30–40. */
function answer(values: readonly (number | null)[], recentTrend: Trend = null): TrendAnswer {
  const periods = values.map((_, index) => 2016 + index)
  return {
    indicator: 'N31814',
    sex: 'T',
    about: {
      indicator: 'N31814',
      title: '',
      short: 'Bistånd',
      unit: '%',
      kind: 'share',
      direction: 'lower',
      decimals: 1,
      area: '',
      sub: null,
      children: false,
      grades: null,
      ended: null,
    },
    series: [
      {
        municipality: '0184',
        name: 'Solna',
        recentTrend,
        uncertainty: 'unknown',
        margin: null,
        points: values.map((value, index) => ({
          period: 2016 + index,
          value,
          status: null,
          n: null,
          lower: null,
          upper: null,
        })),
      },
    ],
    referenceGroup: { id: 'all', name: 'Alla kommuner' },
    reference: periods.map((period) => ({ period, count: 290, mean: 35, median: 35, q1: 30, q3: 40, country: null })),
    source: '',
    processing: '',
    release: '',
    sample: false,
  }
}

describe('the trend', () => {
  test.each([
    [
      [35, 28, 27, 26],
      'Solna har gått från 35,0 till 26,0 procent sedan 2016; landets median stod stilla',
      'Solna has gone from 35.0 to 26.0 per cent since 2016; the country’s median stood still',
    ],
    [
      [28, 30, 28],
      'Solna har samma värde som 2016, 28,0 procent; landets median stod stilla',
      'Solna has the same value as in 2016, 28.0 per cent; the country’s median stood still',
    ],
    [
      [28, 30, null],
      'Solna gick från 28,0 till 30,0 procent mellan 2016 och 2017; landets median stod stilla; inget värde efter 2017',
      'Solna went from 28.0 to 30.0 per cent between 2016 and 2017; the country’s median stood still; no value after 2017',
    ],
    [[null, 28], 'Solna har bara ett värde, 28,0 procent (2017)', 'Solna has only one value, 28.0 per cent (2017)'],
    [[null, null], 'Ingen utveckling att visa', 'No development to show'],
    [[], 'Ingen utveckling att visa', 'No development to show'],
  ])('%j', (values, sv, en) => {
    expect(trendFinding(answer(values), '0184', 'sv')).toBe(sv)
    expect(trendFinding(answer(values), '0184', 'en')).toBe(en)
  })

  test('is no change where it may be chance, and tells what the others did', () => {
    const given = answer([28, 30])
    const points = given.series[0]!.points.map((point) => ({
      ...point,
      lower: point.value! - 3,
      upper: point.value! + 3,
    }))
    given.series[0]!.points = points
    given.reference[1]!.median = 39
    expect(trendFinding(given, '0184', 'sv')).toBe(
      'Solna hade 28,0 (2016) och 30,0 procent (2017); skillnaden kan vara slump; landets median gick från 35,0 till 39,0',
    )
    expect(trendFinding({ ...given, sex: 'K' }, '0184', 'sv')).toContain('Bland kvinnor hade Solna 28,0')
  })

  test('of a measure that has ended is told as ended', () => {
    const given = answer([28, 31])
    given.about = { ...given.about, ended: 2017 }
    expect(trendFinding(given, '0184', 'sv')).toBe(
      'Solna gick från 28,0 till 31,0 procent mellan 2016 och 2017; landets median stod stilla; måttet samlas inte in längre',
    )
  })

  test('names a change only where it is more than chance, and judges it only where there is a direction', () => {
    const clause = (change: 'increasing' | 'decreasing' | 'none', assessment: 'better' | 'worse' | null) =>
      recentTrendClause({ change, assessment, chiSquare: 12 }, 'sv')
    expect(clause('increasing', 'worse')).toBe('stigande de senaste fem åren: en försämring')
    expect(clause('decreasing', 'better')).toBe('sjunkande de senaste fem åren: en förbättring')
    expect(clause('increasing', null)).toBe('stigande de senaste fem åren')
    expect(clause('none', null)).toBe('ingen säker förändring på fem år')
    expect(recentTrendClause(null, 'sv')).toBe('')
  })

  test('is placed against the middle half since when, or until when', () => {
    const of = (...values: (number | null)[]) => zoneSentence(answer(values), '0184', 'sv')
    expect(of(35, 28, 27)).toBe('Solna ligger under mittersta hälften för ”Bistånd” sedan 2017.')
    expect(of(28, 45)).toBe('Solna ligger över mittersta hälften för ”Bistånd” 2017.')
    expect(of(28, 28, null)).toBe('Solna låg under mittersta hälften för ”Bistånd” 2016–2017.')
    expect(of(null)).toBe('')
  })
})

describe('the developments of a group', () => {
  const group = { id: 'fou-nordvast', name: 'FoU Nordväst', members: ['0', '1', '2'] }
  /** Values of the first and the fifth year, a series for each pair. */
  const developed = (...pairs: [number | null, number | null][]) => {
    const one = answer([1, null, null, null, 2])
    const series = pairs.map(([before, after], index) => ({
      ...answer([before, null, null, null, after]).series[0]!,
      municipality: String(index),
    }))
    return { ...one, series }
  }

  test('are counted by the way that most have gone', () => {
    const fallen = developed([10, 8], [10, 9], [10, 12])
    expect(groupTrendFinding(fallen, group, 'sv')).toBe('2 av 3 i FoU Nordväst har minskat sedan 2016')
    expect(groupTrendFinding(developed([10, 12], [null, 9]), group, 'en')).toBe(
      'The only one that can be followed in FoU Nordväst has risen since 2016',
    )
  })

  test('are told as clear where it is known of all that can be followed, whatever is known of the others', () => {
    const measured = (given: ReturnType<typeof developed>) => ({
      ...given,
      series: given.series.map((one) => {
        const isFollowed = one.points[0]!.value !== null
        return {
          ...one,
          uncertainty: isFollowed ? ('measured' as const) : ('unknown' as const),
          margin: isFollowed ? 1 : null,
        }
      }),
    })
    expect(groupTrendFinding(measured(developed([10, 14], [null, 9])), group, 'sv')).toBe(
      'Den enda kommun som går att följa i FoU Nordväst har ökat tydligt sedan 2016',
    )
    expect(groupTrendFinding(measured(developed([10, 10.5], [null, null], [8, 8])), group, 'sv')).toBe(
      'Ingen av 2 som går att följa i FoU Nordväst har ändrats tydligt sedan 2016',
    )
  })

  test('of a few picked out of a group too large to show are told of those here, not of the country', () => {
    const here = { ...SHOWN_HERE, members: group.members }
    expect(groupTrendFinding(developed([10, 8], [10, 12], [10, 13]), here, 'sv')).toBe('2 av 3 här har ökat sedan 2016')
  })

  test('are level where as many have risen as fallen, and leave others than the members out', () => {
    const level = developed([10, 8], [10, 12], [10, 10], [1, 9])
    expect(groupTrendFinding(level, group, 'sv')).toBe(
      'Lika många i FoU Nordväst har ökat som minskat sedan 2016: 1 av 3',
    )
  })

  test('of answers are counted from the first that were given in the four years', () => {
    const asked = answer([0, 1])
    const series = [
      [0, 1],
      [1, 1],
      [0, 0],
    ].map((values, index) => ({
      ...answer(values).series[0]!,
      municipality: String(index),
    }))
    const answers = { ...asked, about: { ...asked.about, kind: 'yesno' as const, unit: 'ja/nej' }, series }
    expect(groupTrendFinding(answers, group, 'sv')).toBe('1 av 3 i FoU Nordväst har ändrats sedan 2016')
  })

  test('are only named where nothing can be counted', () => {
    expect(groupTrendFinding(developed([null, 1]), group, 'sv')).toBe('Utvecklingen i FoU Nordväst')
    expect(groupTrendFinding({ ...developed(), reference: [] }, group, 'en')).toBe('No development to show')
  })
})
