import { describe, expect, test } from 'vitest'
import { correctedState } from '../../../dashboards/address/corrected-state.ts'
import { readState } from '../../../dashboards/address/state.ts'
import { isBySex, yearsOffered } from '../../../dashboards/address/years-and-sex.ts'
import type { Lists } from '../../../dashboards/api-client/lists.ts'
import { textsIn } from '../../../dashboards/text/index.ts'
import type { IndicatorEntry } from '../../../data/model/answers/indicators.ts'

const indicator = (id: string, area: string, periods: number[], bySex = true) =>
  ({ id, area, periods, bySex, kind: 'share' }) as unknown as IndicatorEntry

const lists = {
  municipalities: new Map([['0184', {}]]),
  groups: new Map([['all', {}]]),
  indicators: new Map(
    [
      indicator('N11111', 'ifo', [2019, 2021, 2023]),
      indicator('N22222', 'ifo', [2020, 2021, 2022], false),
      indicator('N33333', 'bakgrund', [2018]),
    ].map((one) => [one.id, one]),
  ),
  areas: new Map([
    ['ifo', {}],
    ['bakgrund', {}],
  ]),
  release: null,
} as unknown as Lists

const stateOf = (query: string) => readState(`?${query}&municipality=0184&indicator=N11111&other=N22222&area=ifo`)
const settled = (query: string) => correctedState(stateOf(query), lists, textsIn('sv'))

describe('the years that a page offers', () => {
  test.each([
    ['view=compare', [2023, 2021, 2019]],
    ['view=relation', [2021]],
    ['view=profile', [2023, 2022, 2021, 2020, 2019]],
    ['view=matrix&area=all', [2023, 2022, 2021, 2020, 2019, 2018]],
    ['view=asi', null],
  ])('%s', (query, years) => expect(yearsOffered(stateOf(query), lists)).toEqual(years))

  test('are of women and men apart where all, or some of an area, are', () => {
    expect(isBySex(stateOf('view=compare'), lists)).toBe(true)
    expect(isBySex(stateOf('view=relation'), lists)).toBe(false)
    expect(isBySex(stateOf('view=matrix'), lists)).toBe(true)
  })
})

test('a place that is a municipality is the municipality itself', () => {
  const { state, notices } = correctedState(readState('?view=asi&place=0184'), lists, textsIn('sv'))
  expect([state.municipality, state.place, notices.some((notice) => notice.includes('0184'))]).toEqual([
    '0184',
    '',
    false,
  ])
})

describe('what the figures do not have gives way, with a word', () => {
  test('a year that the indicator has is kept', () => {
    expect(settled('view=compare&period=2021')).toMatchObject({ state: { period: '2021' }, notices: [] })
  })

  test('another year becomes the latest', () => {
    const { state, notices } = settled('view=compare&period=2020')
    expect(state.period).toBe('')
    expect(notices).toEqual([expect.stringContaining('2020')])
  })

  test('a sex that is not told apart becomes everyone', () => {
    const { state, notices } = settled('view=compare&indicator=N22222&sex=K')
    expect(state.sex).toBe('T')
    expect(notices).toHaveLength(1)
  })

  test('the year is held against the indicator that is shown, not the unknown one asked for', () => {
    const { state, notices } = settled('view=compare&indicator=N99999&period=2019')
    expect(state).toMatchObject({ indicator: 'N11111', period: '2019' })
    expect(notices).toHaveLength(1)
  })

  test('pages without a year leave it alone', () => {
    expect(settled('view=asi&period=1999&sex=K')).toMatchObject({ state: { period: '1999', sex: 'K' }, notices: [] })
  })
})
