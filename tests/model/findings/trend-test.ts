import { describe, expect, test } from 'vitest'
import type { TrendAnswer } from '../../../data/model/answers/trend.ts'
import {
  fromToSentence,
  groupTrendFinding,
  recentTrendClause,
  trendFinding,
} from '../../../data/model/findings/trend.ts'

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
      short: '',
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
    [[35, 28, 27, 26], 'Under mittersta hälften sedan 2017', 'Below the middle half since 2017'],
    [[28, 28], 'Under mittersta hälften sedan 2016', 'Below the middle half since 2016'],
    [[28, 28, 45], 'Över mittersta hälften 2018', 'Above the middle half 2018'],
    [[28, null, 30], 'I mittersta hälften 2018', 'In the middle half 2018'],
    [
      [28, 27, 26, 25, 29],
      'Under mittersta hälften sedan 2016, högre än 2016',
      'Below the middle half since 2016, higher than in 2016',
    ],
    [[35, 27, 26, 25, 34], 'I mittersta hälften 2020, lägre än 2016', 'In the middle half 2020, lower than in 2016'],
    [[35, 34, 34, 34, 35], 'I mittersta hälften sedan 2016', 'In the middle half since 2016'],
    [[null, null], 'Ingen utveckling att visa', 'No development to show'],
    [[], 'Ingen utveckling att visa', 'No development to show'],
  ])('%j', (values, sv, en) => {
    expect(trendFinding(answer(values), '0184', 'sv')).toBe(sv)
    expect(trendFinding(answer(values), '0184', 'en')).toBe(en)
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

  test('is told from the first to the last known year', () => {
    expect(fromToSentence(answer([26.1, null, 28.1, null]), '0184', 'sv').replaceAll('\u00a0', ' ')).toBe(
      'Solna: 26,1 % 2016, 28,1 % 2018.',
    )
    expect(fromToSentence(answer([26.1]), '0184', 'sv')).toBe('')
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
      '1 of 1 in FoU Nordväst has risen since 2016',
    )
  })

  test('are level where as many have risen as fallen, and leave others than the members out', () => {
    const level = developed([10, 8], [10, 12], [10, 10], [1, 9])
    expect(groupTrendFinding(level, group, 'sv')).toBe('Lika många i FoU Nordväst har ökat som minskat sedan 2016')
  })

  test('are only named where nothing can be counted', () => {
    expect(groupTrendFinding(developed([null, 1]), group, 'sv')).toBe('Utvecklingen i FoU Nordväst')
    expect(groupTrendFinding({ ...developed(), reference: [] }, group, 'en')).toBe('No development to show')
  })
})
