import { describe, expect, test } from 'vitest'
import type { CompareAnswer } from '../../../data/model/answers/compare.ts'
import { mapFinding } from '../../../data/model/findings/map.ts'

type Row = CompareAnswer['rows'][number]

const row = (municipality: string, value: number | null, band: Row['band'] = null) =>
  ({ municipality, name: municipality.toUpperCase(), value, band }) as Row

const answer = (rows: Row[], kind = 'amount') =>
  ({
    about: { kind, unit: 'kr/inv', decimals: 0, direction: 'neutral' },
    period: 2024,
    reference: { id: 'all', name: '', count: rows.length, min: 0, max: 1 },
    rows,
  }) as unknown as CompareAnswer

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('the title of the map', () => {
  const county = { name: 'Kalmar län', members: ['a', 'b', 'c'] }
  const banded = (...bands: Row['band'][]) => answer(bands.map((band, at) => row('abcdef'[at]!, at, band)))

  test.each([
    [
      ['best', 'middle', 'worst', 'worst'],
      'Lika många i Kalmar län hör till landets bästa som till dess sämsta fjärdedel: 1 av 3',
    ],
    [['best', 'middle', 'middle'], '1 av 3 i Kalmar län hör till landets bästa fjärdedel'],
    [['worst', 'worst', 'best', 'best'], '2 av 3 i Kalmar län hör till landets sämsta fjärdedel'],
    [['middle', 'middle', 'middle'], 'Ingen av 3 i Kalmar län hör till landets bästa eller sämsta fjärdedel'],
    [['middle', 'middle', null], 'Ingen av 2 med värde i Kalmar län hör till landets bästa eller sämsta fjärdedel'],
    [['middle', null, null], 'Den enda kommunen med värde i Kalmar län hör till landets mittersta hälft'],
  ] as [Row['band'][], string][])('counts the quarters of those near: %j', (bands, title) => {
    expect(mapFinding(banded(...bands), county, 'sv')).toBe(title)
  })

  test('in English, singular and plural', () => {
    expect(mapFinding(banded('best', 'middle'), county, 'en')).toBe(
      '1 of 2 with a value in Kalmar län is in the best quarter of the country',
    )
    expect(mapFinding(banded('best', 'best'), county, 'en')).toBe(
      'Both with a value in Kalmar län are in the best quarter of the country',
    )
  })

  test('names the highest and the lowest where there are no quarters, all that are written alike', () => {
    const costs = answer([row('a', 900), row('b', 1200.4), row('c', 1200), row('d', null)])
    expect(plain(mapFinding(costs, county, 'sv'))).toBe('Högst i B och C (1 200 kr/inv), lägst i A (900 kr/inv)')
    expect(plain(mapFinding(costs, county, 'en'))).toBe('Highest in B and C (1,200 kr/inv), lowest in A (900 kr/inv)')
    const many = answer([row('a', 5), ...['b', 'c', 'd', 'e'].map((code) => row(code, 2))])
    expect(plain(mapFinding(many, county, 'sv'))).toBe('Högst i A (5 kr/inv), lägst i 4 kommuner (2 kr/inv)')
  })

  test('gives each place the preposition that it has', () => {
    const islands = [row('a', 9), { ...row('b', 1), name: 'Öckerö' }, { ...row('c', 1), name: 'Lekeberg' }]
    expect(plain(mapFinding(answer(islands), county, 'sv'))).toContain('lägst på Öckerö och i Lekeberg (1 kr/inv)')
  })

  test('counts answers of yes and no', () => {
    const rows = [
      { ...row('a', 1), rank: 1 },
      { ...row('b', 0), rank: 2 },
    ]
    expect(mapFinding(answer(rows, 'yesno'), county, 'sv')).toBe('1 av 2 i landet svarar ja')
  })
})
